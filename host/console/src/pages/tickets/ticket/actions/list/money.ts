import { fetcher } from '../../../../../api/client';
import { ChangeAmounts } from '../../money/amounts';
import { Book } from '../../money/book';
import { possible } from '../../possible';
import { at, currency } from '../../ticket';
import type { Action } from '../action';
import { owed } from '../typed';

/** What is asked, booked, paid elsewhere and fetched back. */
export const money: Action[] = [
  { key: 'amounts', group: 'money', needs: 'ticket:write', when: possible.amount, dialog: ChangeAmounts },
  { key: 'book', group: 'money', needs: 'finance:write', when: possible.settle, dialog: Book },
  {
    key: 'elsewhere',
    group: 'money',
    needs: 'finance:write',
    danger: true,
    when: possible.elsewhere,
    fields: [{ name: 'amount', kind: 'money', required: true }, { name: 'reference', kind: 'line' }],
    call: (ticket, typed) =>
      fetcher.POST('/api/v1/tickets/{id}/refunded-elsewhere', { ...at(ticket), body: { amount: owed(typed, 'amount', currency(ticket)), reference: typed.text('reference') } }),
  },
  {
    key: 'clawback',
    group: 'money',
    needs: 'finance:write',
    danger: true,
    when: possible.clawback,
    fields: [{ name: 'amount', kind: 'money', required: true }, { name: 'reason', kind: 'text', required: true }],
    call: (ticket, typed) =>
      fetcher.POST('/api/v1/tickets/{id}/clawback', { ...at(ticket), body: { amount: owed(typed, 'amount', currency(ticket)), reason: typed.text('reason') ?? '' } }),
  },
  {
    key: 'collected',
    group: 'money',
    needs: 'finance:write',
    when: possible.collect,
    fields: [{ name: 'amount', kind: 'money', required: true }],
    call: (ticket, typed) => fetcher.POST('/api/v1/tickets/{id}/clawback/collected', { ...at(ticket), body: { amount: owed(typed, 'amount', currency(ticket)) } }),
  },
  {
    key: 'waived',
    group: 'money',
    needs: 'finance:write',
    danger: true,
    when: possible.collect,
    fields: [{ name: 'reason', kind: 'text', required: true }],
    call: (ticket, typed) => fetcher.POST('/api/v1/tickets/{id}/clawback/waived', { ...at(ticket), body: { reason: typed.text('reason') ?? '' } }),
  },
];
