import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client';
import { useMay } from '../../app/me';

/** The people of the shop. */
export function useUsers() {
  return api.useQuery('get', '/api/v1/people', {}, { staleTime: 60_000 }).data?.items;
}

/** The roles with their places in the ladder of approvals, as far as one may see them. */
export function useRoles() {
  const may = useMay();
  return api.useQuery('get', '/api/v1/roles', {}, { staleTime: 60_000, enabled: may('admin:read') }).data?.items;
}

/** The queues of the shop. */
export function useQueues() {
  return api.useQuery('get', '/api/v1/queues', {}, { staleTime: 60_000 }).data?.items;
}

/** What a queue calls itself; a key that is unknown stands for itself. */
export function useQueueName(): (key: string) => string {
  const queues = useQueues();
  return useCallback((key) => queues?.find((queue) => queue.key === key)?.name ?? key, [queues]);
}

/** What a role is called; the shop's own are called as they are named. */
export function useRoleName(): (role: string) => string {
  const { t } = useTranslation();
  return useCallback((role) => t(`role.${role}`, { defaultValue: role }), [t]);
}
