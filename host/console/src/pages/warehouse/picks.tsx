import { Button, Empty, Flex, Skeleton, Table } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client';
import { Moment } from '../../parts/moment';
import { ProblemAlert, useTell } from '../../parts/problem';
import { PriorityTag } from '../../parts/status';
import { useValue } from '../../words/use';

/** What is to be fetched, by warehouse. */
export function Picks() {
  const { t } = useTranslation('warehouse');
  const say = useValue();
  const { failed, done } = useTell();
  const queries = useQueryClient();
  const lists = api.useQuery('get', '/api/v1/pick-lists');
  const picked = api.useMutation('post', '/api/v1/pick-lists/{ticket}/picked', {
    onError: failed,
    onSuccess: () => {
      done();
      void queries.invalidateQueries({ queryKey: ['get', '/api/v1/pick-lists'] });
    },
  });
  if (lists.error) return <ProblemAlert error={lists.error} retry={() => void lists.refetch()} />;
  if (!lists.data) return <Skeleton active />;
  if (lists.data.items.length === 0) return <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('empty.picks')} />;
  return lists.data.items.map(({ warehouse, needs }) => (
    <Flex vertical gap="small" key={warehouse ?? ''}>
      <h2 className="h">{warehouse ?? t('no_warehouse')}</h2>
      <Table
        rowKey={(need) => `${need.ticket} ${need.sku} ${need.purpose}`}
        pagination={false}
        scroll={{ x: 'max-content' }}
        dataSource={needs}
        columns={[
          { title: t('ticket'), dataIndex: 'number' },
          { title: t('sku'), dataIndex: 'sku' },
          { title: t('quantity'), dataIndex: 'quantity', align: 'right' },
          { title: t('purpose'), render: (_, need) => say('PickPurpose', need.purpose) },
          { title: t('priority'), render: (_, need) => <PriorityTag value={need.priority} /> },
          { title: t('since'), render: (_, need) => <Moment at={need.since} relative /> },
          {
            title: t('action'),
            render: (_, need) => (
              <Button size="large" style={{ minHeight: 44 }} disabled={picked.isPending} onClick={() => picked.mutate({ params: { path: { ticket: need.ticket } } })}>
                {t('picked')}
              </Button>
            ),
          },
        ]}
      />
    </Flex>
  ));
}
