import { api } from '../../../../api/client';
import type { Ticket } from '../ticket';
import { CustomerCard } from './customer';
import { GoodsCard } from './goods';
import { LinksCard } from './links';
import { OrderCard } from './order';

/** What the ticket is about: goods, order and customer, and links for the customer. */
export function Side({ ticket }: { ticket: Ticket }) {
  const id = ticket.order?.id;
  const order = api.useQuery('get', '/api/v1/orders/{id}', { params: { path: { id: id ?? '' } } }, { enabled: id != null });
  return (
    <>
      <GoodsCard ticket={ticket} order={order.data} />
      {order.data ? <OrderCard order={order.data} ticket={ticket} /> : null}
      {ticket.customer ? <CustomerCard of={ticket.customer} ticket={ticket} /> : null}
      <LinksCard ticket={ticket} />
    </>
  );
}
