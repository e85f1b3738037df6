import { expect, test } from 'vitest';
import { clock, remaining } from './countdown';

const now = Date.parse('2026-10-05T08:00:00Z');
const words = { days: 'd', hours: 'h' };

test('a deadline is fine, near, then missed', () => {
  expect(remaining('2026-10-05T09:00:00Z', now).urgency).toBe('fine');
  expect(remaining('2026-10-05T08:59:59Z', now).urgency).toBe('soon');
  expect(remaining('2026-10-05T08:00:00Z', now).urgency).toBe('soon');
  expect(remaining('2026-10-05T07:59:59Z', now).urgency).toBe('late');
});

test('what is left reads as a clock, and long times in days', () => {
  expect(clock(remaining('2026-10-05T11:07:09Z', now), words)).toBe('3:07:09');
  expect(clock(remaining('2026-10-05T07:58:55Z', now), words)).toBe('0:01:05');
  expect(clock(remaining('2026-10-07T12:30:00Z', now), words)).toBe('2d 4h');
});
