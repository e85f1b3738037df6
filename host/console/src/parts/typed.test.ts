import { expect, test } from 'vitest';
import { typed, untyped } from './typed';

test('a field is sent as its type', () => {
  expect(typed('integer', ' 3 ', 'CNY')).toBe(3);
  expect(typed('boolean', 'false', 'CNY')).toBe(false);
  expect(typed('money', '9.90', 'CNY')).toEqual({ minor: 990, currency: 'CNY' });
  expect(typed('list', 'a，b', 'CNY')).toEqual(['a', 'b']);
});

test('what is not of the type is nothing', () => {
  expect(typed('integer', '1.5', 'CNY')).toBeUndefined();
  expect(typed('money', 'ten', 'CNY')).toBeUndefined();
  expect(typed('text', '  ', 'CNY')).toBeUndefined();
});

test('what stands in a field is typed to itself', () => {
  const kept = [
    ['integer', 3],
    ['boolean', false],
    ['text', '天蓝'],
    ['list', ['a', 'b']],
    ['money', { minor: 990, currency: 'CNY' }],
    ['timestamp', '2026-11-23T08:30:00.000Z'],
  ] as const;
  for (const [type, value] of kept) expect(typed(type, untyped(value), 'CNY')).toEqual(value);
  expect(untyped(null)).toBe('');
});
