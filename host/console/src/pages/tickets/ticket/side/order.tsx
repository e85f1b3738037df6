import { Button, Card, Flex, Typography } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Schemas } from '../../../../api/client';
import { useMay } from '../../../../app/me';
import { Money } from '../../../../parts/money';
import { Moment } from '../../../../parts/moment';
import type { Ticket } from '../ticket';
import { Protect } from './protect';

/** What was bought, when it came, and how it was paid. */
export function OrderCard({ order, ticket }: { order: Schemas['Order']; ticket: Ticket }) {
  const { t } = useTranslation('ticket_side');
  const may = useMay();
  const [protecting, setProtecting] = useState(false);
  const others = order.lines.filter((line) => !ticket.lines.some(({ order_line: name }) => name === line.external_id));
  const address = order.attributes?.address;
  return (
    <Card
      size="small"
      title={<h2 className="h">{t('order.title')}</h2>}
      extra={<Link to={`/tickets?q=${encodeURIComponent(order.external_id)}`}>{t('order.all')}</Link>}
    >
      <Flex vertical gap={4} align="start">
        <Typography.Text copyable={{ tooltips: false }}>{order.external_id}</Typography.Text>
        <span>
          {t('order.paid')} <Money of={order.paid} />
        </span>
        {order.placed_at ? (
          <span>
            {t('order.placed')} <Moment at={order.placed_at} />
          </span>
        ) : null}
        <span>
          {t('order.delivered')} {order.delivered_at ? <Moment at={order.delivered_at} /> : t('order.not_delivered')}
        </span>
        {order.payments?.map(({ tender, amount, reference }) => (
          <span key={reference}>
            {tender} <Money of={amount} />
          </span>
        ))}
        {typeof address === 'string' ? <span>{address}</span> : null}
        {others.length > 0 ? <Typography.Text type="secondary">{t('order.besides', { goods: others.map(({ title, quantity }) => `${title} × ${quantity}`).join('、') })}</Typography.Text> : null}
        {may('ticket:write') ? (
          <Button size="small" onClick={() => setProtecting(true)}>
            {t('protect.title')}
          </Button>
        ) : null}
      </Flex>
      {protecting ? <Protect order={order} close={() => setProtecting(false)} /> : null}
    </Card>
  );
}
