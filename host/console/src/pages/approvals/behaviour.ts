import type { Schemas } from '../../api/client';

type Case = Pick<Schemas['TicketItem'], 'id' | 'money' | 'refund' | 'problem_type' | 'created_at' | 'lines'>;
type Bought = Pick<Schemas['Order'], 'paid'>;

/** How a customer buys and returns, counted from what was loaded. */
export interface Behaviour {
  orders: number;
  paid: Schemas['Money'][];
  cases: number;
  refunds: number;
  refunded: Schemas['Money'][];
  /** Refunds per order, in per cent; null without orders. */
  rate: number | null;
  similar: number;
}

/** Amounts added up, one for each currency. */
export function sums(amounts: readonly Schemas['Money'][]): Schemas['Money'][] {
  const found = new Map<string, number>();
  for (const { minor, currency } of amounts) found.set(currency, (found.get(currency) ?? 0) + minor);
  return [...found].map(([currency, minor]) => ({ minor, currency }));
}

/** Sums up; similar is what has the same problem or a reason in common, within half a year before now. */
export function behaviour(present: Case, orders: readonly Bought[], cases: readonly Case[], now: number): Behaviour {
  const others = cases.filter(({ id }) => id !== present.id);
  const back = others.filter(({ money }) => money === 'refunded' || money === 'refunded_externally');
  const since = now - 183 * 86_400_000;
  const reasons = new Set(present.lines.map(({ reason }) => reason));
  const alike = others.filter(
    (one) =>
      Date.parse(one.created_at) >= since &&
      ((present.problem_type != null && one.problem_type === present.problem_type) || one.lines.some(({ reason }) => reasons.has(reason))),
  );
  return {
    orders: orders.length,
    paid: sums(orders.map(({ paid }) => paid)),
    cases: others.length,
    refunds: back.length,
    refunded: sums(back.flatMap(({ refund }) => (refund?.amount ? [refund.amount] : []))),
    rate: orders.length ? Math.round((back.length * 1000) / orders.length) / 10 : null,
    similar: alike.length,
  };
}
