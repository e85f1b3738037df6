import { expect, test } from 'vitest';
import { endless, unreached } from './reach';

const step = (key: string, ...next: (string | null)[]) => ({ key, title: key, answers: next.map((to, at) => ({ key: `a${at}`, name: 'a', next: to })) });

test('a step that nothing leads to is found, also when it leads back itself', () => {
  expect(unreached([step('a', 'b', null), step('b', 'a'), step('c', 'a'), step('d', 'd')])).toEqual(['c', 'd']);
  expect(unreached([])).toEqual([]);
});

test('steps that only go round are endless', () => {
  expect(endless([step('a', 'b', 'c'), step('b', 'b'), step('c', null)])).toEqual(['b']);
  expect(endless([step('a', 'b'), step('b', 'a')])).toEqual(['a', 'b']);
});
