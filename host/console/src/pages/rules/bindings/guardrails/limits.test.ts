import { expect, test } from 'vitest';
import { type Health, measured, started, watchedOf } from './limits';

const health: Health = { since: '', calls: 200, faults: 3, verdicts: 180, approvals: 45, approved_minor: 123_400, customer_minor: 9_900, fuel_p99: 42_450, latency_p99_us: 1_900 };

test('shares are of the calls, and of the answers to refunds', () => {
  expect(measured('fault_percent', health)).toBe(1.5);
  expect(measured('approval_percent', health)).toBe(25);
  expect(measured('approved_amount', health)).toBe(123_400);
});

test('a rule that nobody asked yet has no measure', () => {
  const idle = { ...health, calls: 0, faults: 0, verdicts: 0, approvals: 0 };
  for (const limit of watchedOf('refund-approval')) expect(measured(limit, idle)).toBeNull();
});

test('money is watched where money is decided', () => {
  expect(watchedOf('routing')).toEqual(['fault_percent', 'latency_p99_us', 'fuel_p99']);
  expect(watchedOf('refund-approval')).toContain('approved_amount');
});

test('a new limit is in the currency of the shop', () => {
  expect(started('approved_amount', 'USD')).toMatchObject({ currency: 'USD' });
});
