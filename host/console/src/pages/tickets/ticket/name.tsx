import { useTranslation } from 'react-i18next';
import { api, type Schemas } from '../../../api/client';
import { useMay, useMe } from '../../../app/me';

/** The users by name, as far as one may see them. */
export function useUsers() {
  const may = useMay();
  return api.useQuery('get', '/api/v1/users', {}, { staleTime: 60_000, enabled: may('admin:read') }).data?.items;
}

/** Somebody of the shop by name; who may not read the users sees the id. */
export function Name({ id }: { id: string }) {
  const { user } = useMe();
  const users = useUsers();
  return <>{id === user.id ? user.name : (users?.find((one) => one.id === id)?.name ?? id)}</>;
}

/** Who did something. */
export function Who({ actor }: { actor: Schemas['Actor'] }) {
  const { t } = useTranslation('ticket');
  return actor.type === 'user' ? <Name id={actor.id} /> : <>{t(`actor.${actor.type}`)}</>;
}
