import { expect, test } from 'vitest';
import { place } from './place';

test('what has a word is said in it, and the rest shows where', () => {
  expect(place('/plugin')).toEqual({ word: 'plugin', rest: '' });
  expect(place('/config/tiers/CNY/0/up_to')).toEqual({ word: 'config', rest: 'tiers/CNY/0/up_to' });
  expect(place('/fallback')).toEqual({ word: null, rest: 'fallback' });
});
