import { Alert, Button, Empty, Flex, Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, type Schemas } from '../../api/client';
import { useMe } from '../../app/me';
import { paging } from '../../parts/list';
import { Moment } from '../../parts/moment';
import { Money } from '../../parts/money';
import { ProblemAlert } from '../../parts/problem';
import { CaseTag, PriorityTag } from '../../parts/status';
import { useValue } from '../../words/use';
import { ApprovalDrawer } from './drawer';
import { nextApproval, waitsFor } from './waiting';

type Item = Schemas['TicketItem'];

/** Tickets by whose agreement they need; after a decision the next one opens. */
export function ApprovalList({ tab, opened, open }: { tab: 'mine' | 'all' | 'done'; opened: string | undefined; open: (ticket: string | null) => void }) {
  const { t } = useTranslation('approvals');
  const { t: common } = useTranslation();
  const say = useValue();
  const me = useMe();
  const roles = api.useQuery('get', '/api/v1/roles', undefined, { staleTime: 300_000, retry: false });
  const query = (filter: { case?: Schemas['CaseStatus'] }) => ({ params: { query: { ...filter, limit: 100 } } });
  const approval = api.useInfiniteQuery('get', '/api/v1/tickets', query(tab === 'done' ? {} : { case: 'approval' }), paging);
  const review = api.useInfiniteQuery('get', '/api/v1/tickets', query({ case: 'first_review' }), { ...paging, enabled: tab !== 'done' });
  const queries = tab === 'done' ? [approval] : [approval, review];
  const failed = queries.find(({ error }) => error);
  if (failed) return <ProblemAlert error={failed.error} retry={() => void failed.refetch()} />;
  const found = queries.flatMap(({ data }) => data?.pages.flatMap(({ items }) => items) ?? []);
  const shown = found.filter((item) => {
    if (tab === 'done') return item.approvals.some(({ agreed }) => agreed.includes(me.user.id));
    if (tab === 'all') return nextApproval(item) != null;
    return waitsFor(item, me.user.id, me.roles, roles.data?.items ?? me.roles);
  });
  const next = shown[shown.findIndex(({ id }) => id === opened) + 1];
  const more = queries.filter(({ hasNextPage }) => hasNextPage);
  return (
    <Flex vertical gap="small">
      {tab === 'done' ? <Alert type="info" showIcon title={t('done_hint')} /> : null}
      <Table<Item>
        rowKey="id"
        size="middle"
        scroll={{ x: 'max-content' }}
        pagination={false}
        loading={queries.some(({ isPending }) => isPending)}
        dataSource={shown}
        locale={{ emptyText: <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t(`empty.${tab}`)} /> }}
        columns={[
          {
            title: t('ticket'),
            render: (_, item) => (
              <Button type="text" style={{ padding: 0, textDecoration: 'underline' }} onClick={() => open(item.id)}>
                {item.number}
              </Button>
            ),
          },
          { title: t('subject'), render: (_, item) => item.subject },
          { title: t('kind'), render: (_, item) => say('TicketKind', item.kind) },
          { title: t('amount'), align: 'right', render: (_, item) => <Money of={item.refund?.amount} /> },
          { title: t('tier'), render: (_, item) => <Tier item={item} /> },
          { title: t('case'), render: (_, item) => <CaseTag value={item.case} /> },
          { title: t('priority'), render: (_, item) => <PriorityTag value={item.priority} /> },
          { title: t('age'), render: (_, item) => <Moment at={item.created_at} relative /> },
          { title: t('due'), render: (_, item) => <Moment at={item.due_at} relative /> },
        ]}
      />
      {more.length > 0 ? (
        <Button loading={more.some(({ isFetching }) => isFetching)} onClick={() => more.forEach((one) => void one.fetchNextPage())}>
          {common('actions.more')}
        </Button>
      ) : null}
      <ApprovalDrawer ticket={opened} close={() => open(null)} decided={() => open(next?.id ?? null)} />
    </Flex>
  );
}

/** Whose agreement is needed, and how many of them there are. */
function Tier({ item }: { item: Item }) {
  const { t } = useTranslation('approvals');
  const approval = nextApproval(item) ?? item.approvals.at(-1);
  return approval ? <span>{t('agreed_of', { role: approval.need.role, agreed: approval.agreed.length, required: approval.required })}</span> : null;
}
