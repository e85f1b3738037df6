import { Button, Card, Flex, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api, type Schemas } from '../../../../api/client';
import { useMay } from '../../../../app/me';
import { Money } from '../../../../parts/money';
import { Moment } from '../../../../parts/moment';
import { useTell } from '../../../../parts/problem';
import { CustomerCard } from './customer';

/** What the ticket is about: goods, order and customer. */
export function Side({ ticket }: { ticket: Schemas['TicketView'] }) {
  const { t } = useTranslation('ticket');
  return (
    <>
      <Card size="small" title={<h2 className="h">{t('goods.title')}</h2>}>
        {ticket.lines.map(({ id, sku, quantity, reason, requested }) => (
          <Flex key={id} justify="space-between" gap="small" wrap>
            <span>
              {sku} × {quantity} <Typography.Text type="secondary">{reason}</Typography.Text>
            </span>
            <Money of={requested} />
          </Flex>
        ))}
        {ticket.lines.length === 0 ? t('goods.none') : null}
      </Card>
      {ticket.order ? <OrderCard id={ticket.order.id} /> : null}
      {ticket.customer ? <CustomerCard of={ticket.customer} ticket={ticket} /> : null}
      <PortalLink ticket={ticket} />
      {ticket.refund ? <p>{ticket.refund.explanation}</p> : null}
    </>
  );
}

function OrderCard({ id }: { id: string }) {
  const { t } = useTranslation('ticket');
  const order = api.useQuery('get', '/api/v1/orders/{id}', { params: { path: { id } } });
  if (!order.data) return null;
  const { external_id, paid, placed_at, delivered_at } = order.data;
  return (
    <Card size="small" title={<h2 className="h">{t('order.title')}</h2>}>
      <Flex vertical>
        <Link to={`/tickets?q=${encodeURIComponent(external_id)}`}>{external_id}</Link>
        <span>
          {t('order.paid')} <Money of={paid} />
        </span>
        <span>
          {t('order.placed')} <Moment at={placed_at} />
        </span>
        {delivered_at ? (
          <span>
            {t('order.delivered')} <Moment at={delivered_at} />
          </span>
        ) : null}
      </Flex>
    </Card>
  );
}

function PortalLink({ ticket }: { ticket: Schemas['TicketView'] }) {
  const { t } = useTranslation('ticket');
  const may = useMay();
  const { failed } = useTell();
  const link = api.useMutation('post', '/api/v1/tickets/{id}/portal-link', { onError: failed });
  if (!may('ticket:write')) return null;
  const url = link.data?.url;
  return (
    <Flex vertical gap="small">
      <Button loading={link.isPending} onClick={() => link.mutate({ params: { path: { id: ticket.id } } })}>
        {t('customer.link')}
      </Button>
      {url ? <Typography.Text copyable>{url}</Typography.Text> : null}
    </Flex>
  );
}
