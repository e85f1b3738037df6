import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { EventSourceParserStream } from 'eventsource-parser/stream';
import { useEffect, useState } from 'react';
import { session } from './session';

/** Shortest and longest pause before the stream is opened again, in milliseconds. */
const PAUSES = [1_000, 30_000] as const;
/** Many changes in one moment read the lists once. */
const GATHER = 1_000;

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
        const [, path, given] = queryKey as [string, string, { params?: { path?: { id?: string } } } | undefined];
        if (path === '/api/v1/tickets' || path === '/api/v1/tasks' || path === '/api/v1/board') return true;
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

/** Follows what changes in the shop, and reads anew what is shown of it. False while the connection is lost. */
export function useLive(): boolean {
  const queries = useQueryClient();
  const [connected, setConnected] = useState(true);
  useEffect(() => {
    const ended = new AbortController();
    const over = () => ended.signal.aborted;
    const lists = reader(queries);
    let pause: number = PAUSES[0];
    const follow = async () => {
      const headers = { authorization: `Bearer ${session.key() ?? ''}`, accept: 'text/event-stream' };
      const answer = await fetch('/api/v1/events', { headers, signal: ended.signal });
      if (!answer.ok || !answer.body) throw new Error(`events: ${answer.status}`);
      const events = answer.body.pipeThrough(new TextDecoderStream()).pipeThrough(new EventSourceParserStream());
      for await (const { event, data } of events as unknown as AsyncIterable<{ event?: string; data: string }>) {
        if (event === 'hello') {
          setConnected(true);
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
          setConnected(false);
        }
        await new Promise((wake) => setTimeout(wake, pause));
        pause = Math.min(pause * 2, PAUSES[1]);
      }
    };
    void run();
    return () => {
      ended.abort();
      lists.stop();
    };
  }, [queries]);
  return connected;
}
