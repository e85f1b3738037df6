import { fetcher } from '../../../../../api/client';
import { values } from '../../../../../api/values';
import { possible } from '../../possible';
import { at } from '../../ticket';
import type { Action } from '../action';

/** Whose the ticket is, and its end. */
export const whole: Action[] = [
  {
    key: 'transfer',
    group: 'whole',
    needs: 'ticket:write',
    when: possible.open,
    fields: [{ name: 'queue', kind: 'queue' }, { name: 'person', kind: 'person' }, { name: 'reason', kind: 'text' }],
    initial: ({ queue }) => ({ queue: queue ?? '' }),
    call: (ticket, typed) =>
      fetcher.POST('/api/v1/tickets/{id}/transfer', { ...at(ticket), body: { queue: typed.text('queue'), assignee: typed.text('person'), reason: typed.text('reason') } }),
  },
  {
    key: 'describe',
    group: 'whole',
    needs: 'ticket:write',
    when: () => true,
    fields: [{ name: 'priority', kind: 'priority', required: true }, { name: 'tags', kind: 'tags' }],
    initial: ({ priority, tags }) => ({ priority, tags }),
    call: (ticket, typed) =>
      fetcher.PATCH('/api/v1/tickets/{id}', { ...at(ticket), body: { priority: values.Priority.find((one) => one === typed.text('priority')) ?? null, tags: typed.list('tags') } }),
  },
  {
    key: 'deadline',
    group: 'whole',
    needs: 'ticket:write',
    when: possible.open,
    fields: [{ name: 'due', kind: 'moment', required: true }],
    call: (ticket, typed) => fetcher.POST('/api/v1/tickets/{id}/deadline', { ...at(ticket), body: { due: typed.moment('due') } }),
  },
  {
    key: 'merge',
    group: 'whole',
    needs: 'ticket:write',
    danger: true,
    when: possible.merge,
    fields: [{ name: 'into', kind: 'ticket', required: true }],
    call: (ticket, typed) => fetcher.POST('/api/v1/tickets/{id}/merge', { ...at(ticket), body: { into: typed.text('into') ?? '' } }),
  },
  {
    key: 'cancel',
    group: 'whole',
    needs: 'ticket:write',
    danger: true,
    when: possible.cancel,
    fields: [{ name: 'reason', kind: 'text' }],
    call: (ticket, typed) => fetcher.POST('/api/v1/tickets/{id}/cancel', { ...at(ticket), body: { reason: typed.text('reason') } }),
  },
  {
    key: 'reopen',
    group: 'whole',
    needs: 'ticket:write',
    when: possible.reopen,
    fields: [{ name: 'reason', kind: 'text' }],
    call: (ticket, typed) => fetcher.POST('/api/v1/tickets/{id}/reopen', { ...at(ticket), body: { reason: typed.text('reason') } }),
  },
];
