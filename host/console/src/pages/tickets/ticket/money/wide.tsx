import type { ReactNode } from 'react';

/** What may be wider than its place, and is scrolled with the keyboard too. */
export function Wide({ label, children }: { label: string; children: ReactNode }) {
  return (
    <section aria-label={label} tabIndex={0} style={{ overflowX: 'auto' }}>
      {children}
    </section>
  );
}
