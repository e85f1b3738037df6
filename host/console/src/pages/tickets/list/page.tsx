import { PlusOutlined, QuestionCircleOutlined } from '@ant-design/icons';
import { Button, Grid, type InputRef } from 'antd';
import { lazy, Suspense, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { api } from '../../../api/client';
import { useMay, useMe } from '../../../app/me';
import { useFilters } from '../../../parts/filters';
import { useKeys } from '../../../parts/keys';
import { List, paging } from '../../../parts/list';
import { Page } from '../../../parts/page';
import { ProblemAlert } from '../../../parts/problem';
import { useChosenColumns } from './columns/chosen';
import { ColumnChooser } from './columns/chooser';
import { useColumns } from './columns/columns';
import { FilterBar } from './filters/filter_bar';
import { FILTERS } from './filters/filters';
import type { Row } from './row';
import { useRow } from './use_row';
import { ViewTabs } from './views/view_tabs';

// What most visits never open comes when it is opened.
const BulkBar = lazy(async () => ({ default: (await import('./bulk/bar')).BulkBar }));
const Cards = lazy(async () => ({ default: (await import('./cards')).Cards }));
const KeysHelp = lazy(async () => ({ default: (await import('./keys_help')).KeysHelp }));

const none: Row[] = [];

/** The workbench: all tickets that one may see, in views. */
export function TicketList() {
  const { t } = useTranslation('tickets');
  const { user } = useMe();
  const may = useMay();
  const navigate = useNavigate();
  const screens = Grid.useBreakpoint();
  const [narrow, phone] = [screens.lg === false, screens.md === false];
  const search = useRef<InputRef>(null);
  const [filters, setFilters] = useFilters(FILTERS);
  const [chosen, setChosen] = useChosenColumns(user.id);
  const columns = useColumns(chosen);
  const tickets = api.useInfiniteQuery('get', '/api/v1/tickets', { params: { query: { ...filters, limit: 50 } as never } }, paging);
  const rows = useMemo(() => tickets.data?.pages.flatMap((page) => page.items) ?? none, [tickets.data]);
  const { row, move } = useRow(rows.map(({ id }) => id));
  const [selected, setSelected] = useState<string[]>([]);
  const [helping, setHelping] = useState(false);
  const write = may('ticket:write');
  // What left the list is not changed with what is seen.
  const picked = rows.filter(({ id }) => selected.includes(id));
  // Once there, it stays: what was done is told when nothing is chosen any more.
  const [bulk, setBulk] = useState(false);
  if (write && picked.length > 0 && !bulk) setBulk(true);
  const turn = (id: string) => setSelected((before) => (before.includes(id) ? before.filter((one) => one !== id) : [...before, id]));
  useKeys({
    j: () => move(1),
    k: () => move(-1),
    '/': () => search.current?.focus(),
    '?': () => setHelping(true),
    Escape: () => setSelected([]),
    ...(row ? { Enter: () => void navigate(`/tickets/${row}`) } : {}),
    ...(row && write ? { x: () => turn(row) } : {}),
    ...(write ? { n: () => void navigate('/tickets/new') } : {}),
  }, !helping);
  const empty = Object.keys(filters).length > 0 ? t('empty') : t('empty_shop');
  return (
    <Page
      title={t('title')}
      actions={
        <>
          {phone ? null : <ColumnChooser chosen={chosen} onChange={setChosen} />}
          {phone ? null : <Button icon={<QuestionCircleOutlined />} aria-label={t('keys.title')} title={t('keys.title')} onClick={() => setHelping(true)} />}
          {write ? (
            <Button type="primary" icon={<PlusOutlined />} onClick={() => void navigate('/tickets/new')}>
              {t('new')}
            </Button>
          ) : null}
        </>
      }
    >
      <ViewTabs me={user.id} filters={filters} narrow={narrow} onChange={setFilters} />
      <FilterBar filters={filters} onChange={setFilters} search={search} narrow={narrow} />
      {bulk ? (
        <Suspense fallback={null}>
          <BulkBar rows={picked} all={rows.length} keep={setSelected} chooseAll={() => setSelected(rows.map(({ id }) => id))} />
        </Suspense>
      ) : null}
      {phone ? (
        tickets.error && !tickets.data ? (
          <ProblemAlert error={tickets.error} retry={() => void tickets.refetch()} />
        ) : (
          <Suspense fallback={null}>
            <Cards
              rows={rows}
              loading={tickets.isPending}
              empty={empty}
              more={tickets.hasNextPage ? () => void tickets.fetchNextPage() : undefined}
              selected={selected}
              onSelect={setSelected}
            />
          </Suspense>
        )
      ) : (
        <List<Row>
          query={tickets}
          rowKey="id"
          empty={empty}
          columns={columns}
          rowClassName={({ id }) => (id === row ? 'ant-table-row-selected' : '')}
          onRow={({ id }) => ({ 'aria-current': id === row ? true : undefined, onDoubleClick: () => void navigate(`/tickets/${id}`) })}
          {...(write
            ? {
                rowSelection: {
                  selectedRowKeys: selected,
                  onChange: (keys: React.Key[]) => setSelected(keys.map(String)),
                  getCheckboxProps: ({ number }: Row) => ({ 'aria-label': t('bulk.choose', { number }) }),
                  // A box in the heading would stand twice: antd measures columns with a hidden copy, which the keyboard would reach.
                  hideSelectAll: true,
                },
              }
            : {})}
        />
      )}
      {phone ? null : <small>{t('keys.short')}</small>}
      {helping ? (
        <Suspense fallback={null}>
          <KeysHelp open close={() => setHelping(false)} />
        </Suspense>
      ) : null}
    </Page>
  );
}
