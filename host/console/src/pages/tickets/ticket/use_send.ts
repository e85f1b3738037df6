import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { useTell } from '../../../parts/problem';

/** What every change answers: an error, or something the page reads anew. */
export type Answer = Promise<{ error?: unknown }>;

const CONCERNED = /^\/api\/v1\/(tickets|tasks|refund-instructions|sop-runs|surveys|customers)/;

/**
 * Sends a change of the ticket and reads anew what may have changed; true when it was done. What was refused is told beside the page, or
 * with `inPlace` kept in `problem` for a form that shows it.
 */
export function useSend({ inPlace = false } = {}) {
  const queries = useQueryClient();
  const { failed, done } = useTell();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const send = useCallback(
    async (call: () => Answer): Promise<boolean> => {
      setBusy(true);
      setProblem(null);
      const refused = (error: unknown) => (inPlace ? setProblem(error) : failed(error));
      try {
        const { error } = await call();
        if (error) refused(error);
        else done();
        return !error;
      } catch (error) {
        refused(error);
        return false;
      } finally {
        setBusy(false);
        void queries.invalidateQueries({ predicate: ({ queryKey }) => CONCERNED.test(String(queryKey[1])) });
      }
    },
    [queries, failed, done, inPlace],
  );
  return { send, busy, problem };
}
