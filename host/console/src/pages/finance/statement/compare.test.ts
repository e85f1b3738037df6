import { expect, test } from 'vitest';
import type { Schemas } from '../../../api/client';
import { compare, guess } from './compare';

const booked = (id: string, state: Schemas['RefundState'], minor = 4000, reference: string | null = null) =>
  ({ id, state, version: 1, ticket: 'tkt_1', amount: { minor, currency: 'CNY' }, reference }) as Schemas['RefundInstruction'];

test('columns are found by their headings in both languages', () => {
  expect(guess(['交易时间', '商户退款单号', '微信退款单号', '退款金额', '退款状态'])).toEqual({ id: 1, reference: 2, amount: 3, outcome: 4 });
  expect(guess(['refund_id', 'out_refund_no', 'amount', 'status'])).toEqual({ id: 1, reference: 0, amount: 2, outcome: 3 });
  expect(guess(['a', 'b'])).toEqual({ id: -1, reference: -1, amount: -1, outcome: -1 });
});

test('each line says what follows, and what is not on the statement is told', () => {
  const all = [
    booked('u', 'unknown'),
    booked('s', 'sent'),
    booked('f', 'failed'),
    booked('p', 'paid', 4000, 'ref-p'),
    booked('q', 'paid'),
    booked('w', 'sent'),
    booked('x', 'unknown'),
    booked('m', 'unknown'),
    booked('c', 'cancelled'),
  ];
  const rows = [
    ['u', '40.00', 'r1', 'SUCCESS'],
    ['s', '¥40.00', 'r2', '退款失败'],
    ['f', '40', 'r3', '成功'],
    ['', '40.00', 'ref-p', 'SUCCESS'],
    ['q', '40.00', '', 'CLOSED'],
    ['w', '40.00', '', 'PROCESSING'],
    ['x', '39.99', '', 'SUCCESS'],
    ['c', '40.00', '', 'SUCCESS'],
    ['z', '1.00', '', 'SUCCESS'],
  ];
  const { lines, missing } = compare(rows, { id: 0, amount: 1, reference: 2, outcome: 3 }, all);
  expect(lines.map(({ verdict }) => verdict)).toEqual(['pay', 'fail', 'paid_though_failed', 'agrees', 'failed_though_paid', 'waits', 'amount', 'cancelled', 'stranger']);
  expect(lines[0]).toMatchObject({ at: 2, reference: 'r1' });
  expect(missing.map(({ id }) => id)).toEqual(['m']);
});

test('a statement without a column for the outcome lists what was paid', () => {
  expect(compare([['u', '40']], { id: 0, amount: 1, reference: -1, outcome: -1 }, [booked('u', 'unknown')]).lines[0]?.verdict).toBe('pay');
});
