import { expect, test } from 'vitest';
import { holds } from './answers';

test('simple conditions are told in the preview', () => {
  expect(holds(null, {})).toBe(true);
  expect(holds('field.reason == "quality"', { reason: 'quality' })).toBe(true);
  expect(holds('field.reason == "quality"', {})).toBe(false);
  expect(holds('field.count > 9', { count: 10 })).toBe(true);
  expect(holds('field.paid <= money("9.50")', { paid: '10.00' })).toBe(false);
  expect(holds('"a" in field.many && field.yes', { many: ['a', 'b'], yes: true })).toBe(true);
  expect(holds('field.a == "x" || !field.b', { b: false })).toBe(true);
});

test('what hangs on more than the form is left open', () => {
  expect(holds('order.paid > money("1.00")', {})).toBeNull();
  expect(holds('has(order.paid) ? field.a : field.b', {})).toBeNull();
  expect(holds('order.quantity > 1 && field.a', {})).toBe(false);
});
