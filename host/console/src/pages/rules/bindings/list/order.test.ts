import { expect, test } from 'vitest';
import { moved } from './order';

test('one goes up, down, or to an end, and the others keep their order', () => {
  expect(moved(['a', 'b', 'c'], 'c', 1)).toEqual(['a', 'c', 'b']);
  expect(moved(['a', 'b', 'c'], 'a', 2)).toEqual(['b', 'c', 'a']);
  expect(moved(['a', 'b', 'c'], 'a', -1)).toEqual(['a', 'b', 'c']);
  expect(moved(['a', 'b', 'c'], 'b', 9)).toEqual(['a', 'c', 'b']);
});

test('what is not there moves nothing', () => {
  expect(moved(['a', 'b'], 'x', 0)).toEqual(['a', 'b']);
});
