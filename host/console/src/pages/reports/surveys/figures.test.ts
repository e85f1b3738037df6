import { expect, test } from 'vitest';
import { mean, share } from './figures';

test('of nothing there is no share and no mean', () => {
  expect(share(1, 3, 'en')).toBe('33%');
  expect(share(0, 0, 'en')).toBe('–');
  expect(mean(9, 2, 'en')).toBe('4.5');
  expect(mean(0, 0, 'en')).toBe('–');
});
