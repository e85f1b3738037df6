import { expect, test } from 'vitest';
import { unitOf } from './duration';

test('a length is said in the greatest unit that has no fraction', () => {
  expect([600, 14_400, 172_800, 90, 61, 0].map(unitOf)).toEqual(['minutes', 'hours', 'days', 'seconds', 'seconds', 'minutes']);
});
