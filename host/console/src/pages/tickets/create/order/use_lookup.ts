import { useQuery } from '@tanstack/react-query';
import { fetcher, type Schemas } from '../../../../api/client';

async function ordersOf(customer: string): Promise<Schemas['Order'][]> {
  const { data, error } = await fetcher.GET('/api/v1/orders', { params: { query: { customer, limit: 20 } } });
  if (error) throw error;
  return data.items;
}

/** People by the shop's own number, else by the tickets that a telephone number, a name or an order's number finds. */
async function customersBy(text: string): Promise<string[]> {
  const known = await fetcher.GET('/api/v1/customers', { params: { query: { external_id: text } } });
  if (known.error) throw known.error;
  if (known.data.items.length > 0) return known.data.items.map(({ id }) => id);
  const tickets = await fetcher.GET('/api/v1/tickets', { params: { query: { q: text, limit: 20 } } });
  if (tickets.error) throw tickets.error;
  return [...new Set(tickets.data.items.flatMap(({ customer }) => (customer ? [customer.id] : [])))];
}


async function lookUp(text: string): Promise<Schemas['Order'][]> {
  const exact = await fetcher.GET('/api/v1/orders', { params: { query: { external_id: text } } });
  if (exact.error) throw exact.error;
  if (exact.data.items.length > 0) return exact.data.items;
  const orders = await Promise.all((await customersBy(text)).map(ordersOf));
  return [...new Map(orders.flat().map((order) => [order.id, order])).values()];
}

/** Orders that fit an order's number, a telephone number or a customer's number. */
export function useLookup(text: string) {
  return useQuery({ queryKey: ['order lookup', text], queryFn: () => lookUp(text), enabled: text !== '', retry: false });
}
