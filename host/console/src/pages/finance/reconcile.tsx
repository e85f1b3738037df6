import { Empty, Flex, Select, Skeleton } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client';
import { List, paging } from '../../parts/list';
import { Moment } from '../../parts/moment';
import { ProblemAlert } from '../../parts/problem';
import { useValue } from '../../words/use';

/** What the gateways reported by themselves, to hold against what is booked here. */
export function Reconcile() {
  const { t } = useTranslation('finance');
  const [chosen, setChosen] = useState<string>();
  const gateways = api.useQuery('get', '/api/v1/gateways');
  if (gateways.error) return <ProblemAlert error={gateways.error} retry={() => void gateways.refetch()} />;
  if (!gateways.data) return <Skeleton active />;
  const gateway = chosen ?? gateways.data.items[0]?.id;
  if (!gateway) return <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('empty.gateways')} />;
  return (
    <Flex vertical gap="small">
      <Select
        aria-label={t('gateway')}
        style={{ maxWidth: 240 }}
        value={gateway}
        onChange={setChosen}
        options={gateways.data.items.map(({ id, tender }) => ({ value: id, label: tender }))}
      />
      <Notices key={gateway} gateway={gateway} />
    </Flex>
  );
}

function Notices({ gateway }: { gateway: string }) {
  const { t } = useTranslation('finance');
  const say = useValue();
  const query = api.useInfiniteQuery('get', '/api/v1/gateways/{id}/notices', { params: { path: { id: gateway }, query: { limit: 50 } } }, paging);
  return (
    <List
      query={query}
      rowKey="id"
      empty={t('empty.notices')}
      columns={[
        { title: t('received'), render: (_, one) => <Moment at={one.received_at} /> },
        { title: t('about'), dataIndex: 'said' },
        { title: t('state'), render: (_, one) => say('NoticeState', one.state) },
        { title: t('looks'), dataIndex: 'looks', align: 'right' },
      ]}
    />
  );
}
