import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { api, type Schemas } from '../../../api/client';
import { useTell } from '../../../parts/problem';

export type Ticket = Schemas['TicketView'];

/** The ticket of the address. */
export function useTicket(id: string) {
  return api.useQuery('get', '/api/v1/tickets/{id}', { params: { path: { id } } });
}

/** What an action does when it is done: everything that is shown of the ticket is read anew. */
export function useDone(id: string) {
  const queries = useQueryClient();
  const { failed, done } = useTell();
  const reread = useCallback(
    () =>
      queries.invalidateQueries({
        predicate: ({ queryKey }) => {
          const [, path, given] = queryKey as [string, string, { params?: { path?: { id?: string } } } | undefined];
          return path === '/api/v1/tickets' || path === '/api/v1/tasks' || given?.params?.path?.id === id;
        },
      }),
    [queries, id],
  );
  return {
    onSuccess: () => {
      done();
      return reread();
    },
    onError: (error: unknown) => {
      failed(error);
      return reread();
    },
  };
}
