import { fetcher } from '../../../../../api/client';
import { possible } from '../../possible';
import { at } from '../../ticket';
import type { Action } from '../action';

/** The platform arbitrates. */
export const dispute: Action[] = [
  {
    key: 'dispute',
    group: 'dispute',
    needs: 'ticket:write',
    when: possible.dispute,
    fields: [{ name: 'platform', kind: 'line' }],
    call: (ticket, typed) => fetcher.POST('/api/v1/tickets/{id}/dispute', { ...at(ticket), body: { reference: typed.text('platform') } }),
  },
  {
    key: 'evidence',
    group: 'dispute',
    needs: 'ticket:write',
    when: possible.disputed,
    fields: [{ name: 'shows', kind: 'text', required: true }, { name: 'files', kind: 'files' }],
    call: (ticket, typed) => fetcher.POST('/api/v1/tickets/{id}/dispute/evidence', { ...at(ticket), body: { note: typed.text('shows') ?? '', attachments: typed.list('files') } }),
  },
  {
    key: 'ruled',
    group: 'dispute',
    needs: 'ticket:write',
    danger: true,
    when: possible.disputed,
    fields: [{ name: 'for', kind: 'choice', values: ['buyer', 'seller'], required: true }, { name: 'awarded', kind: 'money' }],
    call: (ticket, typed) => {
      const buyer = typed.text('for') === 'buyer';
      return fetcher.POST('/api/v1/tickets/{id}/dispute/ruling', { ...at(ticket), body: { for: buyer ? 'buyer' : 'seller', amount: buyer ? typed.money('awarded') : null } });
    },
  },
  { key: 'withdraw', group: 'dispute', needs: 'ticket:write', when: possible.disputed, call: (ticket) => fetcher.POST('/api/v1/tickets/{id}/dispute/withdraw', at(ticket)) },
];
