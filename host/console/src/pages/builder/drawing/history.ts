/** What somebody draws, with the steps before and after it. */
export interface History<T> {
  past: T[];
  now: T;
  future: T[];
  /** What the last step changed; typing on in the same place is one step. */
  what: string | null;
}

const MOST = 100;

export function begin<T>(now: T): History<T> {
  return { past: [], now, future: [], what: null };
}

/** A step further. Steps in a row that name the same place are undone together. */
export function change<T>(history: History<T>, now: T, what: string | null = null): History<T> {
  if (now === history.now) return history;
  if (what !== null && what === history.what) return { ...history, now, future: [] };
  return { past: [...history.past, history.now].slice(-MOST), now, future: [], what };
}

export function undo<T>(history: History<T>): History<T> {
  const before = history.past.at(-1);
  if (before === undefined) return history;
  return { past: history.past.slice(0, -1), now: before, future: [history.now, ...history.future], what: null };
}

export function redo<T>(history: History<T>): History<T> {
  const [after, ...rest] = history.future;
  if (after === undefined) return history;
  return { past: [...history.past, history.now], now: after, future: rest, what: null };
}
