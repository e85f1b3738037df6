import { useState } from 'react';

/** What somebody changes of a rule. */
export interface Edit<Value> {
  value: Value;
  /** The version of the rule that the change is made to. */
  of: number;
  /** True when the rule became another one since somebody began to change it. */
  overtaken: boolean;
  set: (value: Value) => void;
  /** Gives the change up: the rule as it is now. */
  drop: () => void;
  /** Keeps the change, and makes it to the rule as it is now. */
  keep: () => void;
  /** It was saved, and made the rule this version. */
  saved: (as: number) => void;
}

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** Keeps what is typed while the rule is read anew; what nobody touched follows the rule. */
export function useEdit<Value>(present: Value, version: number): Edit<Value> {
  const [typed, setTyped] = useState<{ value: Value; of: number } | null>(null);
  return {
    value: typed ? typed.value : present,
    of: typed ? typed.of : version,
    overtaken: typed !== null && typed.of < version,
    // Forms report what they were given, too: that is no change.
    set: (value) => setTyped(same(value, present) ? null : { value, of: typed?.of ?? version }),
    drop: () => setTyped(null),
    keep: () => setTyped(typed && { ...typed, of: version }),
    saved: (as) => setTyped((now) => now && { ...now, of: as }),
  };
}
