import { expect, test } from 'vitest';
import { next } from './next';

const returned = { kind: 'return_refund' as const, money: 'none' as const };

test('goods that are as they should be release the money', () => {
  expect(next({ ...returned, case: 'settling', money: 'refund_pending' }, { finding: 'ok' }, null)).toEqual(['released']);
  expect(next({ ...returned, case: 'completed', money: 'refunded' }, { finding: 'ok' }, null)).toEqual(['paid']);
  expect(next({ kind: 'exchange', money: 'none', case: 'inspected_ok' }, { finding: 'ok' }, null)).toEqual(['replacement']);
});

test('on hold the money waits, and the customer is asked only where there is an offer', () => {
  const held = { ...returned, case: 'inspection_hold' as const };
  expect(next(held, { finding: 'hold' }, { state: 'open', choice: null })).toEqual(['held', 'risk', 'offer']);
  expect(next(held, { finding: 'hold' }, null)).toEqual(['held', 'risk']);
});

test('after the customer has chosen it says what they chose', () => {
  const offer = (choice: 'deduct' | 'resend') => ({ state: 'answered' as const, choice });
  expect(next({ ...returned, case: 'settling', money: 'refund_pending' }, { finding: 'hold' }, offer('deduct'))).toEqual(['settling']);
  expect(next({ ...returned, case: 'awaiting_return' }, { finding: 'hold' }, offer('resend'))).toEqual(['part']);
});

test('parcels that are still to come are waited for', () => {
  expect(next({ ...returned, case: 'partially_received' }, { finding: 'waiting' }, null)).toEqual(['parcels']);
  expect(next({ ...returned, case: 'received' }, { finding: 'waiting' }, null)).toEqual(['again']);
});
