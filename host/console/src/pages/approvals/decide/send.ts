import { fetcher, ifMatch, type Schemas } from '../../../api/client';

/** What can be done about a ticket that waits: agree, refuse, ask the customer first, or hand it to somebody else. */
export type Doing = 'approve' | 'reject' | 'ask' | 'transfer';

/** What was filled in. */
export interface Said {
  words: string;
  amount: Schemas['Money'] | null;
  person: string | null;
  queue: string | null;
}

/** Sends a decision about the ticket as it was shown. */
export function send(doing: Doing, { id, version }: Pick<Schemas['TicketView'], 'id' | 'version'>, { words, amount, person, queue }: Said) {
  const params = { path: { id }, header: ifMatch(version) };
  switch (doing) {
    case 'approve':
      return fetcher.POST('/api/v1/tickets/{id}/approve', { params, body: { amount, opinion: words || null } });
    case 'reject':
      return fetcher.POST('/api/v1/tickets/{id}/reject', { params, body: { opinion: words } });
    case 'ask':
      return fetcher.POST('/api/v1/tickets/{id}/request-information', { params, body: { message: words } });
    case 'transfer':
      return fetcher.POST('/api/v1/tickets/{id}/transfer', { params, body: { assignee: person, queue, reason: words || null } });
  }
}
