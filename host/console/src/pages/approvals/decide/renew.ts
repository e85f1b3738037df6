import type { QueryClient } from '@tanstack/react-query';

const CONCERNED = /^\/api\/v1\/(tickets|tasks|refund-instructions|board)/;

/** Reads anew whatever a decision may have changed. */
export function renew(queries: QueryClient): void {
  void queries.invalidateQueries({ predicate: ({ queryKey }) => CONCERNED.test(String(queryKey[1])) });
}
