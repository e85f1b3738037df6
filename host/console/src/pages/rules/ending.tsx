import type { Schemas } from '../../api/client';
import { Money } from '../../parts/money';
import { useEnding } from './use_ending';

/** What followed from an answer, with the money it is about. */
export function Ending({ label, amount }: { label: string; amount?: Schemas['Money'] | null }) {
  const ending = useEnding();
  return (
    <span>
      {ending(label)} <Money of={amount} />
    </span>
  );
}
