import type { Schemas } from '../../api/client';

/** What customers ask for themselves; claims on the carrier are the shop's (L1). */
export const KINDS: readonly Schemas['TicketKind'][] = ['return_refund', 'refund_only', 'exchange', 'resend', 'repair', 'price_protect', 'complaint', 'inquiry'];

/** Why, in the order in which it is most often so. */
export const REASONS = [
  'unwanted',
  'malfunction',
  'damaged',
  'quality',
  'wrong_item',
  'missing_part',
  'not_as_described',
  'size_too_small',
  'size_too_large',
  'late',
  'other',
] as const;

/** An order and the telephone number that proves it. */
export interface Proof {
  order: string;
  phone: string;
}

/** Pieces of each line that it is about; a line without any is not asked about. */
export type Pieces = Record<string, number>;

/** A request that is about no goods. */
export const talks = (kind: Schemas['TicketKind']) => kind === 'complaint' || kind === 'inquiry';

/** The request as it is sent. */
export function request(
  proof: Proof,
  { kind, reason, description, pieces, form }: { kind: Schemas['TicketKind']; reason: string; description: string; pieces: Pieces; form: Record<string, unknown> | null },
): Schemas['NewReturn'] {
  const lines = Object.entries(pieces)
    .filter(([, quantity]) => quantity > 0)
    .map(([order_line, quantity]) => ({ order_line, quantity, reason: null }));
  return { ...proof, kind, reason, problem_type: null, description: description.trim(), lines: talks(kind) ? [] : lines, form };
}
