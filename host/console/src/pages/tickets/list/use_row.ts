import { useEffect, useState } from 'react';

/** The row that the keys are at: it moves up and down, and is brought into sight. */
export function useRow(ids: string[]): { row: string | undefined; move: (by: 1 | -1) => void } {
  const [row, setRow] = useState<string>();
  const at = row ? ids.indexOf(row) : -1;
  useEffect(() => {
    if (row) document.querySelector(`[data-row-key="${CSS.escape(row)}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [row]);
  return {
    row: at < 0 ? undefined : row,
    move: (by) => setRow(ids[Math.max(0, Math.min(at + by, ids.length - 1))]),
  };
}
