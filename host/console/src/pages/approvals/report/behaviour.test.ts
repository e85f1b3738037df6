import { expect, test } from 'vitest';
import { behaviour } from './behaviour';

test('the behaviour leaves the present case out and keeps currencies apart', () => {
  const one = (id: string, money: 'none' | 'refunded', created_at: string, currency = 'CNY') => ({
    id,
    money,
    created_at,
    problem_type: 'refund',
    lines: [],
    refund: { verdict: 'approve' as const, amount: { minor: 500, currency }, explanation: '' },
  });
  const now = Date.parse('2026-11-01T00:00:00Z');
  const present = one('tkt_1', 'refunded', '2026-10-01T00:00:00Z');
  const recent = one('tkt_2', 'refunded', '2026-10-01T00:00:00Z');
  const old = one('tkt_3', 'none', '2026-01-01T00:00:00Z');
  const bought = (minor: number, currency: string) => ({ paid: { minor, currency } });
  expect(behaviour(present, [bought(1000, 'CNY'), bought(2000, 'CNY'), bought(7, 'USD')], [present, recent, old], now)).toEqual({
    orders: 3,
    paid: [
      { minor: 3000, currency: 'CNY' },
      { minor: 7, currency: 'USD' },
    ],
    others: [recent, old],
    refunds: 1,
    refunded: [{ minor: 500, currency: 'CNY' }],
    rate: 33.3,
    similar: 1,
  });
  expect(behaviour(present, [], [], now).rate).toBeNull();
});
