import { api, type Schemas } from '../../../api/client';
import { paging } from '../../../parts/list';
import { useLooker } from './use_looker';
import { bySoonest, isMine, isTeams, standing } from './waiting';

export type Scope = 'mine' | 'team' | 'all';

/** Every ticket that waits for a decision, by whose it is; what is owed soonest comes first. */
export function useWaiting() {
  const { looker, roles } = useLooker();
  const query = (state: Schemas['CaseStatus']) => ({ params: { query: { case: state, limit: 100 } } });
  const queries = [
    api.useInfiniteQuery('get', '/api/v1/tickets', query('approval'), paging),
    api.useInfiniteQuery('get', '/api/v1/tickets', query('first_review'), paging),
  ];
  const all = bySoonest(queries.flatMap(({ data }) => data?.pages.flatMap(({ items }) => items) ?? []));
  const scopes: Record<Scope, Schemas['TicketRow'][]> = {
    mine: all.filter((item) => isMine(item, looker, roles)),
    team: all.filter((item) => isTeams(item, looker)),
    all,
  };
  const more = queries.filter(({ hasNextPage }) => hasNextPage);
  return {
    scopes,
    standing: (item: Schemas['TicketRow']) => standing(item, looker.id, looker.roles, roles),
    failed: queries.find(({ error, data }) => error && !data),
    pending: queries.some(({ isPending }) => isPending),
    more: more.length > 0 ? () => more.forEach((one) => void one.fetchNextPage()) : undefined,
    fetching: more.some(({ isFetchingNextPage }) => isFetchingNextPage),
  };
}
