import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';

/** What a filter may be set to; empty takes it away. */
type Value = string | number | boolean | null | undefined;

/** Filters that live in the address, so that a link shows what one sees; empty ones are left out. */
export function useFilters<Name extends string>(names: readonly Name[]) {
  const [search, setSearch] = useSearchParams();
  const filters = useMemo(() => {
    const found: Partial<Record<Name, string>> = {};
    for (const name of names) {
      const value = search.get(name);
      if (value) found[name] = value;
    }
    return found;
  }, [names, search]);
  const set = useCallback(
    (changes: Partial<Record<Name, Value>>) => {
      setSearch(
        (before) => {
          const after = new URLSearchParams(before);
          for (const [name, value] of Object.entries<Value>(changes)) {
            if (value == null || value === '' || value === false) after.delete(name);
            else after.set(name, String(value));
          }
          return after;
        },
        { replace: true },
      );
    },
    [setSearch],
  );
  return [filters, set] as const;
}
