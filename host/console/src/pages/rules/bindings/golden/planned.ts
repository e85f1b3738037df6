import type { Schemas } from '../../../../api/client';

type Binding = Schemas['BindingWithPlugin'];

/**
 * A file that would try settings in the place of a rule. The server checks such a plan against the rule's golden cases and changes nothing;
 * what stays as it is it would not run, so the settings are planned as somebody new.
 */
export function planned(held: Pick<Binding, 'key' | 'hook'>, tried: Pick<Binding, 'plugin_name' | 'plugin_version' | 'grants'>, config: unknown): Schemas['RulesFile'] {
  return {
    redress: 1,
    bindings: [
      {
        key: `${held.key.slice(0, 57)}-check`,
        hook: held.hook,
        plugin: `${tried.plugin_name}@${tried.plugin_version}`,
        config: config as Record<string, unknown>,
        mode: 'canary',
        percent: 1,
        replaces: held.key,
        grants: tried.grants ?? null,
        enabled: true,
      },
    ],
  };
}

/** The rule whose golden cases hold a rule: itself, or the one that it is tried in the place of. */
export function heldBy(binding: Binding, bindings: readonly Binding[]): Binding {
  return bindings.find(({ id }) => id === binding.replaces) ?? binding;
}

/** A canary that is tried against a rule already: the server takes one at a time, also in a plan. */
export function rivalOf(held: Binding, bindings: readonly Binding[]): Binding | undefined {
  return bindings.find(({ mode, enabled, replaces }) => mode === 'canary' && enabled && replaces === held.id);
}
