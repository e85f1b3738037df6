import { expect, test } from 'vitest';
import { laddersOf, outOfOrder, withStep } from './ladder';

const ladder = [{ up_to: 5_000 }, { up_to: 50_000, role: 'supervisor' }, { up_to: null, role: 'director' }];

test('a new step stands before the one without an end', () => {
  expect(withStep(ladder).map(({ role }) => role)).toEqual([undefined, 'supervisor', 'director', 'director']);
  expect(withStep([])).toEqual([{ up_to: null, role: null }]);
});

test('amounts rise, and only the last step has no end', () => {
  expect(outOfOrder(ladder)).toEqual([]);
  expect(outOfOrder([{ up_to: 5_000 }, { up_to: 4_000 }, { up_to: null }])).toEqual([1]);
  expect(outOfOrder([{ up_to: null }, { up_to: 4_000 }])).toEqual([0]);
});

test('other configurations are left to the general form', () => {
  expect(laddersOf({ tiers: { CNY: ladder } })).toEqual({ CNY: ladder });
  expect(laddersOf({ tiers: 'none' })).toBeNull();
  expect(laddersOf({})).toBeNull();
});
