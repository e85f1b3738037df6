import { expect, test } from 'vitest';
import { fits, internal, isTalk, spoken } from './kinds';
import { amountOf, moves } from './moves';

const entry = (kind: string, data: object) => ({ seq: 1, at: '', actor: { type: 'system' as const }, kind, data, hash: '' });

test('messages are talk, and refunds are money', () => {
  expect(isTalk(entry('ticket.message_added', {}))).toBe(true);
  expect(fits(entry('ticket.refund_paid', {}), 'money')).toBe(true);
  expect(fits(entry('ticket.refund_paid', {}), 'talk')).toBe(false);
  expect(fits(entry('sla.fired', {}), 'all')).toBe(true);
  expect(fits(entry('rule.failed', {}), 'decisions')).toBe(true);
});

test('what was said is found, and whether the customer sees it', () => {
  expect(spoken(entry('ticket.agreed', { by: 'usr_1', opinion: 'fine' }))).toBe('fine');
  expect(spoken(entry('ticket.closed', { moved: {} }))).toBe('');
  expect(internal(entry('ticket.message_added', { internal: true }))).toBe(true);
});

test('what an event moved is read from it', () => {
  const decided = entry('ticket.decided', {
    amount: { minor: 100, currency: 'CNY' },
    moved: { case: { from: 'submitted', to: 'approval' }, queue: { from: null, to: 'claims' }, policy: { to: { id: 'slp_1' } } },
  });
  expect(moves(decided)).toEqual([
    { axis: 'case', from: 'submitted', to: 'approval' },
    { axis: 'queue', from: null, to: 'claims' },
  ]);
  expect(amountOf(decided)).toEqual({ minor: 100, currency: 'CNY' });
  expect(moves(entry('x', {}))).toEqual([]);
});
