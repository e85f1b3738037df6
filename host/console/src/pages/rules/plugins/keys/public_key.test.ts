import { expect, test } from 'vitest';
import { isPublicKey } from './public_key';

test('a public key has 64 hexadecimal digits, whatever stands around it', () => {
  expect(isPublicKey(` ${'0aF'.repeat(21)}9 `)).toBe(true);
  expect(isPublicKey('a'.repeat(63))).toBe(false);
  expect(isPublicKey('g'.repeat(64))).toBe(false);
  expect(isPublicKey('')).toBe(false);
});
