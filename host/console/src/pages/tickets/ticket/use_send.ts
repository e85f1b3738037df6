import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { useTell } from '../../../parts/problem';

/** What every change answers: an error, or something the page reads anew. */
export type Answer = Promise<{ error?: unknown }>;

const CONCERNED = /^\/api\/v1\/(tickets|tasks|refund-instructions|sop-runs)/;

/** Sends a change of the ticket, tells what came of it, and reads anew what may have changed; true when it was done. */
export function useSend() {
  const queries = useQueryClient();
  const { failed, done } = useTell();
  const [busy, setBusy] = useState(false);
  const send = useCallback(
    async (call: () => Answer): Promise<boolean> => {
      setBusy(true);
      try {
        const { error } = await call();
        if (error) failed(error);
        else done();
        return !error;
      } catch (error) {
        failed(error);
        return false;
      } finally {
        setBusy(false);
        void queries.invalidateQueries({ predicate: ({ queryKey }) => CONCERNED.test(String(queryKey[1])) });
      }
    },
    [queries, failed, done],
  );
  return { send, busy };
}
