import { expect, test } from 'vitest';
import { figure } from './figure';

test('figures read as their unit says', () => {
  expect(figure(7_500, 'seconds', 'CNY', 'en')).toBe('2 hr 5 min');
  expect(figure(3_600, 'seconds', 'CNY', 'en')).toBe('1 hr');
  expect(figure(47 * 3_600, 'seconds', 'CNY', 'en')).toBe('47 hr');
  expect(figure(496_920, 'seconds', 'CNY', 'en')).toBe('5 days 18 hr');
  expect(figure(40, 'seconds', 'CNY', 'en')).toBe('40 sec');
  expect(figure(0.0629, 'share', 'CNY', 'en')).toBe('6.3%');
  expect(figure(28_800, 'minor', 'CNY', 'zh-CN')).toBe('¥288.00');
  expect(figure(1_234, 'count', 'CNY', 'en')).toBe('1,234');
  expect(figure(null, 'count', 'CNY', 'en')).toBe('–');
});
