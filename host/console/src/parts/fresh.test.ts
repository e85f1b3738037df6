import { expect, test } from 'vitest';
import { fresh } from './fresh';

test('names are 32 hexadecimal digits, and no two are alike', () => {
  const names = Array.from({ length: 100 }, fresh);
  expect(new Set(names).size).toBe(100);
  for (const name of names) expect(name).toMatch(/^[0-9a-f]{32}$/);
});
