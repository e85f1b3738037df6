import { fetcher, ifMatch, type Schemas } from '../../../../api/client';
import type { Answer } from '../use_send';

type Ticket = Schemas['TicketView'];

/** What is typed before an action; a money field is in the ticket's currency. */
export interface Field {
  name: 'opinion' | 'reason' | 'message' | 'amount' | 'tracking' | 'carrier' | 'reference' | 'note' | 'into' | 'queue';
  required?: boolean;
}

/** What was typed: words, and the amount as the API takes it. */
export interface Typed {
  words: Partial<Record<Field['name'], string>>;
  amount: Schemas['Money'] | null;
}

export interface Action {
  key: string;
  needs: Schemas['Permission'];
  danger?: boolean;
  /** Whether the state may allow it; the server has the last word. */
  when: (ticket: Ticket) => boolean;
  fields: Field[];
  call: (ticket: Ticket, typed: Typed) => Answer;
}

const ENDED: Schemas['CaseStatus'][] = ['merged', 'closed_expired', 'refused_final', 'completed', 'cancelled', 'closed'];
const open = ({ case: state }: Ticket) => !ENDED.includes(state);
const at = ({ id, version }: Ticket) => ({ params: { path: { id }, header: ifMatch(version) } });
const judged = ({ case: state }: Ticket) => state === 'first_review' || state === 'approval';
const disputed = ({ dispute }: Ticket) => dispute === 'evidence' || dispute === 'negotiating';

/** Everything one can do to a ticket, the most usual first. */
export const actions: Action[] = [
  { key: 'accept', needs: 'ticket:write', when: judged, fields: [], call: (ticket) => fetcher.POST('/api/v1/tickets/{id}/accept', at(ticket)) },
  {
    key: 'approve', needs: 'ticket:approve', when: judged, fields: [{ name: 'amount' }, { name: 'opinion' }],
    call: (ticket, { words, amount }) => fetcher.POST('/api/v1/tickets/{id}/approve', { ...at(ticket), body: { amount, opinion: words.opinion ?? null } }),
  },
  {
    key: 'reject', needs: 'ticket:approve', danger: true, when: judged, fields: [{ name: 'opinion', required: true }],
    call: (ticket, { words }) => fetcher.POST('/api/v1/tickets/{id}/reject', { ...at(ticket), body: { opinion: words.opinion ?? '' } }),
  },
  {
    key: 'ask', needs: 'ticket:write', when: open, fields: [{ name: 'message', required: true }],
    call: (ticket, { words }) => fetcher.POST('/api/v1/tickets/{id}/request-information', { ...at(ticket), body: { message: words.message ?? '' } }),
  },
  {
    key: 'transfer', needs: 'ticket:write', when: open, fields: [{ name: 'queue', required: true }, { name: 'reason' }],
    call: (ticket, { words }) => fetcher.POST('/api/v1/tickets/{id}/transfer', { ...at(ticket), body: { queue: words.queue ?? null, reason: words.reason ?? null } }),
  },
  {
    key: 'parcel', needs: 'ticket:write', when: ({ case: state }) => state === 'awaiting_return' || state === 'in_transit',
    fields: [{ name: 'tracking', required: true }, { name: 'carrier' }],
    call: (ticket, { words }) =>
      fetcher.POST('/api/v1/tickets/{id}/parcels', { ...at(ticket), body: { tracking_number: words.tracking ?? '', carrier: words.carrier ?? null } }),
  },
  {
    key: 'lost', needs: 'ticket:write', danger: true, when: ({ case: state }) => state === 'in_transit', fields: [{ name: 'reason', required: true }],
    call: (ticket, { words }) => fetcher.POST('/api/v1/tickets/{id}/parcel-lost', { ...at(ticket), body: { reason: words.reason ?? '' } }),
  },
  { key: 'found', needs: 'ticket:write', when: ({ goods }) => goods === 'lost', fields: [], call: (ticket) => fetcher.POST('/api/v1/tickets/{id}/parcel-found', at(ticket)) },
  {
    key: 'dispute', needs: 'ticket:write', when: ({ dispute }) => dispute === 'none', fields: [{ name: 'reference' }],
    call: (ticket, { words }) => fetcher.POST('/api/v1/tickets/{id}/dispute', { ...at(ticket), body: { reference: words.reference ?? null } }),
  },
  {
    key: 'evidence', needs: 'ticket:write', when: disputed, fields: [{ name: 'note', required: true }],
    call: (ticket, { words }) => fetcher.POST('/api/v1/tickets/{id}/dispute/evidence', { ...at(ticket), body: { note: words.note ?? '' } }),
  },
  {
    key: 'ruled_buyer', needs: 'ticket:write', danger: true, when: disputed, fields: [{ name: 'amount' }],
    call: (ticket, { amount }) => fetcher.POST('/api/v1/tickets/{id}/dispute/ruling', { ...at(ticket), body: { for: 'buyer', amount } }),
  },
  {
    key: 'ruled_seller', needs: 'ticket:write', danger: true, when: disputed, fields: [],
    call: (ticket) => fetcher.POST('/api/v1/tickets/{id}/dispute/ruling', { ...at(ticket), body: { for: 'seller' } }),
  },
  { key: 'withdraw', needs: 'ticket:write', when: disputed, fields: [], call: (ticket) => fetcher.POST('/api/v1/tickets/{id}/dispute/withdraw', at(ticket)) },
  {
    key: 'elsewhere', needs: 'finance:write', danger: true, when: open, fields: [{ name: 'amount', required: true }, { name: 'reference' }],
    call: (ticket, { words, amount }) =>
      fetcher.POST('/api/v1/tickets/{id}/refunded-elsewhere', { ...at(ticket), body: { amount: amount ?? { minor: 0, currency: currency(ticket) }, reference: words.reference ?? null } }),
  },
  {
    key: 'clawback', needs: 'finance:write', danger: true, when: ({ money }) => money === 'refunded', fields: [{ name: 'amount', required: true }, { name: 'reason', required: true }],
    call: (ticket, { words, amount }) =>
      fetcher.POST('/api/v1/tickets/{id}/clawback', { ...at(ticket), body: { amount: amount ?? { minor: 0, currency: currency(ticket) }, reason: words.reason ?? '' } }),
  },
  {
    key: 'merge', needs: 'ticket:write', danger: true, when: open, fields: [{ name: 'into', required: true }],
    call: (ticket, { words }) => fetcher.POST('/api/v1/tickets/{id}/merge', { ...at(ticket), body: { into: words.into ?? '' } }),
  },
  {
    key: 'cancel', needs: 'ticket:write', danger: true, when: open, fields: [{ name: 'reason' }],
    call: (ticket, { words }) => fetcher.POST('/api/v1/tickets/{id}/cancel', { ...at(ticket), body: { reason: words.reason ?? null } }),
  },
  {
    key: 'reopen', needs: 'ticket:write', when: (ticket) => !open(ticket), fields: [{ name: 'reason' }],
    call: (ticket, { words }) => fetcher.POST('/api/v1/tickets/{id}/reopen', { ...at(ticket), body: { reason: words.reason ?? null } }),
  },
];

/** What the ticket's amounts are in. */
export function currency({ order, lines }: Ticket): string {
  return order?.paid.currency ?? lines[0]?.requested.currency ?? 'CNY';
}
