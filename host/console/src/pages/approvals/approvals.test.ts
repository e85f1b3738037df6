import { expect, test } from 'vitest';
import { behaviour } from './behaviour';
import { nextApproval, waitsFor } from './waiting';

const need = (role: string, required: number, agreed: string[]) => ({
  need: { role, quorum: 'any' as const, with_report: false },
  required,
  agreed,
});
const roles = [
  { name: 'supervisor', approval_rank: 10 },
  { name: 'director', approval_rank: 20 },
  { name: 'agent', approval_rank: null },
];

test('the first incomplete agreement is the next one', () => {
  const item = { approvals: [need('supervisor', 1, ['a']), need('director', 2, ['b'])] };
  expect(nextApproval(item)?.need.role).toBe('director');
  expect(nextApproval({ approvals: [need('supervisor', 1, ['a'])] })).toBeUndefined();
});

test('a higher rank may act, a lower one or who has agreed may not', () => {
  const item = { approvals: [need('supervisor', 2, ['a'])] };
  expect(waitsFor(item, 'b', [roles[0]!], roles)).toBe(true);
  expect(waitsFor(item, 'b', [roles[1]!], roles)).toBe(true);
  expect(waitsFor(item, 'b', [roles[2]!], roles)).toBe(false);
  expect(waitsFor(item, 'a', [roles[0]!], roles)).toBe(false);
  expect(waitsFor({ approvals: [need('director', 1, [])] }, 'b', [roles[0]!], roles)).toBe(false);
});

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
  const found = behaviour(
    one('tkt_1', 'refunded', '2026-10-01T00:00:00Z'),
    [{ paid: { minor: 1000, currency: 'CNY' } }, { paid: { minor: 2000, currency: 'CNY' } }, { paid: { minor: 7, currency: 'USD' } }],
    [one('tkt_1', 'refunded', '2026-10-01T00:00:00Z'), one('tkt_2', 'refunded', '2026-10-01T00:00:00Z'), one('tkt_3', 'none', '2026-01-01T00:00:00Z')],
    now,
  );
  expect(found).toEqual({
    orders: 3,
    paid: [
      { minor: 3000, currency: 'CNY' },
      { minor: 7, currency: 'USD' },
    ],
    cases: 2,
    refunds: 1,
    refunded: [{ minor: 500, currency: 'CNY' }],
    rate: 33.3,
    similar: 1,
  });
});
