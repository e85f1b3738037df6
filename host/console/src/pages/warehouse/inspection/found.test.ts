import { expect, test } from 'vitest';
import { count, earlier, faults, fresh, inspected, usual } from './found';

test('what is found wrong was taken for good before', () => {
  const two = count(fresh(3), 3, 'damaged', 2);
  expect([two.good, two.damaged]).toEqual([1, 2]);
  expect(count(two, 3, 'damaged', 0).good).toBe(3);
  expect(faults(two, 3)).toEqual([]);
});

test('units that nobody counted, counted twice or gave no place are named', () => {
  expect(faults(count(fresh(3), 3, 'good', 2), 3)).toEqual([{ kind: 'too_few', count: 1 }]);
  expect(faults(count(fresh(1), 1, 'missing', 2), 1)).toEqual([{ kind: 'too_many', count: 1 }]);
  const placed = { ...fresh(2), placements: [{ quantity: 1, grade: 'a' as const, disposition: 'restock' as const }] };
  expect(faults(placed, 2)).toEqual([{ kind: 'unplaced', count: 1 }]);
  expect(faults({ ...placed, extra: 0, good: 0, missing: 2 }, 2)).toEqual([
    { kind: 'overplaced', count: 1 },
    { kind: 'restocked', count: 1 },
  ]);
});

test('units go where such units usually go, until somebody says otherwise', () => {
  const found = count(count(fresh(3), 3, 'damaged', 1), 3, 'extra', 1);
  expect(usual(found)).toEqual([
    { quantity: 3, grade: 'a', disposition: 'restock' },
    { quantity: 1, grade: 'c', disposition: 'quarantine' },
  ]);
  expect(usual({ ...fresh(1), parts: { filter: 1 } })).toEqual([{ quantity: 1, grade: 'b', disposition: 'restock' }]);
  expect(usual(count(fresh(1), 1, 'missing', 1))).toEqual([]);
});

test('an earlier inspection is said again as it was', () => {
  const line = inspected('tln_1', { ...fresh(2), parts: { filter: 1, hose: 0 }, note: ' scratched ' });
  expect(line.missing_parts).toEqual([{ code: 'filter', quantity: 1 }]);
  expect(line.note).toBe('scratched');
  expect(inspected('tln_1', earlier(line))).toEqual(line);
  expect(usual(count(earlier(line), 2, 'damaged', 1))).toHaveLength(2);
  expect(faults(count(earlier(line), 2, 'damaged', 1), 2)).toEqual([]);
});

test('places that somebody chose stay when it is counted anew', () => {
  const chosen = [{ quantity: 2, grade: 'b' as const, disposition: 'donate' as const }];
  const again = earlier(inspected('tln_1', { ...fresh(2), placements: chosen }));
  expect(again.placements).toEqual(chosen);
  expect(faults(count(again, 2, 'missing', 1), 2)).toEqual([{ kind: 'overplaced', count: 1 }]);
});
