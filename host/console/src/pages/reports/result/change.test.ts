import { expect, test } from 'vitest';
import { change } from './change';

test('a figure changes as a share of what it was, a share in points', () => {
  expect(change(150, 120, 'count', 'en')).toBe('+25%');
  expect(change(90, 120, 'seconds', 'en')).toBe('-25%');
  expect(change(120, 120, 'minor', 'en')).toBe('0%');
  expect(change(0.0629, 0.05, 'share', 'en')).toBe('+1.3');
});

test('there is no change from nothing', () => {
  expect(change(3, 0, 'count', 'en')).toBeNull();
  expect(change(3, null, 'count', 'en')).toBeNull();
  expect(change(null, 3, 'count', 'en')).toBeNull();
});
