import type { InputRef, TableColumnsType } from 'antd';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { api, type Schemas } from '../../../api/client';
import { useMe } from '../../../app/me';
import { useFilters } from '../../../parts/filters';
import { List, paging } from '../../../parts/list';
import { Moment } from '../../../parts/moment';
import { Page } from '../../../parts/page';
import { CaseTag, DisputeTag, GoodsTag, MoneyTag, PriorityTag } from '../../../parts/status';
import { useValue } from '../../../words/use';
import { Due } from './due';
import { FilterBar } from './filter_bar';
import { useListKeys } from './keys';
import { ViewTabs } from './view_tabs';
import { FILTERS } from './views';

type Item = Schemas['TicketItem'];

function useColumns(): TableColumnsType<Item> {
  const { t } = useTranslation('tickets');
  const say = useValue();
  return [
    { title: t('column.number'), dataIndex: 'number', render: (number: string, { id }) => <Link to={`/tickets/${id}`}>{number}</Link> },
    { title: t('column.due'), dataIndex: 'due_at', render: (at: Item['due_at']) => <Due at={at} /> },
    { title: t('column.subject'), dataIndex: 'subject', ellipsis: true, width: 260 },
    { title: t('column.kind'), dataIndex: 'kind', render: (kind: Item['kind']) => say('TicketKind', kind) },
    { title: t('column.status'), dataIndex: 'case', render: (value: Item['case']) => <CaseTag value={value} /> },
    { title: t('column.goods'), dataIndex: 'goods', render: (value: Item['goods']) => <GoodsTag value={value} /> },
    {
      title: t('column.money'),
      dataIndex: 'money',
      render: (value: Item['money'], { dispute }) => (
        <>
          <MoneyTag value={value} />
          <DisputeTag value={dispute} />
        </>
      ),
    },
    { title: t('column.priority'), dataIndex: 'priority', render: (value: Item['priority']) => <PriorityTag value={value} /> },
    { title: t('column.queue'), dataIndex: 'queue' },
    { title: t('column.updated'), dataIndex: 'updated_at', render: (at: string) => <Moment at={at} relative /> },
  ];
}

/** The workbench: all tickets that one may see, in views. */
export function TicketList() {
  const { t } = useTranslation('tickets');
  const { user } = useMe();
  const navigate = useNavigate();
  const search = useRef<InputRef>(null);
  const [filters, setFilters] = useFilters(FILTERS);
  const columns = useColumns();
  const tickets = api.useInfiniteQuery('get', '/api/v1/tickets', { params: { query: { ...filters, limit: 50 } as never } }, paging);
  const items = tickets.data?.pages.flatMap((page) => page.items) ?? [];
  const chosen = useListKeys(
    items.map((item) => item.id),
    { open: (id) => void navigate(`/tickets/${id}`), search: () => search.current?.focus() },
  );
  return (
    <Page title={t('title')}>
      <ViewTabs me={user.id} filters={filters} onChange={setFilters} />
      <FilterBar filters={filters} onChange={setFilters} search={search} />
      <List<Item>
        query={tickets}
        rowKey="id"
        empty={t('empty')}
        columns={columns}
        rowClassName={({ id }) => (id === chosen ? 'ant-table-row-selected' : '')}
        onRow={({ id }) => ({ onDoubleClick: () => void navigate(`/tickets/${id}`) })}
      />
      <small>{t('keys')}</small>
    </Page>
  );
}
