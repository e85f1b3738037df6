import { expect, test } from 'vitest';
import { signed, total } from './total';

const cny = (minor: number) => ({ minor, currency: 'CNY' });

test('amounts add up without fractions, and what is missing counts nothing', () => {
  expect(total([cny(10), null, cny(-3)], 'CNY')).toEqual(cny(7));
});

test('what is kept back is taken off, however it was typed', () => {
  expect(signed('deduction', cny(3_500))).toEqual(cny(-3_500));
  expect(signed('deduction', cny(-3_500))).toEqual(cny(-3_500));
  expect(signed('freight', cny(1_000))).toEqual(cny(1_000));
});
