import { expect, test } from 'vitest';
import { crontab, told } from './crontab';

test('what is chosen is said as a crontab', () => {
  expect(crontab('workdays', '09:30')).toBe('30 9 * * 1-5');
  expect(crontab('month', '00:05')).toBe('5 0 1 * *');
});

test('a crontab that can be chosen is read back, and no other', () => {
  expect(told('5 0 1 * *')).toEqual({ every: 'month', at: '00:05' });
  expect(told('30 9 * * 1-5')).toEqual({ every: 'workdays', at: '09:30' });
  expect(told('0 9 * * MON')).toEqual({ every: 'monday', at: '09:00' });
  expect(told('*/5 9 * * *')).toBeNull();
  expect(told('30 9 1 1 *')).toBeNull();
});
