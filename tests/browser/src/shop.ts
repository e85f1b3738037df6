import { randomUUID } from 'node:crypto';
import type { Running } from './server';

/** What the API answers, as far as a story looks into it. */
export type Answer = Record<string, unknown> & { id: string };

/** Calls the API as somebody of the demo shop: what happens around a story (an order comes in) without being its subject. */
export async function call(server: Running, role: string, method: string, path: string, body?: unknown): Promise<Answer> {
  const answer = await fetch(`${server.url}/api/v1${path}`, {
    method,
    headers: { authorization: `Bearer ${server.keys[role]}`, 'content-type': 'application/json', 'idempotency-key': randomUUID() },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  const said = await answer.text();
  if (!answer.ok) throw new Error(`${answer.status} to ${method} ${path} of ${role}: ${said}`);
  return (said ? JSON.parse(said) : {}) as Answer;
}

/** A name that no other story of this or an earlier run uses. */
export function unique(prefix: string): string {
  return `${prefix}-${randomUUID().slice(0, 8)}`;
}

const DAY = 24 * 3_600_000;

export interface Bought {
  sku: string;
  title: string;
  category?: string;
  /** Price of one piece in the currency's smallest unit. */
  minor: number;
  quantity?: number;
}

/** An order as a shop sends it, delivered three days ago. `now` is for servers whose clock was moved. */
export function order({ sku, title, category = 'pet_device', minor, quantity = 1 }: Bought, { id = unique('O'), now = Date.now() } = {}) {
  return {
    external_id: id,
    currency: 'CNY',
    placed_at: new Date(now - 6 * DAY).toISOString(),
    delivered_at: new Date(now - 3 * DAY).toISOString(),
    paid: { minor: minor * quantity, currency: 'CNY' },
    lines: [{ external_id: '1', sku, title, category, quantity, unit_price: { minor, currency: 'CNY' } }],
  };
}

/** A customer nobody has heard of before. */
export function customer(name = '林女士', phone = '13800000001') {
  return { external_id: unique('C'), name, phone };
}

interface Wish {
  kind?: 'refund_only' | 'return_refund' | 'exchange' | 'resend' | 'repair' | 'price_protect';
  subject?: string;
  problem?: string;
  bought: Bought;
  now?: number;
}

/** A ticket that came over the API, before anybody looked at it. */
export async function ticket(server: Running, { kind = 'refund_only', subject = '不想要了', problem = 'unwanted', bought, now }: Wish): Promise<Answer> {
  return await call(server, 'agent', 'POST', '/tickets', {
    kind,
    subject,
    problem_type: problem,
    external_ref: unique('T'),
    customer: customer(),
    order: order(bought, { now }),
    lines: [{ order_line: '1', quantity: bought.quantity ?? 1, reason: problem }],
  });
}
