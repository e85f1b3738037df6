import type { Schemas } from '../../../../api/client';

type Plugin = Schemas['Plugin'];
type Binding = Schemas['BindingWithPlugin'];

/** All versions of one plugin. */
export interface Group {
  name: string;
  /** Newest first. */
  versions: Plugin[];
}

/** Plugins by name; names in the order of the alphabet, versions newest first. */
export function byName(plugins: readonly Plugin[]): Group[] {
  const found = new Map<string, Plugin[]>();
  for (const plugin of plugins) found.set(plugin.name, [...(found.get(plugin.name) ?? []), plugin]);
  return [...found]
    .map(([name, versions]) => ({ name, versions: versions.toSorted((a, b) => b.uploaded_at.localeCompare(a.uploaded_at)) }))
    .sort((a, b) => a.name.localeCompare(b.name));
}

/** The rules that a version is at work in. */
export function usersOf(plugin: Pick<Plugin, 'id'>, bindings: readonly Binding[]): Binding[] {
  return bindings.filter((binding) => binding.plugin === plugin.id);
}

/** The newest version of a binding's plugin, when that is another than its own. */
export function newerThan(binding: Pick<Binding, 'plugin' | 'plugin_name'>, plugins: readonly Plugin[]): Plugin | null {
  const newest = byName(plugins).find(({ name }) => name === binding.plugin_name)?.versions[0];
  return newest && newest.id !== binding.plugin ? newest : null;
}
