import { expect, test } from 'vitest';
import type { Schemas } from '../../../../api/client';
import { differs, gained, inHeap, pairs, passing } from './divergence';

const cny = (minor: number) => ({ minor, currency: 'CNY' });
const heap = (difference: Schemas['Difference'], before: string, after: string, minor: number): Schemas['Heap'] => ({ difference, before, after, decisions: 1, amount_before: cny(minor), amount_after: cny(minor) });

test('the money that would pass more is what the candidate approves, less what was approved', () => {
  const heaps = [heap('outcome', 'needs_approval:supervisor', 'approve', 6_600), heap('outcome', 'approve', 'reject', 1_000), heap('same', 'approve', 'approve', 500), heap('wording', 'reject', 'reject', 9_900)];
  const sums = passing(heaps);
  expect(sums).toEqual({ before: [cny(1_500)], after: [cny(7_100)] });
  expect(gained(sums)).toEqual([cny(5_600)]);
  expect(heaps.filter(differs)).toHaveLength(2);
});

test('amounts of heaps without money are none', () => {
  expect(gained(passing([{ ...heap('outcome', 'approve', 'approve', 1), amount_before: null, amount_after: null }]))).toEqual([]);
});

const item = (id: string, ticket: string, at: string, label: string): Schemas['DecisionItem'] => ({
  id, ticket, at, consequence: { label }, fuel: 1, hook: 'refund-approval', outcome: 'ok', plugin: 'p', plugin_id: 'p', role: 'shadow', version: '1',
});

test('a case is the answer of both to one question, not to another one of the same ticket', () => {
  const shadows = [item('s1', 't1', '1', 'approve'), item('s2', 't1', '2', 'approve'), item('s3', 't2', '1', 'reject')];
  const counted = [item('c1', 't1', '1', 'needs_approval:supervisor'), item('c2', 't1', '2', 'approve')];
  const found = pairs(shadows, counted);
  expect(found.map(({ shadow, counted: other }) => [shadow.id, other.id])).toEqual([['s1', 'c1'], ['s2', 'c2']]);
  expect(inHeap({ before: 'needs_approval:supervisor', after: 'approve' }, found).map(({ shadow }) => shadow.id)).toEqual(['s1']);
});
