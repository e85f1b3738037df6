import { Card, Flex, Tag, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api, type Schemas } from '../../../../api/client';
import { Money } from '../../../../parts/money';
import { Moment } from '../../../../parts/moment';
import { useValue } from '../../../../words/use';
import type { Ticket } from '../ticket';

/** Tickets before this one that are listed. */
const LISTED = 5;

/** Who asks: how to reach them, level, tags and risk, credit, and what they asked before. */
export function CustomerCard({ of, ticket }: { of: Schemas['CustomerRef']; ticket: Ticket }) {
  const { t } = useTranslation('ticket_side');
  const path = { params: { path: { id: of.id } } };
  const customer = api.useQuery('get', '/api/v1/customers/{id}', path);
  const credit = api.useQuery('get', '/api/v1/customers/{id}/credit', path);
  const { name, phone, email } = customer.data ?? { name: of.name };
  return (
    <Card size="small" title={<h2 className="h">{t('customer.title')}</h2>}>
      <Flex vertical gap={4}>
        <Flex gap="small" wrap>
          <b>{name ?? of.external_id}</b>
          {of.member_level ? <Tag>{t('customer.level', { level: of.member_level })}</Tag> : null}
          {of.tags.map((tag) => (
            <Tag key={tag}>{tag}</Tag>
          ))}
        </Flex>
        {phone ? <Typography.Text copyable={{ tooltips: false }}>{phone}</Typography.Text> : null}
        {email ? <Typography.Text copyable={{ tooltips: false }}>{email}</Typography.Text> : null}
        {credit.data?.balances
          .filter(({ minor }) => minor !== 0)
          .map((balance) => (
            <span key={balance.currency}>
              {t('customer.credit')} <Money of={balance} />
            </span>
          ))}
        {ticket.risk && ticket.risk.score > 0 ? (
          <div>
            {t('customer.risk', { score: ticket.risk.score })}
            <ul style={{ margin: 0 }}>
              {ticket.risk.signals.map(({ code, weight, detail }) => (
                <li key={code}>
                  +{weight} {detail}
                </li>
              ))}
            </ul>
          </div>
        ) : null}
        <History customer={of.id} except={ticket.id} />
      </Flex>
    </Card>
  );
}

function History({ customer, except }: { customer: string; except: string }) {
  const { t } = useTranslation('ticket_side');
  const say = useValue();
  const found = api.useQuery('get', '/api/v1/tickets', { params: { query: { customer, limit: 50 } } });
  const others = found.data?.items.filter(({ id }) => id !== except) ?? [];
  if (!found.data) return null;
  return (
    <section aria-label={t('customer.history')}>
      <Typography.Text type="secondary">{t('customer.before', { count: others.length })}</Typography.Text>
      {others.slice(0, LISTED).map(({ id, number, kind, case: state, subject, created_at: at }) => (
        <div key={id}>
          <Link to={`/tickets/${id}`} style={{ textDecoration: 'underline' }}>
            {number}
          </Link> {say('TicketKind', kind)} · {subject} · {say('CaseStatus', state)} · <Moment at={at} relative />
        </div>
      ))}
      {others.length > LISTED ? <Link to={`/tickets?customer=${customer}`}>{t('customer.all')}</Link> : null}
    </section>
  );
}
