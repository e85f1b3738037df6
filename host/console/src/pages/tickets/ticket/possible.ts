import type { Schemas } from '../../../api/client';

type Ticket = Pick<Schemas['TicketView'], 'possible' | 'kind'>;

/** Whether the ticket, as it stands, takes one of these events. */
const takes =
  (...events: Schemas['EventKind'][]) =>
  (ticket: Ticket) =>
    events.some((event) => ticket.possible.includes(event));

/** Where something else is sent instead of money, or the same is mended. */
const SERVICE: readonly Schemas['TicketKind'][] = ['exchange', 'resend', 'repair'];

/**
 * What people may do with a ticket: each action and the event that it would bring about. The server says which events the ticket takes; what
 * it does not take is not offered.
 */
export const possible = {
  open: takes('accepted'),
  decide: takes('agreed', 'rejected'),
  ask: takes('information_requested'),
  requestReturn: takes('return_requested'),
  parcel: takes('tracking_added'),
  lost: takes('parcel_lost'),
  found: takes('parcel_found'),
  receive: takes('goods_inspected'),
  sendBack: takes('agreement_failed'),
  shipBack: takes('goods_sent_back'),
  /** What leaves may cost more than what comes back, as long as something may leave. */
  propose: takes('difference_due'),
  service: ({ kind }: Ticket) => SERVICE.includes(kind),
  amount: takes('amount_changed'),
  settle: takes('settlement_agreed'),
  elsewhere: takes('refunded_externally'),
  clawback: takes('clawback_started'),
  collect: takes('clawback_collected'),
  dispute: takes('dispute_opened'),
  disputed: takes('dispute_ruled'),
  merge: takes('merged'),
  cancel: takes('cancelled'),
  reopen: takes('reopened'),
} as const;
