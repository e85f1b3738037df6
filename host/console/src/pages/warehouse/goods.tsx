import { Flex, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api, type Schemas } from '../../api/client';
import { CaseTag, PriorityTag } from '../../parts/status';
import { useValue } from '../../words/use';

/** A ticket as the warehouse needs it: its number, what it is about and which goods come. */
export function GoodsOf({ ticket, state = true, lines = true }: { ticket: Schemas['TicketItem']; state?: boolean; lines?: boolean }) {
  const { t } = useTranslation('warehouse');
  const say = useValue();
  return (
    <Flex vertical gap={4}>
      <Flex gap="small" wrap align="center">
        {/* Underlined on a coloured ground: the colour alone would not be enough. */}
        <Link to={`/tickets/${ticket.id}`} style={{ color: 'inherit', textDecoration: 'underline', padding: '4px 0' }}>
          {ticket.number}
        </Link>
        <Tag variant="outlined">{say('TicketKind', ticket.kind)}</Tag>
        {state ? <CaseTag value={ticket.case} /> : null}
        {ticket.priority === 'high' || ticket.priority === 'urgent' ? <PriorityTag value={ticket.priority} /> : null}
      </Flex>
      <span className="wrap">{ticket.subject}</span>
      {(lines ? ticket.lines : []).map(({ id, sku, quantity }) => (
        <b key={id} className="wrap">
          {t('goods', { sku, quantity })}
        </b>
      ))}
    </Flex>
  );
}

/** The same of a ticket of which only the id is known. */
export function Goods({ ticket, state = true }: { ticket: string; state?: boolean }) {
  const found = api.useQuery('get', '/api/v1/tickets/{id}', { params: { path: { id: ticket } } });
  return found.data ? <GoodsOf ticket={found.data} state={state} /> : null;
}
