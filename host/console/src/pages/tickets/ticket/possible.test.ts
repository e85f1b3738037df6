import { expect, test } from 'vitest';
import { possible } from './possible';

const facts = { case: 'approval', goods: 'with_customer', money: 'none', dispute: 'none', kind: 'refund_only' } as const;

test('a refund that waits for agreement is decided, merged or cancelled, but nothing is settled', () => {
  expect(possible.decide(facts)).toBe(true);
  expect(possible.merge(facts)).toBe(true);
  expect(possible.cancel(facts)).toBe(true);
  expect(possible.settle(facts)).toBe(false);
  expect(possible.propose(facts)).toBe(false);
  expect(possible.reopen(facts)).toBe(false);
});

test('a dispute stops money, and is not opened twice', () => {
  const open = { ...facts, case: 'settling', money: 'refund_pending', dispute: 'evidence' } as const;
  expect(possible.settle(open)).toBe(false);
  expect(possible.amount(open)).toBe(false);
  expect(possible.dispute(open)).toBe(false);
  expect(possible.settle({ ...open, dispute: 'withdrawn' })).toBe(true);
  expect(possible.dispute({ ...open, dispute: 'withdrawn' })).toBe(true);
});

test('what was paid is fetched back, not cancelled', () => {
  const done = { ...facts, case: 'completed', money: 'refunded' } as const;
  expect(possible.clawback(done)).toBe(true);
  expect(possible.cancel(done)).toBe(false);
  expect(possible.collect({ ...done, case: 'settling', money: 'clawback' })).toBe(true);
});

test('a replacement on its way can no longer be cancelled with its ticket', () => {
  const exchange = { ...facts, kind: 'exchange', case: 'fulfilling', goods: 'with_customer' } as const;
  expect(possible.propose(exchange)).toBe(true);
  expect(possible.cancel(exchange)).toBe(true);
  expect(possible.cancel({ ...exchange, goods: 'replacement_shipped' })).toBe(false);
});
