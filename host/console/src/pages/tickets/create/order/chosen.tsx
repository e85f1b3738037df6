import { Alert, Button, Descriptions, Flex } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api, type Schemas } from '../../../../api/client';
import { Moment } from '../../../../parts/moment';
import { Money } from '../../../../parts/money';
import { CaseTag } from '../../../../parts/status';
import { useValue } from '../../../../words/use';

/** Earlier tickets that are told beside an order. */
const EARLIER = 5;

/** The order that was found: who bought, and what they asked for before (U7, U8). */
export function ChosenOrder({ order, onDrop }: { order: Schemas['Order']; onDrop: () => void }) {
  const { t } = useTranslation('new_ticket');
  const say = useValue();
  const id = order.customer ?? '';
  const customer = api.useQuery('get', '/api/v1/customers/{id}', { params: { path: { id } } }, { enabled: id !== '' });
  const tickets = api.useQuery('get', '/api/v1/tickets', { params: { query: { customer: id, limit: EARLIER } } }, { enabled: id !== '' });
  const same = api.useQuery('get', '/api/v1/tickets', { params: { query: { order: order.id, open: true, limit: 1 } } });
  const open = same.data?.items[0];
  const { name, phone, member_level: level } = customer.data ?? {};
  return (
    <Flex vertical gap="small">
      {open ? (
        <Alert
          type="warning"
          showIcon
          title={t('order.has_open', { number: open.number })}
          action={<Link to={`/tickets/${open.id}`} style={{ color: 'inherit', textDecoration: 'underline' }}>{t('order.see_open')}</Link>}
        />
      ) : null}
      <Descriptions
        size="small"
        column={{ xs: 1, sm: 2, lg: 3 }}
        items={[
          { key: 'number', label: t('order.number'), children: <b>{order.external_id}</b> },
          { key: 'paid', label: t('order.paid'), children: <Money of={order.paid} /> },
          { key: 'placed', label: t('order.placed'), children: <Moment at={order.placed_at ?? null} /> },
          { key: 'delivered', label: t('order.delivered'), children: order.delivered_at ? <Moment at={order.delivered_at} /> : t('order.not_delivered') },
          { key: 'customer', label: t('customer.label'), children: [name, phone].filter(Boolean).join(' · ') || '–' },
          { key: 'level', label: t('customer.level'), children: level ?? '–' },
          {
            key: 'earlier',
            label: t('order.earlier'),
            span: 'filled',
            children: tickets.data?.items.length ? (
              <Flex gap="small" wrap>
                {tickets.data.items.map((ticket) => (
                  <span key={ticket.id}>
                    <Link to={`/tickets/${ticket.id}`}>{ticket.number}</Link> {say('TicketKind', ticket.kind)} <CaseTag value={ticket.case} />
                  </span>
                ))}
              </Flex>
            ) : (
              t('order.no_earlier')
            ),
          },
        ]}
      />
      <div>
        <Button onClick={onDrop}>{t('order.other')}</Button>
      </div>
    </Flex>
  );
}
