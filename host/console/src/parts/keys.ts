import { useEffect, useRef } from 'react';

/** True while somebody types, or a key presses what has the focus. */
function busy(target: EventTarget | null, key: string): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName)) return true;
  return key === 'Enter' && target.closest('a,button,[role="tab"],[role="button"],[role="menuitem"]') != null;
}

/** Single keys that do something on a page, as long as nobody types and it is `enabled` (no dialog asks something). */
export function useKeys(keys: Record<string, () => void>, enabled = true): void {
  const present = useRef(keys);
  useEffect(() => {
    present.current = keys;
  });
  useEffect(() => {
    if (!enabled) return undefined;
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || busy(event.target, event.key)) return;
      const act = present.current[event.key];
      if (!act) return;
      event.preventDefault();
      act();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [enabled]);
}
