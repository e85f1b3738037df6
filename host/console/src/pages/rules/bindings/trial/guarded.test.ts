import { expect, test } from 'vitest';
import { guarded } from './guarded';

const watched = { guardrails: { fault_percent: 5, window_minutes: 60, min_calls: 20 } };
const bare = { guardrails: { window_minutes: 60, min_calls: 20 } };

test('a window alone watches nothing', () => {
  expect(guarded(bare, bare)).toBe('none');
  expect(guarded(bare, null)).toBe('none');
});

test('its own guardrails go before those of the rule that it replaces', () => {
  expect(guarded(watched, bare)).toBe('own');
  expect(guarded(bare, watched)).toBe('kept');
  expect(guarded({}, watched)).toBe('kept');
});
