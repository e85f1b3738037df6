/** One step of the ladder of amounts, as the stock plugin keeps it: up to this amount, this role agrees; nobody has to where there is none. */
export interface Tier {
  /** In minor units; null for "no end". */
  up_to?: number | null;
  role?: string | null;
  with_report?: boolean;
  [more: string]: unknown;
}

/** Tiers by currency. */
export type Ladders = Record<string, Tier[]>;

/** The ladders of a configuration; none when it has others than people may edit here. */
export function laddersOf(config: unknown): Ladders | null {
  if (typeof config !== 'object' || config === null || !('tiers' in config)) return null;
  const { tiers } = config;
  if (typeof tiers !== 'object' || tiers === null) return null;
  return Object.values(tiers).every(Array.isArray) ? (tiers as Ladders) : null;
}

/** A ladder with a new step before the last one, which has no end. */
export function withStep(ladder: readonly Tier[]): Tier[] {
  const last = ladder.at(-1);
  const before = ladder.slice(0, -1);
  const step: Tier = { up_to: null, role: last?.role ?? null };
  return last?.up_to == null && last ? [...before, step, last] : [...ladder, { up_to: null, role: null }];
}

/** Steps whose amount is missing or not above that of the step before; the last one may have no end. */
export function outOfOrder(ladder: readonly Tier[]): number[] {
  let below = -1;
  return ladder.flatMap(({ up_to: end }, at) => {
    if (end == null) return at === ladder.length - 1 ? [] : [at];
    const wrong = end <= below;
    below = Math.max(below, end);
    return wrong ? [at] : [];
  });
}
