import type { Schemas } from '../../../../api/client';
import { details } from './kinds';

const AXES = ['case', 'goods', 'money', 'dispute', 'priority', 'queue'] as const;

/** One thing that an event changed. */
export interface Move {
  axis: (typeof AXES)[number];
  from: string | null;
  to: string;
}

/** What an event changed about where the ticket stands. */
export function moves(entry: Schemas['Entry']): Move[] {
  const { moved } = details(entry);
  if (typeof moved !== 'object' || moved == null) return [];
  const found = moved as Record<string, { from?: unknown; to?: unknown } | undefined>;
  return AXES.flatMap((axis) => {
    const { from, to } = found[axis] ?? {};
    return typeof to === 'string' ? [{ axis, from: typeof from === 'string' ? from : null, to }] : [];
  });
}

/** An amount that came with an event. */
export function amountOf(entry: Schemas['Entry']): Schemas['Money'] | null {
  const { amount } = details(entry);
  if (typeof amount !== 'object' || amount == null || !('minor' in amount) || !('currency' in amount)) return null;
  return typeof amount.minor === 'number' && typeof amount.currency === 'string' ? { minor: amount.minor, currency: amount.currency } : null;
}
