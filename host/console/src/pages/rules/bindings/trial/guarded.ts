import type { Schemas } from '../../../../api/client';
import { WATCHED } from '../guardrails/limits';

type Guarded = Pick<Schemas['BindingWithPlugin'], 'guardrails'>;

function watches({ guardrails }: Guarded): boolean {
  return WATCHED.some((limit) => guardrails?.[limit] != null);
}

/** Whose guardrails watch a candidate after it took over: its own when it has any, else those of the rule before it, else none. */
export function guarded(candidate: Guarded, against: Guarded | null): 'own' | 'kept' | 'none' {
  if (watches(candidate)) return 'own';
  return against && watches(against) ? 'kept' : 'none';
}
