import { expect, test } from 'vitest';
import { isHeldBy } from './held';

test('a task is held by a person when nobody else holds it', () => {
  expect(isHeldBy(['person:usr_1'], 'usr_1')).toBe(true);
  expect(isHeldBy(['person:usr_1', 'role:agent'], 'usr_1')).toBe(false);
  expect(isHeldBy(['role:agent'], 'usr_1')).toBe(false);
  expect(isHeldBy(undefined, 'usr_1')).toBe(false);
});
