import { expect, test } from 'vitest';
import { holds } from './condition';

const answers = { reason: 'quality', count: 2, paid: '12.50', photo: true, tags: ['a', 'b'], empty: ' ' };

test.each([
  ['field.reason == "quality"', true],
  ["field.reason != 'quality'", false],
  ['field.reason in ["damaged", "quality"]', true],
  ['"b" in field.tags && !("c" in field.tags)', true],
  ['field.count >= 2 && (field.count < 2 || field.photo)', true],
  ['field.paid > money("12.49")', true],
  ['field.paid > money("12.50")', false],
  ['!field.photo', false],
  ['has(field.photo) && !has(field.other)', true],
])('%s', (expression, expected) => {
  expect(holds(expression, answers)).toBe(expected);
});

test('what is not answered does not hold, unless the rest decides', () => {
  expect(holds('field.other == "x"', answers)).toBe(false);
  expect(holds('field.empty != "x"', answers)).toBe(false);
  expect(holds('!field.other', answers)).toBe(false);
  expect(holds('field.other == "x" || field.photo', answers)).toBe(true);
});

test('what is known to the server alone is left to it', () => {
  expect(holds('order.paid > money("5")', answers)).toBeNull();
  expect(holds('order.paid > money("5") && field.reason == "other"', answers)).toBe(false);
  expect(holds('field.reason.startsWith("q")', answers)).toBeNull();
  expect(holds('field.count + 1 == 3', answers)).toBeNull();
});

test('no condition always holds', () => {
  expect(holds(null, {})).toBe(true);
});
