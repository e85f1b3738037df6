import { useCallback, useEffect, useMemo, useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { fetcher, type Schemas } from '../../api/client';
import { isProblem } from '../../api/problem';
import { useMe } from '../../app/me';
import { type Reading, type Sent, scanQueue } from './scan_queue';
import { tone } from './tone';

/** What the server said to a reading. */
export interface Said {
  reading: Reading;
  scan?: Schemas['KeptScan'];
  refused?: string;
}

/** Readings of this device: what waits for the network, and what was answered. */
export function useScans(muted: boolean) {
  const { user, tenant } = useMe();
  const queries = useQueryClient();
  const queue = useMemo(() => scanQueue(localStorage, `redress.scans.${tenant.id}.${user.id}`), [tenant.id, user.id]);
  const [waiting, setWaiting] = useState(() => queue.all().length);
  const [said, setSaid] = useState<Said[]>([]);
  const send = useCallback(
    async (reading: Reading): Promise<Sent> => {
      const tell = (answer: Omit<Said, 'reading'>): Sent => {
        setSaid((before) => [{ reading, ...answer }, ...before].slice(0, 20));
        if (!muted) tone(answer.scan?.outcome === 'matched');
        return 'answered';
      };
      try {
        const { data, error, response } = await fetcher.POST('/api/v1/scans', {
          params: { header: { 'Idempotency-Key': reading.key } },
          body: { key: reading.key, raw: reading.raw, source: reading.source, note: '', photos: [], station: null },
        });
        if (data) return tell({ scan: data });
        // Only a refusal of this very reading ends it; a server that is busy or a session that ended does not.
        const final = response.status >= 400 && response.status < 500 && ![401, 403, 408, 425, 429].includes(response.status);
        return final && isProblem(error) ? tell({ refused: error.detail }) : 'later';
      } catch {
        return 'later'; // The network is away: the reading stays in the queue, and its counter is on the page.
      }
    },
    [muted],
  );
  const flush = useCallback(async () => {
    await queue.flush(send);
    setWaiting(queue.all().length);
    void queries.invalidateQueries({ queryKey: ['get', '/api/v1/unidentified-parcels'] });
  }, [queue, send, queries]);
  useEffect(() => {
    const again = () => {
      if (queue.all().length > 0) void flush();
    };
    again();
    window.addEventListener('online', again);
    const timer = setInterval(again, 5_000);
    return () => {
      window.removeEventListener('online', again);
      clearInterval(timer);
    };
  }, [flush, queue]);
  const read = (raw: string) => {
    queue.add({ key: crypto.randomUUID(), raw, source: 'wedge', at: new Date().toISOString() });
    setWaiting(queue.all().length);
    void flush();
  };
  return { waiting, said, read };
}
