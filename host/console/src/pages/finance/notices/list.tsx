import { Alert, Empty, Flex, Select, Skeleton, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { api } from '../../../api/client';
import { List, paging } from '../../../parts/list';
import { Moment } from '../../../parts/moment';
import { ProblemAlert } from '../../../parts/problem';
import { useValue } from '../../../words/use';

/** What the gateways reported by themselves; only what they answer when asked counts. */
export function Notices({ gateway: chosen, choose }: { gateway: string | undefined; choose: (gateway: string) => void }) {
  const { t } = useTranslation('finance');
  const gateways = api.useQuery('get', '/api/v1/gateways');
  if (gateways.error) return <ProblemAlert error={gateways.error} retry={() => void gateways.refetch()} />;
  if (!gateways.data) return <Skeleton active />;
  const gateway = gateways.data.items.find(({ id }) => id === chosen)?.id ?? gateways.data.items[0]?.id;
  if (!gateway) return <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('empty.gateways')} />;
  return (
    <Flex vertical gap="small">
      <Alert type="info" showIcon title={t('advice.notices')} />
      <Select
        aria-label={t('gateway')}
        style={{ maxWidth: 320 }}
        value={gateway}
        onChange={choose}
        options={gateways.data.items.map(({ id, tender, enabled }) => ({ value: id, label: enabled ? tender : t('gateway_off', { tender }) }))}
      />
      <Heard key={gateway} gateway={gateway} />
    </Flex>
  );
}

function Heard({ gateway }: { gateway: string }) {
  const { t } = useTranslation('finance');
  const say = useValue();
  const query = api.useInfiniteQuery('get', '/api/v1/gateways/{id}/notices', { params: { path: { id: gateway }, query: { limit: 50 } } }, paging);
  return (
    <List
      query={query}
      rowKey="id"
      empty={t('empty.notices')}
      expandable={{ expandedRowRender: ({ body }) => <Typography.Text code className="wrap">{body}</Typography.Text> }}
      columns={[
        { title: t('received'), render: (_, one) => <Moment at={one.received_at} /> },
        { title: t('about'), dataIndex: 'said' },
        { title: t('outcome'), render: (_, { outcome }) => t(`outcome_of.${outcome.outcome}`) },
        {
          title: t('state'),
          render: (_, { state }) => (
            <Flex vertical>
              <b>{say('NoticeState', state)}</b>
              <Typography.Text type="secondary">{t(`notice.${state}`)}</Typography.Text>
            </Flex>
          ),
        },
        { title: t('looks'), dataIndex: 'looks', align: 'right' },
      ]}
    />
  );
}
