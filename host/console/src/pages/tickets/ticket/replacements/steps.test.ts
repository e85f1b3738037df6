import { expect, test } from 'vitest';
import { stepsOf } from './steps';

const by = (state: Parameters<typeof stepsOf>[0]['state'], more = {}) => stepsOf({ state, stock: { by: 'person', attempt: 1 }, ...more });

test('a replacement is reserved, shipped, then delivered', () => {
  expect(by('reserving')).toContain('reserved');
  expect(by('ready')).toEqual(['ship', 'cancel']);
  expect(by('shipped')).toEqual(['delivered']);
  expect(by('delivered')).toEqual([]);
});

test('what a connector is asked about nobody confirms by hand', () => {
  expect(by('reserving', { stock: { by: 'connector', attempt: 1 } })).toEqual(['cancel']);
});

test('the customer chooses only while they are asked', () => {
  const consent = { state: 'open', amount: { minor: 1, currency: 'CNY' }, asked_at: '', text: '' };
  expect(by('out_of_stock', { consent })).toEqual(['refund', 'wait', 'reserved', 'cancel']);
  expect(by('out_of_stock', { consent: { ...consent, state: 'refund' } })).toEqual(['reserved', 'cancel']);
});
