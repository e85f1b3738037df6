import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { EventSourceParserStream } from 'eventsource-parser/stream';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { session } from './session';

/** Shortest and longest pause before the stream is opened again, in milliseconds. */
const PAUSES = [1_000, 30_000] as const;
/** Many changes in one moment read the lists once. */
const GATHER = 1_000;
/** Without a stream the lists are read anew after so long, in milliseconds. */
const POLL = 30_000;
/** Lists that are older than this are told to be, in milliseconds. */
const OLD = 60_000;
/** How often their age is looked at, in milliseconds. */
const LOOK = 5_000;

/** What shows many tickets. */
const LISTS = ['/api/v1/tickets', '/api/v1/tasks', '/api/v1/board'];

/** Reads anew what shows tickets, at most once in a while. */
function reader(queries: QueryClient) {
  const changed = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const read = () => {
    timer = undefined;
    const ids = new Set(changed);
    changed.clear();
    void queries.invalidateQueries({
      predicate: ({ queryKey }) => {
        const [, path, given] = queryKey as [string, string | undefined, { params?: { path?: { id?: string } } } | undefined];
        if (!path) return false;
        if (LISTS.includes(path)) return true;
        return path.startsWith('/api/v1/tickets/{id}') && (ids.has('*') || ids.has(given?.params?.path?.id ?? ''));
      },
    });
  };
  return {
    change(id: string) {
      changed.add(id);
      timer ??= setTimeout(read, GATHER);
    },
    stop() {
      clearTimeout(timer);
    },
  };
}

/** Until when changes were told as they happen; null while they are. Before the first word of the stream nobody knows. */
let told: number | null = Date.now();

/**
 * Follows what changes in the shop, and reads anew what is shown of it. Where the stream cannot be held (a proxy that gathers answers, a
 * bad network) the lists are read every half minute instead. False while the stream is lost.
 */
export function useLive(): boolean {
  const queries = useQueryClient();
  const [connected, setConnected] = useState(true);
  useEffect(() => {
    const ended = new AbortController();
    const over = () => ended.signal.aborted;
    const lists = reader(queries);
    let pause: number = PAUSES[0];
    const turn = (holds: boolean) => {
      told = holds ? null : (told ?? Date.now());
      setConnected(holds);
    };
    const follow = async () => {
      const headers = { authorization: `Bearer ${session.key() ?? ''}`, accept: 'text/event-stream' };
      const answer = await fetch('/api/v1/events', { headers, signal: ended.signal });
      if (!answer.ok || !answer.body) throw new Error(`events: ${answer.status}`);
      const events = answer.body.pipeThrough(new TextDecoderStream()).pipeThrough(new EventSourceParserStream());
      for await (const { event, data } of events as unknown as AsyncIterable<{ event?: string; data: string }>) {
        if (event === 'hello') {
          turn(true);
          pause = PAUSES[0];
          // What happened while nobody listened was not told.
          lists.change('*');
        } else if (event === 'many') {
          lists.change('*');
        } else if (event === 'ticket') {
          lists.change((JSON.parse(data) as { id: string }).id);
        }
      }
    };
    const run = async () => {
      while (!over()) {
        try {
          await follow();
        } catch {
          if (over()) return;
        }
        // A stream that ended is lost until the next one says hello, however it ended.
        turn(false);
        await new Promise((wake) => setTimeout(wake, pause));
        pause = Math.min(pause * 2, PAUSES[1]);
      }
    };
    void run();
    const polling = setInterval(() => {
      if (told !== null) lists.change('*');
    }, POLL);
    return () => {
      ended.abort();
      clearInterval(polling);
      lists.stop();
    };
  }, [queries]);
  return connected;
}

/** True when a list that is shown may be older than a minute: the stream is lost, and reading it anew does not succeed either. */
export function useOutdated(): boolean {
  const queries = useQueryClient();
  return useSyncExternalStore(
    (tell) => {
      const timer = setInterval(tell, LOOK);
      return () => clearInterval(timer);
    },
    () => isOutdated(shown(queries), told, Date.now()),
  );
}

/** When the lists that are shown were read. */
function shown(queries: QueryClient): number[] {
  const active = queries.getQueryCache().findAll({ type: 'active', predicate: ({ queryKey }) => LISTS.includes(String(queryKey[1])) });
  return active.map(({ state }) => state.dataUpdatedAt).filter((read) => read > 0);
}

/** Whether something that was read at these moments is old, when changes were told until `until` (null: they still are). */
export function isOutdated(read: number[], until: number | null, now: number): boolean {
  return until !== null && read.some((at) => now - Math.max(at, until) > OLD);
}
