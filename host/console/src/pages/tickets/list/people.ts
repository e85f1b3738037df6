import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../../api/client';
import { useMe } from '../../../app/me';

/** Queues by name. */
export function useQueueOptions(): { value: string; label: string }[] {
  const queues = api.useQuery('get', '/api/v1/queues', {}, { staleTime: 60_000 });
  return useMemo(() => queues.data?.items.map(({ key, name }) => ({ value: key, label: name })) ?? [], [queues.data]);
}

/** People by name, oneself first. */
export function usePersonOptions(): { value: string; label: string }[] {
  const { t } = useTranslation('tickets');
  const { user } = useMe();
  const users = api.useQuery('get', '/api/v1/people', {}, { staleTime: 60_000 });
  return useMemo(
    () => [
      { value: user.id, label: t('me', { name: user.name }) },
      ...(users.data?.items.filter(({ id, disabled }) => id !== user.id && !disabled).map(({ id, name }) => ({ value: id, label: name })) ?? []),
    ],
    [users.data, user, t],
  );
}

/** What people and queues are called. */
export function useNames(): { person: (id: string) => string; queue: (key: string) => string } {
  const { t } = useTranslation('tickets');
  const { user } = useMe();
  const [people, queues] = [usePersonOptions(), useQueueOptions()];
  const person = useCallback((id: string) => (id === user.id ? user.name : (people.find(({ value }) => value === id)?.label ?? t('colleague'))), [people, user, t]);
  const queue = useCallback((key: string) => queues.find(({ value }) => value === key)?.label ?? key, [queues]);
  return useMemo(() => ({ person, queue }), [person, queue]);
}
