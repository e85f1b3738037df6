import type { ReactNode } from 'react';
import { Link, useSearchParams } from 'react-router';

/** A link to this same page with some of its filters set, such as the ticket that is opened beside the list. */
export function Here({ set, children }: { set: Record<string, string>; children: ReactNode }) {
  const [search] = useSearchParams();
  const to = new URLSearchParams(search);
  for (const [name, value] of Object.entries(set)) to.set(name, value);
  return <Link to={{ search: `?${to}` }}>{children}</Link>;
}
