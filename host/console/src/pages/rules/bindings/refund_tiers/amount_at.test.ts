import { expect, test } from 'vitest';
import { amountAt } from './amount_at';

test('amounts of the ladder are money, counts and days are not', () => {
  expect(amountAt('/config/tiers/CNY/0/up_to', 8_000)).toEqual({ minor: 8_000, currency: 'CNY' });
  expect(amountAt('/config/auto_approve/1/max_amount/USD', 20_000)).toEqual({ minor: 20_000, currency: 'USD' });
  expect(amountAt('/config/inspection/below/CNY', 100)).toEqual({ minor: 100, currency: 'CNY' });
  expect(amountAt('/config/window/days', 7)).toBeNull();
  expect(amountAt('/config/tiers/CNY/0/up_to', null)).toBeNull();
});
