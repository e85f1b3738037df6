import { expect, test } from 'vitest';
import { below, tree } from './tree';

const one = (id: string, parent?: string) => ({ id: `dep_${id}`, name: id, version: 1, ...(parent ? { parent: `dep_${parent}` } : {}) });

test('departments stand within their parents, and nothing is lost', () => {
  const all = [one('east', 'support'), one('support'), one('returns', 'east'), one('orphan', 'gone')];
  expect(tree(all).map(({ name }) => name)).toEqual(['support', 'orphan']);
  expect(tree(all)[0]?.children?.[0]?.children?.[0]?.name).toBe('returns');
  expect([...below(all, 'dep_support')].sort()).toEqual(['dep_east', 'dep_returns', 'dep_support']);
});
