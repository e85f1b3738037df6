import { expect, test } from 'vitest';
import { typed } from './typed';

test('what is typed is read as the API takes it', () => {
  const given = typed({ why: '  broken ', amount: '12.5', files: ['att_1', 3], until: '2026-11-23T08:00:00Z' }, 'CNY');
  expect(given.text('why')).toBe('broken');
  expect(given.money('amount')).toEqual({ minor: 1_250, currency: 'CNY' });
  expect(given.list('files')).toEqual(['att_1']);
  expect(given.moment('until')).toBe('2026-11-23T08:00:00.000Z');
});

test('what is empty or wrong is nothing', () => {
  const given = typed({ why: '  ', amount: 'ten' }, 'CNY');
  expect([given.text('why'), given.text('other'), given.money('amount'), given.moment('why')]).toEqual([null, null, null, null]);
  expect(given.list('files')).toEqual([]);
});
