import { useCallback, useState } from 'react';
import { useMe } from '../../../../app/me';

export interface Draft {
  to: 'reply' | 'note';
  body: string;
}

const EMPTY: Draft = { to: 'reply', body: '' };
/** What was typed and not sent, by person and ticket: going to another ticket and back loses nothing. Gone with the window. */
const kept = new Map<string, Draft>();

/** What somebody is writing on a ticket. */
export function useDraft(ticket: string) {
  const { user } = useMe();
  const place = `${user.id} ${ticket}`;
  const [draft, setDraft] = useState(() => kept.get(place) ?? EMPTY);
  const change = useCallback(
    (changes: Partial<Draft>) =>
      setDraft((before) => {
        const after = { ...before, ...changes };
        kept.set(place, after);
        return after;
      }),
    [place],
  );
  return [draft, change] as const;
}
