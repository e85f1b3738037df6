import { useQueryClient } from '@tanstack/react-query';
import { useTell } from '../../../parts/problem';

/** After a change: what was read of it is read anew, and a refusal is shown. */
export function useChanged(path: string, close?: () => void) {
  const client = useQueryClient();
  const { done, failed } = useTell();
  return {
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: ['get', path] });
      done();
      close?.();
    },
    onError: failed,
  };
}
