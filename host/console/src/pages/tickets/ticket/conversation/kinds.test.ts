import { expect, test } from 'vitest';
import { fits, internal, isTalk, spoken } from './kinds';

const entry = (kind: string, data: object) => ({ seq: 1, at: '', actor: { type: 'system' as const }, kind, data, hash: '' });

test('messages are talk, and refunds are money', () => {
  expect(isTalk(entry('ticket.message_added', {}))).toBe(true);
  expect(fits(entry('ticket.refund_paid', {}), 'money')).toBe(true);
  expect(fits(entry('ticket.refund_paid', {}), 'talk')).toBe(false);
  expect(fits(entry('sla.fired', {}), 'all')).toBe(true);
});

test('what was said is found, and whether the customer sees it', () => {
  expect(spoken(entry('ticket.agreed', { by: 'usr_1', opinion: 'fine' }))).toBe('fine');
  expect(spoken(entry('ticket.closed', { moved: {} }))).toBe('');
  expect(internal(entry('ticket.message_added', { internal: true }))).toBe(true);
});
