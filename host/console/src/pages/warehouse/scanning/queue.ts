import type { Schemas } from '../../../api/client';

/** A reading of a label; its key makes sure that it counts once, however often it is sent. */
export interface Reading {
  key: string;
  raw: string;
  source: Schemas['Source'];
  at: string;
}

/** What the server said: its stable code, for the reader's own language, and its words of this very case. */
export interface Why {
  code?: string;
  words: string;
}

/** A reading that the server did not take: somebody sends it again or puts it away. */
export interface Refused extends Why {
  reading: Reading;
}

/** What became of a reading. Only an answer and a refusal of this very reading end it. */
export type Sent =
  | { then: 'answered' }
  | ({ then: 'refused' } & Why)
  /** The network, or the server just now; `status` when something answered. */
  | { then: 'later'; status: number | null }
  /** This account may not scan, or its session is over: nothing behind it would go either. */
  | ({ then: 'barred' } & Why);

/** Where readings are kept over a reload; `localStorage` is one. */
export interface Store {
  getItem(name: string): string | null;
  setItem(name: string, text: string): void;
}

interface Kept {
  waiting: Reading[];
  refused: Refused[];
}

/** Why, without what became of it. */
export const whyOf = ({ code, words }: Why): Why => ({ ...(code ? { code } : {}), words });

const isReading = (one: unknown): one is Reading => {
  const reading = one as Reading | null;
  return typeof reading?.key === 'string' && typeof reading.raw === 'string' && typeof reading.at === 'string';
};

const isRefused = (one: unknown): one is Refused => {
  const refused = one as Refused | null;
  return isReading(refused?.reading) && typeof refused?.words === 'string';
};

function parse(text: string | null): Kept {
  try {
    const found = JSON.parse(text ?? '{}') as Partial<Record<keyof Kept, unknown>> | null;
    const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
    return { waiting: list(found?.waiting).filter(isReading), refused: list(found?.refused).filter(isRefused) };
  } catch {
    return { waiting: [], refused: [] }; // Something else wrote there; what cannot be read cannot be sent.
  }
}

/** Readings of this device in the order in which they were made, and those that the server refused for good. */
export function scanQueue(store: Store, place: string) {
  let sending: Promise<Sent | null> | null = null;
  const kept = () => parse(store.getItem(place));
  const change = (how: (before: Kept) => Kept) => store.setItem(place, JSON.stringify(how(kept())));
  const without = (key: string) => (one: Reading) => one.key !== key;
  const put = (key: string) => change(({ waiting, refused }) => ({ waiting, refused: refused.filter(({ reading }) => reading.key !== key) }));
  /** One after the other; what stopped it is answered, null when nothing waits any more. */
  const run = async (send: (reading: Reading) => Promise<Sent>): Promise<Sent | null> => {
    for (let first = kept().waiting[0]; first; first = kept().waiting[0]) {
      const reading = first;
      const sent = await send(reading);
      if (sent.then === 'later' || sent.then === 'barred') return sent;
      change(({ waiting, refused }) => ({
        waiting: waiting.filter(without(reading.key)),
        refused: sent.then === 'refused' ? [...refused, { reading, ...whyOf(sent) }] : refused,
      }));
    }
    return null;
  };
  return {
    kept,
    add: (reading: Reading) => change((before) => ({ ...before, waiting: [...before.waiting, reading] })),
    /** A refused reading goes to the end of the queue under a new key: under the old one the server would repeat its refusal. */
    again(key: string, fresh: string) {
      const found = kept().refused.find(({ reading }) => reading.key === key);
      if (!found) return;
      put(key);
      change((before) => ({ ...before, waiting: [...before.waiting, { ...found.reading, key: fresh }] }));
    },
    /** Somebody has read why it was refused. */
    dismiss: put,
    /** Sends what waits; who calls while it runs waits for the same run. */
    flush(send: (reading: Reading) => Promise<Sent>): Promise<Sent | null> {
      sending ??= run(send).finally(() => {
        sending = null;
      });
      return sending;
    },
  };
}
