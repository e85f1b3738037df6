import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../app/me';
import { useQueues, useUsers } from './people';

interface Option {
  value: string;
  label: string;
}

/** Queues by name. */
export function useQueueOptions(): Option[] {
  const queues = useQueues();
  return useMemo(() => queues?.map(({ key, name }) => ({ value: key, label: name })) ?? [], [queues]);
}

/** People who may be chosen by name, oneself first. Whoever is away says so. */
export function usePersonOptions(): Option[] {
  const { t } = useTranslation();
  const { user } = useMe();
  const users = useUsers();
  return useMemo(
    () => [
      { value: user.id, label: t('person.me', { name: user.name }) },
      ...(users?.filter(({ id, disabled }) => id !== user.id && !disabled) ?? []).map(({ id, name, available }) => ({
        value: id,
        label: available ? name : t('person.away', { name }),
      })),
    ],
    [users, user, t],
  );
}
