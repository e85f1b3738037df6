import { CheckOutlined, FileTextOutlined } from '@ant-design/icons';
import { Button, Card, Empty, Flex, Popconfirm, Skeleton, Tag } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api, type Schemas } from '../../../api/client';
import { Moment } from '../../../parts/moment';
import { ProblemAlert, useTell } from '../../../parts/problem';
import { PriorityTag } from '../../../parts/status';
import { useValue } from '../../../words/use';
import { Walk } from './walk';

/** What is to be fetched from the shelves, by warehouse: urgent and old things first. */
export function Picks() {
  const { t } = useTranslation('warehouse');
  const [walk, setWalk] = useState<Schemas['Picking'] | null>(null);
  const lists = api.useQuery('get', '/api/v1/pick-lists');
  if (lists.error) return <ProblemAlert error={lists.error} retry={() => void lists.refetch()} />;
  if (!lists.data) return <Skeleton active />;
  if (lists.data.items.length === 0) return <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('empty.picks')} />;
  return (
    <Flex vertical gap="middle">
      {lists.data.items.map((list) => (
        <section key={list.warehouse ?? ''} aria-label={list.warehouse ?? t('pick.no_warehouse')}>
          <Flex vertical gap="small">
            <Flex justify="space-between" align="center" gap="small" wrap>
              <h2 className="h">{list.warehouse ?? t('pick.no_warehouse')}</h2>
              <Button type="primary" icon={<FileTextOutlined />} onClick={() => setWalk(list)}>
                {t('pick.make')}
              </Button>
            </Flex>
            <Needs needs={list.needs} />
          </Flex>
        </section>
      ))}
      {walk ? <Walk list={walk} close={() => setWalk(null)} /> : null}
    </Flex>
  );
}

/** Goods of one ticket are fetched together, so they stand together. */
function Needs({ needs }: { needs: Schemas['PickNeed'][] }) {
  const byTicket = new Map<string, Schemas['PickNeed'][]>();
  for (const need of needs) byTicket.set(need.ticket, [...(byTicket.get(need.ticket) ?? []), need]);
  return (
    <div style={{ display: 'grid', gap: 12, gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 340px), 1fr))' }}>
      {[...byTicket.values()].map((goods) => (goods[0] ? <Need key={goods[0].ticket} first={goods[0]} goods={goods} /> : null))}
    </div>
  );
}

function Need({ first, goods }: { first: Schemas['PickNeed']; goods: Schemas['PickNeed'][] }) {
  const { t } = useTranslation('warehouse');
  const say = useValue();
  const { failed, done } = useTell();
  const queries = useQueryClient();
  const picked = api.useMutation('post', '/api/v1/pick-lists/{ticket}/picked', {
    onError: failed,
    onSuccess: () => done(t('pick.done')),
    onSettled: () => queries.invalidateQueries({ queryKey: ['get', '/api/v1/pick-lists'] }),
  });
  return (
    <Card size="small" role="group" aria-label={first.number}>
      <Flex vertical gap="small">
        {goods.map(({ sku, quantity }) => (
          <b key={sku} className="wrap" style={{ fontSize: 18 }}>
            {t('goods', { sku, quantity })}
          </b>
        ))}
        <Flex gap="small" wrap align="center">
          <Link to={`/tickets/${first.ticket}`} style={{ padding: '4px 0' }}>
            {first.number}
          </Link>
          <Tag variant="outlined">{say('PickPurpose', first.purpose)}</Tag>
          <PriorityTag value={first.priority} />
        </Flex>
        <span>
          {t('pick.since')} <Moment at={first.since} relative />
        </span>
        <Popconfirm title={t('pick.ask', { number: first.number })} onConfirm={() => picked.mutate({ params: { path: { ticket: first.ticket } } })}>
          <Button icon={<CheckOutlined />} loading={picked.isPending}>
            {t('pick.picked')}
          </Button>
        </Popconfirm>
      </Flex>
    </Card>
  );
}
