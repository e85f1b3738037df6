import { Descriptions, Flex, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api } from '../../../../api/client';
import { CaseTag, DisputeTag, GoodsTag, MoneyTag, PriorityTag } from '../../../../parts/status';
import { useValue } from '../../../../words/use';
import { useCode } from '../../../../parts/codes/codes';
import { Due } from '../../../../parts/due';
import { Name } from '../../../../parts/people/name';
import { useQueueName } from '../../../../parts/people/people';
import type { Ticket } from '../ticket';
import { Waiting } from './waiting';

/** Where the ticket stands on its four axes, whose it is, and what is owed next. */
export function Head({ ticket }: { ticket: Ticket }) {
  const { t } = useTranslation('ticket');
  const [say, queue, code] = [useValue(), useQueueName(), useCode()];
  const owner = ticket.assignee ? <Name id={ticket.assignee} /> : t('head.nobody');
  const channel = `${code('channel', ticket.channel)} ${ticket.external_ref ?? ''}`;
  const items = [
    { key: 'kind', label: t('head.kind'), children: say('TicketKind', ticket.kind) },
    { key: 'case', label: t('head.case'), children: <CaseTag value={ticket.case} /> },
    { key: 'goods', label: t('head.goods'), children: <GoodsTag value={ticket.goods} /> },
    { key: 'money', label: t('head.money'), children: <MoneyTag value={ticket.money} /> },
    { key: 'dispute', label: t('head.dispute'), children: ticket.dispute === 'none' ? say('DisputeStatus', 'none') : <DisputeTag value={ticket.dispute} /> },
    { key: 'priority', label: t('head.priority'), children: <PriorityTag value={ticket.priority} /> },
    { key: 'owner', label: t('head.owner'), children: owner },
    { key: 'queue', label: t('head.queue'), children: ticket.queue ? queue(ticket.queue) : '–' },
    { key: 'channel', label: t('head.channel'), children: channel },
    { key: 'due', label: t('head.due'), children: <Clocks ticket={ticket} /> },
  ];
  return (
    <Flex vertical gap="small">
      <Descriptions size="small" column={{ xs: 1, sm: 2, md: 3, lg: 5 }} items={items} />
      {ticket.tags.length > 0 ? (
        <Flex gap={4} wrap role="list" aria-label={t('head.tags')}>
          {ticket.tags.map((tag) => (
            <span key={tag} role="listitem">
              <Tag variant="outlined">{tag}</Tag>
            </span>
          ))}
        </Flex>
      ) : null}
      <Links id={ticket.id} />
      <Waiting ticket={ticket} />
    </Flex>
  );
}

/** What runs, the nearest first. */
function Clocks({ ticket }: { ticket: Ticket }) {
  const { t } = useTranslation('ticket');
  const sla = api.useQuery('get', '/api/v1/tickets/{id}/sla', { params: { path: { id: ticket.id } } });
  const running = sla.data?.clocks.filter(({ state, due }) => due && (state === 'running' || (state === 'missed' && due === sla.data.due_at))) ?? [];
  const nearest = running.toSorted((one, other) => Date.parse(one.due ?? '') - Date.parse(other.due ?? '')).slice(0, 2);
  if (nearest.length === 0) return <>–</>;
  return (
    <Flex vertical>
      {nearest.map(({ target, round, due }) => (
        <span key={target + String(round)}>
          {t(`clock.${target.replaceAll('.', '_')}`, { defaultValue: target })} <Due at={due} />
        </span>
      ))}
    </Flex>
  );
}

/** Tickets that belong to this one, or that it belongs to. */
function Links({ id }: { id: string }) {
  const { t } = useTranslation('ticket');
  const say = useValue();
  const links = api.useQuery('get', '/api/v1/tickets/{id}/links', { params: { path: { id } } });
  if (!links.data?.items.length) return null;
  return (
    <Flex gap="middle" wrap>
      {links.data.items.map(({ parent, child, kind }) => {
        const up = parent !== id;
        return (
          <Link key={parent + child + kind} to={`/tickets/${up ? parent : child}`}>
            {t(up ? 'head.belongs_to' : 'head.has', { kind: say('LinkKind', kind) })}
          </Link>
        );
      })}
    </Flex>
  );
}
