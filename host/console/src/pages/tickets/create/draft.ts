import type { Schemas } from '../../../api/client';
import { parseMoney } from '../../../parts/money';

export type Kind = Schemas['TicketKind'];

/** A line of an order that nobody knows yet, as it is typed. */
export interface TypedLine {
  title: string;
  sku: string;
  category: string;
  quantity: number;
  price: string;
}

/** What is asked for one line of the order. */
export interface Wanted {
  quantity: number;
  reason: string;
  /** Amount that is asked for, when it is not the price. */
  amount: string;
}

/** A new ticket as it is typed. */
export interface Draft {
  kind: Kind;
  /** Where the order comes from: found, typed in, or there is none. */
  from: 'found' | 'typed' | 'none';
  found: Schemas['Order'] | null;
  order: { number: string; placed: string | null; delivered: string | null; lines: TypedLine[] };
  customer: { name: string; phone: string; id: string };
  /** By the line's name within its order. */
  wanted: Record<string, Wanted>;
  subject: string;
  description: string;
  problem: string | undefined;
  priority: Schemas['Priority'];
  channel: string;
}

/** A line of the order that the ticket may be about. */
export interface Line {
  name: string;
  title: string;
  sku: string;
  bought: number;
  price: Schemas['Money'] | null;
}

export const emptyLine: TypedLine = { title: '', sku: '', category: '', quantity: 1, price: '' };

export const emptyDraft: Draft = {
  kind: 'return_refund',
  from: 'found',
  found: null,
  order: { number: '', placed: null, delivered: null, lines: [emptyLine] },
  customer: { name: '', phone: '', id: '' },
  wanted: {},
  subject: '',
  description: '',
  problem: undefined,
  priority: 'normal',
  channel: 'phone',
};

/** Questions and complaints need no goods; everything else is about what was bought. */
export function needsGoods(kind: Kind): boolean {
  return kind !== 'complaint' && kind !== 'inquiry';
}

/** Whether it pays money back, so that amounts are asked. */
export function paysBack(kind: Kind): boolean {
  return kind === 'return_refund' || kind === 'refund_only' || kind === 'price_protect' || kind === 'freight_claim';
}

/** What was bought. A typed line is named by its place. */
export function linesOf({ from, found, order }: Draft, currency: string): Line[] {
  if (from === 'found') {
    return (found?.lines ?? []).map((line) => ({ name: line.external_id, title: line.title || line.sku, sku: line.sku, bought: line.quantity, price: line.unit_price }));
  }
  if (from === 'none') return [];
  return order.lines.map(({ title, sku, quantity, price }, at) => ({ name: String(at + 1), title: title || sku, sku, bought: quantity, price: parseMoney(price, currency) }));
}

/** Currency of the order. */
export function currencyOf({ from, found }: Draft, shop: string): string {
  return from === 'found' && found ? found.paid.currency : shop;
}

/** The order's number, once there is one. */
export function orderNumber({ from, found, order }: Draft): string | null {
  if (from === 'found') return found?.external_id ?? null;
  return from === 'typed' ? order.number.trim() || null : null;
}

/** Somebody the shop has no number for is known by their telephone. */
function customerOf({ customer }: Draft): Schemas['CustomerDraft'] | null {
  const [name, phone, id] = [customer.name.trim(), customer.phone.trim(), customer.id.trim()];
  if (!name && !phone && !id) return null;
  return { external_id: id || phone || name, name: name || null, phone: phone || null };
}

function orderOf(draft: Draft, currency: string): Schemas['OrderDraft'] | null {
  const number = orderNumber(draft);
  if (draft.from === 'found') return number ? { external_id: number } : null;
  if (draft.from === 'none') return null;
  const lines = draft.order.lines.map(({ title, sku, category, quantity, price }, at) => ({
    external_id: String(at + 1),
    sku: sku.trim() || title.trim(),
    title: title.trim(),
    category: category.trim() || null,
    quantity,
    unit_price: parseMoney(price, currency) ?? { minor: 0, currency },
  }));
  return { external_id: number ?? '', currency, placed_at: draft.order.placed, delivered_at: draft.order.delivered, lines };
}

/** The ticket as the API takes it. */
export function bodyOf(draft: Draft, { currency, subject, form }: { currency: string; subject: string; form: Schemas['FormDraft'] | null }): Schemas['NewTicket'] {
  return {
    kind: draft.kind,
    channel: draft.channel,
    subject: draft.subject.trim() || subject,
    description: draft.description.trim(),
    problem_type: draft.problem ?? null,
    priority: draft.priority,
    // Who bought a known order the server knows.
    customer: draft.from === 'found' ? null : customerOf(draft),
    order: orderOf(draft, currency),
    lines: Object.entries(draft.wanted).map(([name, { quantity, reason, amount }]) => ({
      order_line: name,
      quantity,
      reason,
      requested: paysBack(draft.kind) ? parseMoney(amount, currency) : null,
    })),
    form,
  };
}

/** What is missing before anything is sent: its place in the body, and the word for it. */
export function missing(draft: Draft, currency: string): { pointer: string; word: string }[] {
  const found: { pointer: string; word: string }[] = [];
  const told = (wrong: boolean, pointer: string, word: string) => {
    if (wrong) found.push({ pointer, word });
  };
  const goods = needsGoods(draft.kind);
  told(draft.from === 'found' && goods && !draft.found, '/order', 'missing.order');
  if (draft.from === 'typed') {
    told(!draft.order.number.trim(), '/order/external_id', 'missing.number');
    draft.order.lines.forEach((line, at) => {
      told(!line.title.trim() && !line.sku.trim(), `/order/lines/${at}/title`, 'missing.title_of');
      told(!parseMoney(line.price, currency), `/order/lines/${at}/unit_price`, 'missing.price');
    });
    told(!customerOf(draft), '/customer', 'missing.customer');
  }
  const wanted = Object.values(draft.wanted);
  told(goods && wanted.length === 0 && linesOf(draft, currency).length > 0, '/lines', 'missing.lines');
  wanted.forEach(({ reason, amount }, at) => {
    told(!reason, `/lines/${at}/reason`, 'missing.reason');
    told(amount.trim() !== '' && !parseMoney(amount, currency), `/lines/${at}/requested`, 'missing.amount');
  });
  told(!goods && !draft.subject.trim() && wanted.length === 0, '/subject', 'missing.subject');
  return found;
}
