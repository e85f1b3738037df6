import type { Schemas } from '../../../api/client';

type Case = Schemas['CaseStatus'];
type Facts = Pick<Schemas['TicketView'], 'case' | 'goods' | 'money' | 'dispute' | 'kind'>;

/** Nobody has to do anything any more. */
const ENDED: readonly Case[] = ['merged', 'closed_expired', 'refused_final', 'completed', 'cancelled', 'closed'];
const UNDECIDED: readonly Case[] = ['submitted', 'awaiting_customer', 'first_review', 'approval'];
const UNDER_WAY: readonly Case[] = ['approved', 'awaiting_return', 'in_transit', 'partially_received', 'received', 'inspected_ok'];
const SERVICE: readonly Schemas['TicketKind'][] = ['exchange', 'resend', 'repair'];

const isOpen = ({ case: state }: Facts) => !ENDED.includes(state);
const disputed = ({ dispute }: Facts) => dispute === 'evidence' || dispute === 'negotiating';
const unpaid = ({ money }: Facts) => money === 'none' || money === 'refund_pending' || money === 'refund_failed';
const paid = ({ money }: Facts) => money === 'refunded' || money === 'refunded_externally';
const still = (facts: Facts) => facts.money === 'none' || paid(facts);
const stands = ({ case: state }: Facts, ...where: Case[]) => where.includes(state);
const shipped = ({ case: state, goods }: Facts) => state === 'fulfilling' && (goods === 'replacement_shipped' || goods === 'replacement_delivered');
const owing = ({ case: state, kind }: Facts) => SERVICE.includes(kind) && ['fulfilling', 'completed', 'closed'].includes(state);

/**
 * What the state of a ticket lets people do, by the table of the server's state machine; the server has the last word. What is not
 * possible is not offered.
 */
export const possible = {
  open: isOpen,
  decide: (facts: Facts) => stands(facts, 'first_review', 'approval'),
  ask: (facts: Facts) => UNDECIDED.includes(facts.case),
  requestReturn: (facts: Facts) => stands(facts, 'approved', 'awaiting_return'),
  parcel: (facts: Facts) =>
    stands(facts, 'approved', 'awaiting_return', 'in_transit', 'exception', 'partially_received', 'received', 'inspection_hold') || (owing(facts) && facts.case !== 'closed'),
  lost: (facts: Facts) => stands(facts, 'in_transit'),
  found: (facts: Facts) => stands(facts, 'exception') && facts.goods === 'lost',
  receive: (facts: Facts) => stands(facts, 'approved', 'awaiting_return', 'in_transit', 'partially_received', 'received', 'inspection_hold'),
  sendBack: (facts: Facts) => stands(facts, 'inspection_hold'),
  shipBack: (facts: Facts) => stands(facts, 'send_back'),
  propose: (facts: Facts) => SERVICE.includes(facts.kind) && (UNDER_WAY.includes(facts.case) || facts.case === 'fulfilling'),
  service: ({ kind }: Facts) => SERVICE.includes(kind),
  amount: (facts: Facts) => (UNDER_WAY.includes(facts.case) || stands(facts, 'first_review', 'approval', 'settling')) && unpaid(facts) && !disputed(facts),
  settle: (facts: Facts) =>
    !disputed(facts) &&
    ((stands(facts, 'settling', 'approved', 'inspected_ok', 'exception') && unpaid(facts)) ||
      (stands(facts, 'fulfilling') && SERVICE.includes(facts.kind) && (unpaid(facts) || facts.money === 'refunded'))),
  elsewhere: (facts: Facts) => isOpen(facts) && unpaid(facts),
  clawback: (facts: Facts) => (stands(facts, 'completed', 'closed') && paid(facts)) || (owing(facts) && still(facts)),
  collect: (facts: Facts) => stands(facts, 'settling') && facts.money === 'clawback',
  dispute: (facts: Facts) => facts.case !== 'merged' && !disputed(facts),
  disputed,
  merge: (facts: Facts) => UNDECIDED.includes(facts.case) && (facts.goods === 'not_shipped' || facts.goods === 'with_customer') && !disputed(facts),
  cancel: (facts: Facts) => isOpen(facts) && unpaid(facts) && !shipped(facts),
  reopen: (facts: Facts) => !isOpen(facts) && still(facts),
} as const;
