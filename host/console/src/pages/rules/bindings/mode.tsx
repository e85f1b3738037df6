import type { Schemas } from '../../../api/client';
import { type Colour, State } from '../../../parts/status';
import { useValue } from '../../../words/use';

const COLOUR: Record<Schemas['BindingMode'], Colour | undefined> = { active: 'green', canary: 'gold', shadow: undefined };

/** What the answers of a rule do; of a canary also how many tickets it decides. */
export function Mode({ mode, percent }: { mode: Schemas['BindingMode']; percent?: number }) {
  const say = useValue();
  return <State colour={COLOUR[mode]}>{mode === 'canary' && percent ? `${say('BindingMode', mode)} ${percent}%` : say('BindingMode', mode)}</State>;
}
