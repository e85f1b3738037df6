import { COUNTS, type Found } from './found';

/** Where drafts are kept; `sessionStorage` is one. */
type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

type Lines = Record<string, Found>;

const isFound = (one: unknown): one is Found => {
  const found = one as Partial<Found> | null;
  if (typeof found !== 'object' || found === null) return false;
  const counted = [...COUNTS, 'extra' as const].every((what) => typeof found[what] === 'number');
  return counted && Array.isArray(found.photos) && Array.isArray(found.serials) && typeof found.note === 'string' && typeof found.parts === 'object';
};

/**
 * What was counted so far, kept until it is sent: a PDA that opens its camera may close the page behind it. `after` names the inspection
 * that was made before; what was counted for an older one is out of date.
 */
export function draft(store: Store, ticket: string, after: string | undefined) {
  const place = `redress.inspection.${ticket}`;
  return {
    read(): Lines | null {
      try {
        const kept = JSON.parse(store.getItem(place) ?? 'null') as { after?: string; lines?: Record<string, unknown> } | null;
        if (!kept?.lines || kept.after !== after) return null;
        const lines = Object.entries(kept.lines).filter((pair): pair is [string, Found] => isFound(pair[1]));
        return Object.fromEntries(lines);
      } catch {
        return null; // Something else wrote there; it is counted anew.
      }
    },
    keep: (lines: Lines) => store.setItem(place, JSON.stringify({ after, lines })),
    forget: () => store.removeItem(place),
  };
}
