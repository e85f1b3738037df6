import { expect, test } from 'vitest';
import { crontab } from './crontab';

test('what is chosen is said as a crontab', () => {
  expect(crontab('workdays', '09:30')).toBe('30 9 * * 1-5');
  expect(crontab('month', '00:05')).toBe('5 0 1 * *');
});
