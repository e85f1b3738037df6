import { useCallback, useState } from 'react';

/** Columns that the list can show, in their order. */
export const COLUMNS = [
  'number',
  'due',
  'subject',
  'customer',
  'order',
  'amount',
  'kind',
  'status',
  'goods',
  'money',
  'priority',
  'queue',
  'owner',
  'problem',
  'channel',
  'created',
  'updated',
] as const;

export type Column = (typeof COLUMNS)[number];

/** What one sees before one has chosen. */
export const USUAL: readonly Column[] = ['number', 'due', 'subject', 'customer', 'kind', 'status', 'goods', 'money', 'priority', 'queue', 'owner', 'updated'];

/** Which columns are kept: known ones, in their order, and always the number, by which a ticket is opened. */
export function tidy(kept: unknown): readonly Column[] {
  if (!Array.isArray(kept)) return USUAL;
  const found = COLUMNS.filter((column) => column === 'number' || kept.includes(column));
  return found.length > 1 ? found : USUAL;
}

const place = (user: string) => `redress.columns.${user}`;

function read(user: string): readonly Column[] {
  try {
    return tidy(JSON.parse(localStorage.getItem(place(user)) ?? 'null'));
  } catch {
    return USUAL;
  }
}

/** The columns that somebody has chosen in this browser. */
export function useChosenColumns(user: string): [readonly Column[], (columns: readonly Column[]) => void] {
  const [columns, setColumns] = useState(() => read(user));
  const keep = useCallback(
    (next: readonly Column[]) => {
      const kept = tidy(next);
      localStorage.setItem(place(user), JSON.stringify(kept));
      setColumns(kept);
    },
    [user],
  );
  return [columns, keep];
}
