import { Button, Empty, Flex, Form, Input, Table } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../../api/client';
import { useKeys } from '../../../parts/keys';
import { parseMoney } from '../../../parts/money';
import { ProblemAlert } from '../../../parts/problem';
import type { Doing } from '../decide/dialog';
import { ApprovalDrawer } from '../ticket/drawer';
import type { Scope, useWaiting } from '../waiting/use_waiting';
import { nextApproval } from '../waiting/waiting';
import { Bulk } from './bulk';
import { useColumns } from './columns';

type Item = Schemas['TicketRow'];
type Filters = Partial<Record<'ticket' | 'max', string>>;

/** True for what is asked to be at most so much; without a limit for everything. */
function within(item: Item, max: string | undefined): boolean {
  const amount = item.refund?.amount;
  if (!max) return true;
  const limit = amount ? parseMoney(max, amount.currency) : null;
  return amount != null && limit != null && amount.minor <= limit.minor;
}

/** Tickets that wait for a decision. One is opened beside the list; after a decision the next one opens. */
export function WaitingList({
  scope,
  waiting,
  filters,
  set,
  paused,
}: {
  scope: Scope;
  waiting: ReturnType<typeof useWaiting>;
  filters: Filters;
  set: (changes: Partial<Record<keyof Filters, string | null>>) => void;
  paused: boolean;
}) {
  const { t } = useTranslation('approvals');
  const { t: common } = useTranslation();
  const [cursor, setCursor] = useState<string>();
  const [doing, setDoing] = useState<Doing | null>(null);
  const [selected, setSelected] = useState<string[]>([]);
  const [asking, setAsking] = useState(false);
  const opened = filters.ticket;
  const shown = waiting.scopes[scope].filter((item) => within(item, filters.max));
  const at = shown.findIndex(({ id }) => id === (opened ?? cursor));
  const open = (id: string | null) => {
    setCursor(id ?? opened ?? cursor);
    setDoing(null);
    set({ ticket: id });
  };
  const move = (to: number) => {
    const next = shown[Math.min(Math.max(to, 0), shown.length - 1)]?.id;
    setCursor(next);
    if (opened && next) set({ ticket: next });
  };
  const act = (what: Doing) => {
    const item = shown[at];
    if (!item || waiting.standing(item) !== 'may') return;
    set({ ticket: item.id });
    setDoing(what);
  };
  // What asks for the customer's report is decided one by one, with the report in view.
  const together = (item: Item) => waiting.standing(item) === 'may' && !nextApproval(item)?.need.with_report;
  const turn = () => {
    const item = shown[at];
    if (!item || !together(item)) return;
    setSelected((before) => (before.includes(item.id) ? before.filter((id) => id !== item.id) : [...before, item.id]));
  };
  useKeys(
    {
      j: () => move(at + 1),
      k: () => move(at - 1),
      Enter: () => shown[at] && open(shown[at].id),
      a: () => act('approve'),
      r: () => act('reject'),
      t: () => act('transfer'),
      x: turn,
    },
    !paused && doing == null && !asking,
  );
  const columns = useColumns(scope === 'mine' ? undefined : waiting.standing);
  if (waiting.failed) return <ProblemAlert error={waiting.failed.error} retry={() => void waiting.failed?.refetch()} />;
  return (
    <Flex vertical gap="small">
      <Flex gap="middle" align="center" wrap>
        <Form.Item label={t('max')} htmlFor="max" style={{ marginBottom: 0 }}>
          <Input id="max" inputMode="decimal" style={{ width: 180 }} placeholder={t('max_hint')} value={filters.max ?? ''} onChange={({ target }) => set({ max: target.value })} />
        </Form.Item>
        {shown.some(together) ? (
          <Button onClick={() => setSelected(shown.filter(together).map(({ id }) => id))}>{t('select_all', { count: shown.filter(together).length })}</Button>
        ) : null}
        <Bulk items={shown.filter((item) => selected.includes(item.id) && together(item))} keep={setSelected} asking={asking} setAsking={setAsking} />
      </Flex>
      <Table<Item>
        rowKey="id"
        size="middle"
        scroll={{ x: 'max-content' }}
        pagination={false}
        loading={waiting.pending}
        dataSource={shown}
        columns={columns}
        rowSelection={{
          selectedRowKeys: selected,
          onChange: (keys) => setSelected(keys.map(String)),
          getCheckboxProps: (item) => ({ disabled: !together(item), 'aria-label': t('select', { number: item.number }) }),
          // A box in the heading would stand twice: antd measures columns with a hidden copy, which the keyboard would reach.
          hideSelectAll: true,
        }}
        rowClassName={({ id }) => (id === (opened ?? cursor) ? 'ant-table-row-selected' : '')}
        onRow={({ id }) => ({ onDoubleClick: () => open(id), 'aria-current': id === (opened ?? cursor) ? 'true' : undefined })}
        locale={{ emptyText: <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t(filters.max ? 'empty.max' : `empty.${scope}`)} /> }}
      />
      {waiting.more ? (
        <Button loading={waiting.fetching} onClick={waiting.more}>
          {common('actions.more')}
        </Button>
      ) : null}
      <ApprovalDrawer
        ticket={opened}
        close={() => open(null)}
        doing={doing}
        begin={setDoing}
        decided={() => open(shown[at + 1]?.id ?? null)}
      />
    </Flex>
  );
}
