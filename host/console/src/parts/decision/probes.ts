import type { Schemas } from '../../api/client';

type Probe = Schemas['Probe'];

/** Changes of one place that lead to the same, as one sentence. */
export interface Told {
  pointer: string;
  change: Probe['change'];
  after: string;
  to: unknown[];
  /** The server's own words for the first of them. */
  text: string;
}

/** Gathers single changes that differ only in the value: a list of categories is one sentence, not thirty. */
export function gather(probes: Probe[]): Told[] {
  const found = new Map<string, Told>();
  for (const { pointer, change, after, to, text } of probes) {
    const key = change === 'set' || change === 'add' ? `${pointer} ${change} ${after}` : `${pointer} ${change} ${after} ${JSON.stringify(to)}`;
    const told = found.get(key);
    if (told) told.to.push(to);
    else found.set(key, { pointer, change, after, to: [to], text });
  }
  return [...found.values()];
}

/** The key of the words for a place of the input: numbers of lists stand for every entry. */
export function placeKey(pointer: string): string {
  return pointer
    .slice(1)
    .replaceAll(/\/\d+/g, '')
    .replaceAll('/', '_');
}
