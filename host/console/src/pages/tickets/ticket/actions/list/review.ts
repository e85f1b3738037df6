import { fetcher } from '../../../../../api/client';
import { possible } from '../../possible';
import { at } from '../../ticket';
import type { Action } from '../action';

/** Deciding, and asking the customer. */
export const review: Action[] = [
  { key: 'accept', group: 'review', needs: 'ticket:write', when: possible.open, call: (ticket) => fetcher.POST('/api/v1/tickets/{id}/accept', at(ticket)) },
  {
    key: 'approve',
    group: 'review',
    needs: 'ticket:approve',
    when: possible.decide,
    fields: [{ name: 'opinion', kind: 'text' }, { name: 'lower', kind: 'money' }],
    call: (ticket, typed) => fetcher.POST('/api/v1/tickets/{id}/approve', { ...at(ticket), body: { amount: typed.money('lower'), opinion: typed.text('opinion') } }),
  },
  {
    key: 'reject',
    group: 'review',
    needs: 'ticket:approve',
    danger: true,
    when: possible.decide,
    fields: [{ name: 'refusal', kind: 'text', required: true }],
    call: (ticket, typed) => fetcher.POST('/api/v1/tickets/{id}/reject', { ...at(ticket), body: { opinion: typed.text('refusal') ?? '' } }),
  },
  {
    key: 'ask',
    group: 'review',
    needs: 'ticket:write',
    when: possible.ask,
    fields: [{ name: 'message', kind: 'text', required: true }],
    call: (ticket, typed) => fetcher.POST('/api/v1/tickets/{id}/request-information', { ...at(ticket), body: { message: typed.text('message') ?? '' } }),
  },
];
