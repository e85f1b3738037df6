import { expect, test } from 'vitest';
import type { Schemas } from '../../../../api/client';
import { heldBy, planned, rivalOf } from './planned';

const binding = (id: string, more: Partial<Schemas['BindingWithPlugin']> = {}): Schemas['BindingWithPlugin'] => ({
  id, key: id, hook: 'refund-approval', plugin: 'p', plugin_name: 'tiers', plugin_version: '1.0.0', config: {}, enabled: true, mode: 'active', order: 10, updated_at: '', version: 1, ...more,
});
const base = binding('base');
const shadow = binding('shadow', { mode: 'shadow', replaces: 'base' });
const canary = binding('canary', { mode: 'canary', replaces: 'base' });

test('a candidate is held to the cases of what it replaces', () => {
  expect(heldBy(shadow, [base, shadow]).id).toBe('base');
  expect(heldBy(base, [base, shadow]).id).toBe('base');
  expect(heldBy(shadow, [shadow]).id).toBe('shadow');
});

test('only a canary that is switched on stands in the way of a check', () => {
  expect(rivalOf(base, [base, shadow])).toBeUndefined();
  expect(rivalOf(base, [base, canary])?.id).toBe('canary');
  expect(rivalOf(base, [base, { ...canary, enabled: false }])).toBeUndefined();
});

test('settings are planned in the place of the rule that is held, with their own plugin and grants', () => {
  const tried = { ...shadow, plugin_version: '2.0.0', grants: ['history' as const] };
  expect(planned(base, tried, { a: 1 }).bindings).toMatchObject([{ replaces: 'base', plugin: 'tiers@2.0.0', config: { a: 1 }, grants: ['history'], mode: 'canary', enabled: true }]);
  expect(planned({ key: 'k'.repeat(64), hook: 'routing' }, tried, {}).bindings?.[0]?.key).toHaveLength(63);
});
