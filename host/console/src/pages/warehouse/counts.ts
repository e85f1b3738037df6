import { api } from '../../api/client';

/** One more than a badge shows: beyond it a plus sign stands. */
const LIMIT = 100;
/** How often the counts are read anew, in milliseconds; events of tickets bring some sooner. */
const OFTEN = { refetchInterval: 30_000 };

/** How much waits behind each tab. */
export function useCounts(): { inspect: number; unidentified: number; picks: number; ship: number } {
  const inspect = api.useQuery('get', '/api/v1/tickets', { params: { query: { case: 'received', limit: LIMIT } } }, OFTEN);
  const back = api.useQuery('get', '/api/v1/tickets', { params: { query: { case: 'send_back', limit: LIMIT } } }, OFTEN);
  const unidentified = api.useQuery('get', '/api/v1/unidentified-parcels', { params: { query: { limit: LIMIT } } }, OFTEN);
  const picks = api.useQuery('get', '/api/v1/pick-lists', undefined, OFTEN);
  const ready = api.useQuery('get', '/api/v1/replacements', { params: { query: { state: 'ready', limit: LIMIT } } }, OFTEN);
  const size = (list: { data?: { items: unknown[] } | undefined }) => list.data?.items.length ?? 0;
  return {
    inspect: size(inspect),
    unidentified: size(unidentified),
    picks: picks.data?.items.reduce((sum, { needs }) => sum + needs.length, 0) ?? 0,
    ship: size(ready) + size(back),
  };
}
