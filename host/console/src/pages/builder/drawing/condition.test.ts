import { expect, test } from 'vitest';
import { read, write } from './condition';

const SIMPLE = [
  'field.return_reason == "quality"',
  'field.has_photo',
  '!form.reachable',
  'ticket.requested > money("500.00")',
  '"生鲜品" in ticket.categories',
  'ticket.kind in ["complaint", "inquiry"] && ticket.case_status in ["first_review", "approval"]',
  'ticket.kind != "return_refund" || ticket.goods_status == "not_shipped"',
  'form.in_stock && form.stock > 0',
  'field.note == "a \\"quoted\\" && text"',
];

test('what rows can say is read and written alike', () => {
  for (const text of SIMPLE) {
    const condition = read(text);
    expect(condition, text).not.toBeNull();
    expect(write(condition ?? { every: true, rows: [] })).toBe(text);
  }
  expect(read(SIMPLE[3] ?? '')?.rows).toEqual([{ name: 'ticket.requested', operator: 'gt', kind: 'money', values: ['500.00'] }]);
  expect(read('  ')).toEqual({ every: true, rows: [] });
});

test('what rows cannot say stays an expression', () => {
  for (const text of ['a && b || c', 'has(param.x) ? param.x : 3', 'history.claims() > 2', '(a || b)', 'a == "\\x41"', 'a ==']) {
    expect(read(text), text).toBeNull();
  }
});
