import { useCallback, useState } from 'react';
import { begin, change, type History, redo, undo } from './history';

/** What is being drawn, with undo and redo. */
export function useHistory<T>(first: T) {
  const [history, setHistory] = useState<History<T>>(() => begin(first));
  const put = useCallback((next: (now: T) => T, what?: string) => setHistory((before) => change(before, next(before.now), what ?? null)), []);
  const back = useCallback(() => setHistory((before) => undo(before)), []);
  const forth = useCallback(() => setHistory((before) => redo(before)), []);
  return { now: history.now, put, undo: back, redo: forth, canUndo: history.past.length > 0, canRedo: history.future.length > 0 };
}
