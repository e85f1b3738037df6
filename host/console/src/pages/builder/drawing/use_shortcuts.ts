import { useEffect, useEffectEvent } from 'react';

/** Ctrl+Z, Ctrl+Shift+Z and Ctrl+S. While somebody types, Ctrl+Z belongs to the text. */
export function useShortcuts({ undo, redo, save }: { undo: () => void; redo: () => void; save: () => void }) {
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (!event.ctrlKey && !event.metaKey) return;
    const key = event.key.toLowerCase();
    if (key === 's') {
      event.preventDefault();
      save();
      return;
    }
    const typing = event.target instanceof HTMLElement && event.target.closest('input, textarea, [contenteditable]');
    if (typing || (key !== 'z' && key !== 'y')) return;
    event.preventDefault();
    if (key === 'y' || event.shiftKey) redo();
    else undo();
  });
  useEffect(() => {
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, []);
}
