import type { Schemas } from '../../../api/client';

/** What happens after an inspection. */
export type Step = 'released' | 'paid' | 'approval' | 'replacement' | 'nothing' | 'held' | 'settling' | 'risk' | 'offer' | 'part' | 'sent_back' | 'parcels' | 'again';

/** An offer as pages need it; what it keeps back of each line they do not show. */
export type MadeOffer = Omit<Schemas['KeptOffer'], 'shares'>;

type Ticket = Pick<Schemas['TicketView'], 'case' | 'money' | 'kind'>;
type Inspection = Pick<Schemas['KeptInspection'], 'finding'>;
type Offer = Pick<MadeOffer, 'state' | 'choice'> | null;

/** What happens next, by how the ticket stands now: the present state counts, not the one right after the inspection. */
export function next({ case: state, money, kind }: Ticket, { finding }: Inspection, offer: Offer): Step[] {
  if (finding === 'waiting') return [state === 'received' ? 'again' : 'parcels'];
  if (state === 'inspection_hold') return offer?.state === 'open' ? ['held', 'risk', 'offer'] : ['held', 'risk'];
  if (state === 'send_back') return ['sent_back'];
  if (state === 'awaiting_return' || state === 'partially_received') return offer?.choice === 'resend' ? ['part'] : ['parcels'];
  if (money === 'refunded' || money === 'refunded_externally') return ['paid'];
  if (state === 'settling') return finding === 'hold' ? ['settling'] : ['released'];
  if (state === 'submitted' || state === 'first_review' || state === 'approval') return ['approval'];
  if (kind === 'exchange' || kind === 'repair' || kind === 'resend') return finding === 'hold' ? ['risk'] : ['replacement'];
  return ['nothing'];
}
