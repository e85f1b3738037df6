import { expect, test } from 'vitest';
import { formatMoney, moneyText, parseMoney, totals } from './money';

test('an amount is read and written with the digits of its currency', () => {
  expect(parseMoney('288', 'CNY')).toEqual({ minor: 28_800, currency: 'CNY' });
  expect(parseMoney('1,234.5', 'CNY')).toEqual({ minor: 123_450, currency: 'CNY' });
  expect(parseMoney('500', 'JPY')).toEqual({ minor: 500, currency: 'JPY' });
  expect(parseMoney('-0.05', 'CNY')).toEqual({ minor: -5, currency: 'CNY' });
  expect(moneyText({ minor: 990, currency: 'CNY' })).toBe('9.90');
  expect(moneyText({ minor: 500, currency: 'JPY' })).toBe('500');
  expect(formatMoney({ minor: 288_000, currency: 'CNY' }, 'zh-CN')).toBe('¥2,880.00');
});

test('what is no amount is none', () => {
  for (const text of ['', 'ten', '1.234', '1e3', '0.5.5', '--1']) expect(parseMoney(text, 'CNY'), text).toBeNull();
  expect(parseMoney('1.5', 'JPY')).toBeNull();
});

test('amounts are added up by currency', () => {
  expect(
    totals([
      { minor: 1, currency: 'CNY' },
      { minor: 5, currency: 'USD' },
      { minor: 2, currency: 'CNY' },
    ]),
  ).toEqual([
    { minor: 3, currency: 'CNY' },
    { minor: 5, currency: 'USD' },
  ]);
  expect(totals([])).toEqual([]);
});
