/** A reading that the server has not answered yet; its key makes sure that it counts once. */
export interface Reading {
  key: string;
  raw: string;
  source: 'wedge' | 'manual';
  at: string;
}

/** Where readings are kept over a reload; `localStorage` is one. */
export interface Store {
  getItem(name: string): string | null;
  setItem(name: string, text: string): void;
}

/** What became of a reading: answered for good, or the server was not reached and it stays. */
export type Sent = 'answered' | 'later';

const isReading = (one: unknown): one is Reading => {
  const reading = one as Reading | null;
  return typeof reading?.key === 'string' && typeof reading.raw === 'string' && typeof reading.at === 'string';
};

/** Readings in the order in which they were made, kept in a place of their own for each person. */
export function scanQueue(store: Store, place: string) {
  let sending: Promise<void> | null = null;
  const all = (): Reading[] => {
    const text = store.getItem(place);
    if (!text) return [];
    const found: unknown = JSON.parse(text);
    return Array.isArray(found) ? found.filter(isReading) : [];
  };
  const keep = (readings: Reading[]) => store.setItem(place, JSON.stringify(readings));
  /** One after the other; a reading leaves the queue only when it was answered. */
  const run = async (send: (reading: Reading) => Promise<Sent>) => {
    for (let first = all()[0]; first; first = all()[0]) {
      if ((await send(first)) === 'later') return;
      const { key } = first;
      keep(all().filter((one) => one.key !== key));
    }
  };
  return {
    all,
    add: (reading: Reading) => keep([...all(), reading]),
    /** Sends what waits; who calls while it runs waits for the same run. */
    flush(send: (reading: Reading) => Promise<Sent>): Promise<void> {
      sending ??= run(send).finally(() => {
        sending = null;
      });
      return sending;
    },
  };
}
