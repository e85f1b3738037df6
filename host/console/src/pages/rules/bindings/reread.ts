import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';

/** Reads anew whatever is shown of rules at work, after one of them changed. */
export function useReread(): () => Promise<void> {
  const queries = useQueryClient();
  return useCallback(
    () => queries.invalidateQueries({ predicate: ({ queryKey: [, path] }) => typeof path === 'string' && path.startsWith('/api/v1/bindings') }),
    [queries],
  );
}
