import { expect, test } from 'vitest';
import type { Schemas } from '../../../../api/client';
import { asked, begun, changed, firstConfig } from './draft';

const plugin = (id: string, name: string, hooks: Schemas['Hook'][]): Schemas['Plugin'] => ({ id, name, hooks, version: '1', description: '', digest: '', sdk: '', config_schema: {}, size: 1, uploaded_at: '' });
const tiers = plugin('t', 'tiers', ['refund-approval']);
const tiers2 = plugin('t2', 'tiers', ['refund-approval']);
const router = plugin('r', 'router', ['routing', 'settlement']);
const plugins = [tiers2, tiers, router];
const atWork: Schemas['BindingWithPlugin'] = {
  id: 'b', key: 'tiers', hook: 'refund-approval', plugin: 't', plugin_name: 'tiers', plugin_version: '1', config: { a: 1 }, enabled: true, mode: 'active', order: 10, updated_at: '', version: 1,
};

test('beside a rule that decides, a new one begins in its shadow, with its settings', () => {
  expect(begun({ from: atWork }, [atWork], plugins)).toMatchObject({ plugin: 't', hook: 'refund-approval', mode: 'shadow', replaces: 'b', config: { a: 1 } });
});

test('a new version of a plugin at work begins with the settings that are at work', () => {
  expect(begun({ plugin: tiers2 }, [atWork], plugins)).toMatchObject({ plugin: 't2', mode: 'shadow', replaces: 'b', config: { a: 1 } });
});

test('where nothing decides yet, the first rule is active; gateways are no rules', () => {
  expect(begun({ plugin: router }, [atWork], plugins)).toMatchObject({ hook: 'routing', mode: 'active', replaces: null, config: {} });
  expect(begun({}, [], [])).toBeNull();
});

test('another hook takes a plugin that has it, and forgets the settings of the other', () => {
  const draft = begun({ from: atWork }, [atWork], plugins);
  if (!draft) throw new Error('nothing to begin with');
  expect(changed(draft, { hook: 'routing' }, [atWork], plugins)).toMatchObject({ plugin: 'r', config: {}, mode: 'active', replaces: null });
  expect(changed({ ...draft, config: { a: 2 } }, { plugin: 't2' }, [atWork], plugins)).toMatchObject({ plugin: 't2', config: { a: 2 }, mode: 'shadow' });
});

test('only what belongs to the mode and the hook is sent', () => {
  const draft = begun({ from: atWork }, [atWork], plugins);
  if (!draft) throw new Error('nothing to begin with');
  const active = asked({ ...draft, mode: 'active' });
  expect(active).not.toHaveProperty('replaces');
  expect(active).not.toHaveProperty('percent');
  expect(active).not.toHaveProperty('key');
  expect(asked({ ...draft, mode: 'canary', percent: 25, key: ' mine ' })).toMatchObject({ percent: 25, replaces: 'b', key: 'mine' });
  expect(asked(draft)).not.toHaveProperty('timetable');
});

test('a plugin for several hooks is told which one it is for', () => {
  const table = { ...router, config_schema: { properties: { hook: {}, rows: {} } } };
  expect(firstConfig(table, 'routing')).toEqual({ hook: 'routing' });
  expect(firstConfig(router, 'routing')).toEqual({});
  expect(firstConfig(undefined, 'routing')).toEqual({});
});
