import { Flex, Tag, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api, type Schemas } from '../../../api/client';
import { CaseTag, DisputeTag, GoodsTag, MoneyTag, PriorityTag } from '../../../parts/status';
import { useValue } from '../../../words/use';
import { Due } from '../list/due';
import { Name } from './name';

/** Where the ticket stands, whose it is, and what is owed next. */
export function Head({ ticket }: { ticket: Schemas['TicketView'] }) {
  const { t } = useTranslation('ticket');
  const say = useValue();
  const path = { params: { path: { id: ticket.id } } };
  const sla = api.useQuery('get', '/api/v1/tickets/{id}/sla', path);
  const links = api.useQuery('get', '/api/v1/tickets/{id}/links', path);
  const running = sla.data?.clocks.filter(({ state, due }) => due && (state === 'running' || (state === 'missed' && due === sla.data.due_at)));
  return (
    <Flex vertical gap="small">
      <Flex gap="small" wrap align="center">
        <Typography.Text strong>{say('TicketKind', ticket.kind)}</Typography.Text>
        <PriorityTag value={ticket.priority} />
        <CaseTag value={ticket.case} />
        <GoodsTag value={ticket.goods} />
        <MoneyTag value={ticket.money} />
        <DisputeTag value={ticket.dispute} />
        {ticket.tags.map((tag) => (
          <Tag key={tag}>{tag}</Tag>
        ))}
      </Flex>
      <Flex gap="middle" wrap align="center">
        <span>
          {t('head.owner')} {ticket.assignee ? <Name id={ticket.assignee} /> : t('head.nobody')}
        </span>
        {ticket.queue ? <span>{t('head.queue', { queue: ticket.queue })}</span> : null}
        <span>{t('head.channel', { channel: ticket.channel, number: ticket.external_ref ?? '' })}</span>
        {running?.map(({ target, round, due }) => (
          <span key={target + String(round)}>
            {t(`clock.${target}`, { defaultValue: target })} <Due at={due} />
          </span>
        ))}
        {links.data?.items.map(({ parent, child, kind }) => {
          const other = parent === ticket.id ? child : parent;
          return (
            <Link key={other + kind} to={`/tickets/${other}`}>
              {say('LinkKind', kind)} {t('head.linked')}
            </Link>
          );
        })}
      </Flex>
    </Flex>
  );
}
