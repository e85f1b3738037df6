import { fetcher } from '../../../../../api/client';
import { Propose } from '../../replacements/propose';
import { possible } from '../../possible';
import { at } from '../../ticket';
import type { Action } from '../action';

/** Goods on their way to us and back. */
export const goods: Action[] = [
  { key: 'propose', group: 'goods', needs: 'ticket:write', when: possible.propose, dialog: Propose },
  {
    key: 'request_return',
    group: 'goods',
    needs: 'ticket:write',
    when: possible.requestReturn,
    fields: [{ name: 'address', kind: 'text' }],
    call: (ticket, typed) => fetcher.POST('/api/v1/tickets/{id}/request-return', { ...at(ticket), body: { address: typed.text('address') } }),
  },
  {
    key: 'parcel',
    group: 'goods',
    needs: 'ticket:write',
    when: possible.parcel,
    fields: [{ name: 'tracking', kind: 'line', required: true }, { name: 'carrier', kind: 'line' }],
    call: (ticket, typed) =>
      fetcher.POST('/api/v1/tickets/{id}/parcels', { ...at(ticket), body: { tracking_number: typed.text('tracking') ?? '', carrier: typed.text('carrier') } }),
  },
  {
    key: 'lost',
    group: 'goods',
    needs: 'ticket:write',
    danger: true,
    when: possible.lost,
    fields: [{ name: 'loss', kind: 'text', required: true }],
    call: (ticket, typed) => fetcher.POST('/api/v1/tickets/{id}/parcel-lost', { ...at(ticket), body: { reason: typed.text('loss') ?? '' } }),
  },
  { key: 'found', group: 'goods', needs: 'ticket:write', when: possible.found, call: (ticket) => fetcher.POST('/api/v1/tickets/{id}/parcel-found', at(ticket)) },
  {
    key: 'receive',
    group: 'goods',
    needs: 'warehouse:write',
    when: possible.receive,
    fields: [{ name: 'condition', kind: 'choice', values: ['ok', 'problem'], required: true }, { name: 'finding', kind: 'text' }],
    call: (ticket, typed) =>
      fetcher.POST('/api/v1/tickets/{id}/receive', { ...at(ticket), body: { condition: typed.text('condition') === 'ok' ? 'ok' : 'problem', note: typed.text('finding') } }),
  },
  {
    key: 'send_back',
    group: 'goods',
    needs: 'ticket:write',
    danger: true,
    when: possible.sendBack,
    fields: [{ name: 'refusal', kind: 'text', required: true }],
    call: (ticket, typed) => fetcher.POST('/api/v1/tickets/{id}/send-back', { ...at(ticket), body: { reason: typed.text('refusal') ?? '' } }),
  },
  {
    key: 'ship_back',
    group: 'goods',
    needs: 'warehouse:write',
    when: possible.shipBack,
    fields: [{ name: 'tracking', kind: 'line' }],
    call: (ticket, typed) => fetcher.POST('/api/v1/tickets/{id}/ship-back', { ...at(ticket), body: { tracking_number: typed.text('tracking') } }),
  },
];
