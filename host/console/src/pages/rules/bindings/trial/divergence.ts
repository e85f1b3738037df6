import type { Schemas } from '../../../../api/client';
import { totals } from '../../../../parts/money';

type Heap = Schemas['Heap'];
type Item = Schemas['DecisionItem'];
type Amount = Schemas['Money'];

/** What passes without a person. */
const APPROVED = 'approve';

/** True for a heap in which something else would have followed; other words for the same are none. */
export function differs({ difference }: Pick<Heap, 'difference'>): boolean {
  return difference !== 'same' && difference !== 'wording';
}

/** Money that passed without a person, and that would have passed with the candidate; one for each currency. */
export function passing(heaps: readonly Heap[]): { before: Amount[]; after: Amount[] } {
  const amounts = (side: 'before' | 'after') =>
    totals(
      heaps.flatMap((heap) => {
        const amount = side === 'before' ? heap.amount_before : heap.amount_after;
        return heap[side] === APPROVED && amount ? [amount] : [];
      }),
    );
  return { before: amounts('before'), after: amounts('after') };
}

/** How much more would pass than did, for each currency that either has. */
export function gained({ before, after }: { before: Amount[]; after: Amount[] }): Amount[] {
  return totals([...after, ...before.map(({ minor, currency }) => ({ minor: -minor, currency }))]);
}

/** One question that both rules answered. */
export interface Pair {
  shadow: Item;
  counted: Item;
}

/** Answers of a shadow with those that counted: they were asked about the same ticket in the same moment. */
export function pairs(shadows: readonly Item[], counted: readonly Item[]): Pair[] {
  const at = (item: Item) => `${item.ticket} ${item.at}`;
  const found = new Map(counted.map((item) => [at(item), item]));
  return shadows.flatMap((shadow) => {
    const other = found.get(at(shadow));
    return other ? [{ shadow, counted: other }] : [];
  });
}

/** Those pairs that lie in a heap. */
export function inHeap({ before, after }: Pick<Heap, 'before' | 'after'>, all: readonly Pair[]): Pair[] {
  return all.filter(({ shadow, counted }) => shadow.consequence.label === after && counted.consequence.label === before);
}
