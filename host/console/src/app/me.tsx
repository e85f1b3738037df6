import { createContext, use } from 'react';
import type { Schemas } from '../api/client';

export const MeContext = createContext<Schemas['Me'] | null>(null);

/** Who works here. */
export function useMe(): Schemas['Me'] {
  const me = use(MeContext);
  if (!me) throw new Error('only pages behind the sign-in ask who it is');
  return me;
}

/** Whether they may do something: buttons that would only be refused are not shown. */
export function useMay(): (permission: Schemas['Permission']) => boolean {
  const { permissions } = useMe();
  return (permission) => permissions.includes(permission);
}
