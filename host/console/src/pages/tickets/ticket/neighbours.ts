import { useQueryClient } from '@tanstack/react-query';

interface Listed {
  pages?: { items?: { id: string }[] }[];
}

/** The tickets before and after this one in the list that was shown last; none when it was in no list. */
export function useNeighbours(id: string): { before: string | null; after: string | null } {
  const queries = useQueryClient();
  const lists = queries
    .getQueryCache()
    .findAll({ queryKey: ['get', '/api/v1/tickets'] })
    .filter(({ state }) => (state.data as Listed | undefined)?.pages?.some(({ items }) => items?.some((one) => one.id === id)))
    .toSorted((one, other) => other.state.dataUpdatedAt - one.state.dataUpdatedAt);
  const ids = (lists[0]?.state.data as Listed | undefined)?.pages?.flatMap(({ items }) => items?.map((one) => one.id) ?? []) ?? [];
  const place = ids.indexOf(id);
  if (place < 0) return { before: null, after: null };
  return { before: ids[place - 1] ?? null, after: ids[place + 1] ?? null };
}
