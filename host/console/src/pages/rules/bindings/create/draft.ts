import type { Schemas } from '../../../../api/client';
import { startingTimetable } from '../timetable/starting';

type Binding = Schemas['BindingWithPlugin'];
type Plugin = Schemas['Plugin'];

/** A rule that is being made. */
export interface Draft {
  hook: Schemas['Hook'];
  plugin: string;
  mode: Schemas['BindingMode'];
  percent: number;
  /** The rule it is tried against; null for none. */
  replaces: string | null;
  config: unknown;
  key: string;
  /** Null for everything that its plugin asks. */
  grants: Schemas['Capability'][] | null;
  guardrails: Schemas['Guardrails'];
  timetable: Schemas['Timetable'];
  reason: string;
}

/** Rules that a candidate of a hook can be tried against. */
export function actives(bindings: readonly Binding[], hook: Schemas['Hook']): Binding[] {
  return bindings.filter((binding) => binding.hook === hook && binding.mode === 'active');
}

/** Hooks that a rule can be bound to; money leaves over gateways, which are not bound. */
export function bindable(plugin: Plugin): Schemas['Hook'][] {
  return plugin.hooks.filter((hook) => hook !== 'settlement');
}

/** Settings to begin with: a plugin for several hooks is told which one it is for, where its settings say so. */
export function firstConfig(plugin: Plugin | undefined, hook: Schemas['Hook']): object {
  const { properties } = (plugin?.config_schema ?? {}) as { properties?: Record<string, unknown> };
  return properties && 'hook' in properties ? { hook } : {};
}

/**
 * What a new rule begins with: the settings of a rule it shall be tried beside, or a plugin. Where a rule decides already, a new one begins
 * in its shadow: nothing that anybody notices changes.
 */
export function begun({ from, plugin }: { from?: Binding; plugin?: Plugin }, bindings: readonly Binding[], plugins: readonly Plugin[]): Draft | null {
  const chosen = plugins.find(({ id }) => id === from?.plugin) ?? plugin ?? plugins.find((one) => bindable(one).length > 0);
  const hook = from?.hook ?? (chosen ? bindable(chosen)[0] : undefined);
  if (!chosen || !hook) return null;
  const first = from ?? actives(bindings, hook)[0];
  const kin = from ?? bindings.find((one) => one.hook === hook && one.plugin_name === chosen.name);
  return {
    hook,
    plugin: chosen.id,
    mode: first ? 'shadow' : 'active',
    percent: 10,
    replaces: first?.id ?? null,
    config: kin?.config ?? firstConfig(chosen, hook),
    key: '',
    grants: from?.grants ?? null,
    guardrails: {},
    timetable: from?.timetable ?? startingTimetable(),
    reason: '',
  };
}

/** The draft with another hook or plugin: what no longer fits begins anew. */
export function changed(draft: Draft, change: Partial<Pick<Draft, 'hook' | 'plugin'>>, bindings: readonly Binding[], plugins: readonly Plugin[]): Draft {
  const wanted = { ...draft, ...change };
  const fits = plugins.filter((one) => bindable(one).includes(wanted.hook));
  const plugin = fits.find(({ id }) => id === wanted.plugin) ?? fits[0];
  const before = plugins.find(({ id }) => id === draft.plugin);
  const kin = bindings.find((one) => one.hook === wanted.hook && one.plugin_name === plugin?.name);
  const first = actives(bindings, wanted.hook)[0];
  const same = wanted.hook === draft.hook;
  return {
    ...wanted,
    plugin: plugin?.id ?? wanted.plugin,
    config: same && plugin?.name === before?.name ? draft.config : (kin?.config ?? firstConfig(plugin, wanted.hook)),
    grants: plugin?.id === draft.plugin ? draft.grants : null,
    mode: same ? draft.mode : first ? 'shadow' : 'active',
    replaces: same ? draft.replaces : (first?.id ?? null),
  };
}

/** The draft as the server takes it. */
export function asked(draft: Draft): Schemas['NewBinding'] {
  const { hook, plugin, mode, percent, replaces, config, key, grants, guardrails, timetable, reason } = draft;
  return {
    hook,
    plugin,
    mode,
    config,
    grants,
    guardrails,
    ...(mode === 'active' ? {} : { replaces }),
    ...(mode === 'canary' ? { percent } : {}),
    ...(hook === 'schedule' ? { timetable } : {}),
    ...(key.trim() ? { key: key.trim() } : {}),
    ...(reason.trim() ? { reason: reason.trim() } : {}),
  };
}
