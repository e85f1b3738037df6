/** One of several things that was refused, and why. */
export interface Refused<Item> {
  item: Item;
  error: unknown;
}

/** What became of several things that were done one after the other. */
export interface Outcome<Item> {
  done: Item[];
  refused: Refused<Item>[];
  /** Those whose turn never came, because somebody stopped. */
  left: Item[];
}

/** Does the same to several things, one after the other, so that it can be stopped; what is refused keeps no other from its turn. */
export async function runAll<Item>(
  items: readonly Item[],
  call: (item: Item) => Promise<{ error?: unknown }>,
  { progress, stopped }: { progress: (count: number) => void; stopped: () => boolean },
): Promise<Outcome<Item>> {
  const outcome: Outcome<Item> = { done: [], refused: [], left: [] };
  for (const item of items) {
    if (stopped()) {
      outcome.left.push(item);
      continue;
    }
    const { error } = await call(item).catch((failed: unknown) => ({ error: failed }));
    if (error) outcome.refused.push({ item, error });
    else outcome.done.push(item);
    progress(outcome.done.length + outcome.refused.length);
  }
  return outcome;
}
