import { Alert, Flex } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, type Schemas } from '../../../api/client';
import { useMay } from '../../../app/me';
import { List, paging } from '../../../parts/list';
import { Moment } from '../../../parts/moment';
import { Money, totals } from '../../../parts/money';
import { TicketRef, useTender } from '../common/ticket_ref';
import { RefundActions } from './actions';
import { Export } from './export';

/** Refund instructions in one state: what to do about them, what they add up to, and the list. */
export function RefundList({ state }: { state: Schemas['RefundState'] }) {
  const { t } = useTranslation('finance');
  const may = useMay();
  const tender = useTender();
  const query = api.useInfiniteQuery('get', '/api/v1/refund-instructions', { params: { query: { state, limit: 50 } } }, paging);
  const items = query.data?.pages.flatMap((page) => page.items) ?? [];
  const acts = may('finance:write') && ['pending', 'sent', 'unknown', 'failed'].includes(state);
  return (
    <Flex vertical gap="small">
      <Alert type={state === 'unknown' || state === 'failed' ? 'warning' : 'info'} showIcon title={t(`advice.${state}`)} />
      <Flex gap="middle" align="center" wrap>
        <span>{t(query.hasNextPage ? 'loaded' : 'counted', { count: items.length })}</span>
        {totals(items.map(({ amount }) => amount)).map((one) => (
          <b key={one.currency}>
            <Money of={one} />
          </b>
        ))}
        <Export state={state} disabled={items.length === 0} />
      </Flex>
      <List
        query={query}
        rowKey="id"
        empty={t(`empty.${state}`)}
        columns={[
          { title: t('ticket'), render: (_, one) => <TicketRef id={one.ticket} /> },
          { title: t('amount'), align: 'right', render: (_, one) => <Money of={one.amount} /> },
          { title: t('tender'), render: (_, one) => tender(one.tender) },
          ...(state === 'failed' ? [{ title: t('failure'), render: (_: unknown, one: Schemas['RefundInstruction']) => <span className="wrap">{one.failure}</span> }] : []),
          ...(state === 'pending' || state === 'held' || state === 'failed' ? [] : [{ title: t('reference'), dataIndex: 'reference' }]),
          { title: t('created'), render: (_, one) => <Moment at={one.created_at} relative /> },
          { title: t('updated'), render: (_, one) => <Moment at={one.updated_at} relative /> },
          ...(acts ? [{ title: t('action'), render: (_: unknown, one: Schemas['RefundInstruction']) => <RefundActions refund={one} /> }] : []),
        ]}
      />
    </Flex>
  );
}
