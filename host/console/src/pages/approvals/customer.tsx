import { Alert, Descriptions, Flex, Skeleton, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, type Schemas } from '../../api/client';
import { Money } from '../../parts/money';
import { ProblemAlert } from '../../parts/problem';
import { useNow } from '../../parts/moment';
import { behaviour } from './behaviour';

/** The report of how a customer buys and returns (D3). */
export function Customer({ ticket, customer }: { ticket: Schemas['TicketView']; customer: string }) {
  const { t } = useTranslation('approvals');
  const now = useNow(60_000);
  const orders = api.useQuery('get', '/api/v1/orders', { params: { query: { customer, limit: 200 } } });
  const cases = api.useQuery('get', '/api/v1/tickets', { params: { query: { customer, limit: 200 } } });
  const error = orders.error ?? cases.error;
  if (error) return <ProblemAlert error={error} retry={() => void Promise.all([orders.refetch(), cases.refetch()])} />;
  if (!orders.data || !cases.data) return <Skeleton active />;
  const found = behaviour(ticket, orders.data.items, cases.data.items, now);
  const amounts = (all: Schemas['Money'][]) => (
    <Flex gap="small" wrap>
      {all.length > 0 ? all.map((one) => <Money key={one.currency} of={one} />) : t('nothing')}
    </Flex>
  );
  return (
    <>
      <h2 className="h">{t('behaviour')}</h2>
      {orders.data.next || cases.data.next ? <Alert type="info" showIcon title={t('behaviour_part')} /> : null}
      <Descriptions
        size="small"
        column={1}
        bordered
        items={[
          {
            key: 'who',
            label: t('customer'),
            children: (
              <Flex gap="small" wrap>
                {ticket.customer?.name ?? ticket.customer?.external_id}
                {ticket.customer?.member_level ? <Tag>{ticket.customer.member_level}</Tag> : null}
                {ticket.customer?.tags.map((tag) => (
                  <Tag key={tag}>{tag}</Tag>
                ))}
              </Flex>
            ),
          },
          { key: 'orders', label: t('orders'), children: found.orders },
          { key: 'paid', label: t('paid'), children: amounts(found.paid) },
          { key: 'cases', label: t('cases'), children: found.cases },
          { key: 'refunds', label: t('refunds'), children: found.refunds },
          { key: 'refunded', label: t('refunded'), children: amounts(found.refunded) },
          { key: 'rate', label: t('rate'), children: found.rate == null ? t('nothing') : t('percent', { rate: found.rate }) },
          { key: 'similar', label: t('similar'), children: found.similar },
        ]}
      />
    </>
  );
}
