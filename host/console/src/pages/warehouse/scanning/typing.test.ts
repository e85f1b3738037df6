import { expect, test } from 'vitest';
import { sourceOf } from './typing';

test('a scanner types thirteen digits in a moment, a person does not', () => {
  expect(sourceOf('SF1029384756', 90)).toBe('wedge');
  expect(sourceOf('SF1029384756', 4_000)).toBe('manual');
  expect(sourceOf('12', 10)).toBe('manual');
});
