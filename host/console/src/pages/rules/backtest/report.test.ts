import { expect, test } from 'vitest';
import { changed } from './report';

test('what would have ended otherwise is added up over all kinds', () => {
  const flip = (decisions: number) => ({ before: 'approve', after: 'reject', currency: 'CNY', decisions, amount_minor: 0, examples: [] });
  expect(changed({ decisions: 9, unreadable: 0, flips: [flip(2), flip(3)], tiers: [] })).toBe(5);
});
