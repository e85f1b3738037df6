import { expect, test } from 'vitest';
import { added, renamed, same, type View } from './views';

const [urgent, late]: View[] = [
  { key: 'urgent', filters: { priority: 'urgent' } },
  { key: 'late', filters: { overdue: 'true' } },
] as const satisfies View[];

test('a view is saved once under a name', () => {
  expect(added([urgent, late], { key: 'urgent', filters: { kind: 'repair' } })).toEqual([late, { key: 'urgent', filters: { kind: 'repair' } }]);
});

test('a view keeps its place under another name, and takes over one that had it', () => {
  expect(renamed([urgent, late], 'urgent', 'now').map(({ key }) => key)).toEqual(['now', 'late']);
  expect(renamed([urgent, late], 'urgent', 'late')).toEqual([{ key: 'late', filters: { priority: 'urgent' } }]);
  expect(renamed([urgent, late], 'late', 'late')).toEqual([urgent, late]);
});

test('an empty filter is none', () => {
  expect(same({ kind: '' }, {})).toBe(true);
  expect(same({ kind: 'repair' }, {})).toBe(false);
});
