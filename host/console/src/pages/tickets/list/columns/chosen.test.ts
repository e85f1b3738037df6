import { expect, test } from 'vitest';
import { tidy, USUAL } from './chosen';

test('chosen columns stand in their order, with the number first', () => {
  expect(tidy(['updated', 'channel', 'subject'])).toEqual(['number', 'subject', 'channel', 'updated']);
});

test('what was kept by another edition of the console does no harm', () => {
  expect(tidy(null)).toEqual(USUAL);
  expect(tidy({ a: 1 })).toEqual(USUAL);
  expect(tidy(['gone'])).toEqual(USUAL);
});
