import { useMemo } from 'react';
import { useMe } from '../../../app/me';
import { useQueues, useRoles, useUsers } from '../../../parts/people/people';
import type { Looker, Ranked } from './waiting';

/** Who looks, and the ladder of approvals as far as they may see it. */
export function useLooker(): { looker: Looker; roles: readonly Ranked[] } {
  const { user, roles: mine } = useMe();
  const [users, roles, queues] = [useUsers(), useRoles(), useQueues()];
  return useMemo(() => {
    const led = queues?.filter(({ lead }) => lead === user.id).map(({ key }) => key) ?? [];
    const near = users?.filter(({ id, departments }) => id !== user.id && departments?.some((one) => user.departments?.includes(one)));
    return {
      looker: { id: user.id, roles: mine, queues: [...user.queues, ...led], colleagues: near?.map(({ id }) => id) ?? [] },
      roles: roles ?? mine,
    };
  }, [user, mine, users, roles, queues]);
}
