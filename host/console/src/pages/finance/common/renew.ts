import type { QueryClient } from '@tanstack/react-query';

const CONCERNED = /^\/api\/v1\/(refund-instructions|tickets|customers|gateways)/;

/** Reads anew whatever a payment may have changed. */
export function renew(queries: QueryClient): void {
  void queries.invalidateQueries({ predicate: ({ queryKey }) => CONCERNED.test(String(queryKey[1])) });
}
