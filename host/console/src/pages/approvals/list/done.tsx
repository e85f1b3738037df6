import { Alert, Button, Empty, Flex, Table } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, type Schemas } from '../../../api/client';
import { useMe } from '../../../app/me';
import { paging } from '../../../parts/list';
import { ProblemAlert } from '../../../parts/problem';
import type { Doing } from '../decide/dialog';
import { ApprovalDrawer } from '../ticket/drawer';
import { useColumns } from './columns';

/** What the person who looks has agreed to, as far as tickets were loaded. */
export function DoneList({ opened, open }: { opened: string | undefined; open: (ticket: string | null) => void }) {
  const { t } = useTranslation('approvals');
  const { t: common } = useTranslation();
  const { user } = useMe();
  const [doing, setDoing] = useState<Doing | null>(null);
  const query = api.useInfiniteQuery('get', '/api/v1/tickets', { params: { query: { limit: 200 } } }, paging);
  const columns = useColumns();
  if (query.error && !query.data) return <ProblemAlert error={query.error} retry={() => void query.refetch()} />;
  const agreed = ({ approvals }: Schemas['TicketRow']) => approvals.some((one) => one.agreed.includes(user.id));
  return (
    <Flex vertical gap="small">
      <Alert type="info" showIcon title={t('done_hint')} />
      <Table<Schemas['TicketRow']>
        rowKey="id"
        size="middle"
        scroll={{ x: 'max-content' }}
        pagination={false}
        loading={query.isPending}
        dataSource={query.data?.pages.flatMap(({ items }) => items).filter(agreed) ?? []}
        columns={columns}
        locale={{ emptyText: <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('empty.done')} /> }}
      />
      {query.hasNextPage ? (
        <Button loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {common('actions.more')}
        </Button>
      ) : null}
      <ApprovalDrawer ticket={opened} close={() => open(null)} doing={doing} begin={setDoing} decided={() => setDoing(null)} />
    </Flex>
  );
}
