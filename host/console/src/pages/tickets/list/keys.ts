import { useEffect, useState } from 'react';

/** True while somebody types, so that letters are letters. */
function types(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));
}

/** Moves through a list without a mouse: j and k move, Enter opens, / searches. Answers the row that is chosen. */
export function useListKeys(ids: string[], { open, search }: { open: (id: string) => void; search: () => void }): string | undefined {
  const [chosen, setChosen] = useState<string>();
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (types(event.target) || event.ctrlKey || event.metaKey || event.altKey) return;
      const at = chosen ? ids.indexOf(chosen) : -1;
      if (event.key === 'j') setChosen(ids[Math.min(at + 1, ids.length - 1)]);
      else if (event.key === 'k') setChosen(ids[Math.max(at - 1, 0)]);
      else if (event.key === 'Enter' && chosen && event.target === document.body) open(chosen);
      else if (event.key === '/') search();
      else return;
      event.preventDefault();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [chosen, ids, open, search]);
  return chosen;
}
