import { useQuery } from '@tanstack/react-query';
import { fetcher, type Schemas } from '../../../../api/client';

/** What was typed stands for one order when it is a number as a whole; else it may be the beginning of anything. */
async function lookUp(text: string): Promise<Schemas['Order'][]> {
  const exact = await fetcher.GET('/api/v1/orders', { params: { query: { external_id: text } } });
  if (exact.error) throw exact.error;
  if (exact.data.items.length > 0) return exact.data.items;
  const begins = await fetcher.GET('/api/v1/orders', { params: { query: { q: text, limit: 20 } } });
  if (begins.error) throw begins.error;
  return begins.data.items;
}

/** Orders that fit an order's number, or a customer's telephone number, name or own number. */
export function useLookup(text: string) {
  return useQuery({ queryKey: ['order lookup', text], queryFn: () => lookUp(text), enabled: text !== '', retry: false });
}
