import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { fetcher, type Schemas } from '../../../api/client';
import { fresh } from '../../../parts/fresh';

/** Makes the ticket and gives it its files. The same ticket is made once, however often it is sent; what failed can be sent again. */
export function useCreate(onMade: (id: string) => void) {
  const queries = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const sent = useRef<{ body: string; key: string } | null>(null);
  const [made, setMade] = useState<string | null>(null);
  const create = async (body: Schemas['NewTicket'], files: string[]) => {
    const text = JSON.stringify(body);
    // A key belongs to what was sent with it: whoever corrects something sends something else.
    if (sent.current?.body !== text) sent.current = { body: text, key: fresh() };
    let id = made;
    if (!id) {
      const { data, error } = await fetcher.POST('/api/v1/tickets', { params: { header: { 'Idempotency-Key': sent.current.key } }, body });
      if (error) throw error;
      id = data.id;
      setMade(id);
      void queries.invalidateQueries({ queryKey: ['get', '/api/v1/tickets'] });
    }
    if (files.length > 0) {
      const { error } = await fetcher.POST('/api/v1/tickets/{id}/attachments', { params: { path: { id } }, body: { attachments: files, internal: false } });
      if (error) throw error;
    }
    return id;
  };
  return {
    busy,
    problem,
    /** The ticket when it is there, although its files were refused. */
    made: problem ? made : null,
    forget: () => setProblem(null),
    send: (body: Schemas['NewTicket'], files: string[]) => {
      if (busy) return;
      setBusy(true);
      setProblem(null);
      create(body, files)
        .then(onMade, (error: unknown) => setProblem(error))
        .finally(() => setBusy(false));
    },
  };
}
