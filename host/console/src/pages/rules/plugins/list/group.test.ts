import { expect, test } from 'vitest';
import type { Schemas } from '../../../../api/client';
import { byName, newerThan, usersOf } from './group';

const plugin = (id: string, name: string, uploaded_at: string): Schemas['Plugin'] => ({
  id, name, uploaded_at, version: id, description: '', digest: '', sdk: '', hooks: [], config_schema: {}, size: 1,
});
const all = [plugin('t1', 'tiers', '2026-01-01T00:00:00Z'), plugin('r1', 'router', '2026-01-02T00:00:00Z'), plugin('t2', 'tiers', '2026-03-01T00:00:00Z')];

test('versions stand together by name, the newest first', () => {
  expect(byName(all).map(({ name, versions }) => [name, versions.map(({ id }) => id)])).toEqual([['router', ['r1']], ['tiers', ['t2', 't1']]]);
});

test('a rule with an older version is told of the newest one', () => {
  expect(newerThan({ plugin: 't1', plugin_name: 'tiers' }, all)?.id).toBe('t2');
  expect(newerThan({ plugin: 't2', plugin_name: 'tiers' }, all)).toBeNull();
  expect(newerThan({ plugin: 'x', plugin_name: 'gone' }, all)).toBeNull();
});

test('a version knows the rules that use it, not those of its namesakes', () => {
  const bindings = [{ id: 'a', plugin: 't1' }, { id: 'b', plugin: 't2' }] as Schemas['BindingWithPlugin'][];
  expect(usersOf({ id: 't2' }, bindings).map(({ id }) => id)).toEqual(['b']);
});
