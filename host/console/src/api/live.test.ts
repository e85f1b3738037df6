import { expect, test } from 'vitest';
import { isOutdated } from './live';

const now = 1_000_000;

test('while changes are told nothing is old, however long ago it was read', () => {
  expect(isOutdated([1], null, now)).toBe(false);
});

test('without the stream a list grows old from when it was read, or from when changes were told last', () => {
  expect(isOutdated([now - 61_000], now - 500_000, now)).toBe(true);
  expect(isOutdated([now - 59_000], now - 500_000, now)).toBe(false);
  expect(isOutdated([1], now - 59_000, now)).toBe(false);
  expect(isOutdated([1, now], now - 61_000, now)).toBe(true);
  expect(isOutdated([], 1, now)).toBe(false);
});
