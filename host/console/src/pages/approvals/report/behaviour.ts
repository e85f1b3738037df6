import type { Schemas } from '../../../api/client';
import { totals } from '../../../parts/money';

type Case = Pick<Schemas['TicketRow'], 'id' | 'money' | 'refund' | 'problem_type' | 'created_at' | 'lines'>;
type Bought = Pick<Schemas['Order'], 'paid'>;

/** Half a year, within which cases are alike (D6). */
const RECENT = 183 * 86_400_000;
/** So many cases that are alike are worth a word to whoever decides (D6). */
export const OFTEN = 3;

/** How a customer buys and returns, counted from what was loaded. */
export interface Behaviour<One extends Case = Case> {
  orders: number;
  paid: Schemas['Money'][];
  /** The cases besides the present one, as they were loaded. */
  others: One[];
  refunds: number;
  refunded: Schemas['Money'][];
  /** Refunds per order, in per cent; null without orders. */
  rate: number | null;
  similar: number;
}

/** Sums up; similar is what has the same problem or a reason in common, within half a year before now. */
export function behaviour<One extends Case>(present: Case, orders: readonly Bought[], cases: readonly One[], now: number): Behaviour<One> {
  const others = cases.filter(({ id }) => id !== present.id);
  const back = others.filter(({ money }) => money === 'refunded' || money === 'refunded_externally');
  const reasons = new Set(present.lines.map(({ reason }) => reason));
  const alike = others.filter(
    (one) =>
      Date.parse(one.created_at) >= now - RECENT &&
      ((present.problem_type != null && one.problem_type === present.problem_type) || one.lines.some(({ reason }) => reasons.has(reason))),
  );
  return {
    orders: orders.length,
    paid: totals(orders.map(({ paid }) => paid)),
    others,
    refunds: back.length,
    refunded: totals(back.flatMap(({ refund }) => (refund?.amount ? [refund.amount] : []))),
    rate: orders.length ? Math.round((back.length * 1000) / orders.length) / 10 : null,
    similar: alike.length,
  };
}
