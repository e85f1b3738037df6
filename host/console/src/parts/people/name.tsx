import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client';
import { useMe } from '../../app/me';
import { useQueueName, useRoleName, useUsers } from './people';

/** What somebody of the shop is called; whom the list does not know any more is a colleague. */
export function useNames(): (id: string) => string {
  const { t } = useTranslation();
  const { user } = useMe();
  const users = useUsers();
  return (id) => (id === user.id ? user.name : (users?.find((one) => one.id === id)?.name ?? t('person.colleague', { end: id.slice(-4) })));
}

/** Somebody of the shop by name. */
export function Name({ id }: { id: string }) {
  return <span title={id}>{useNames()(id)}</span>;
}

/** Who did something. */
export function Who({ actor }: { actor: Schemas['Actor'] }) {
  const { t } = useTranslation();
  return actor.type === 'user' ? <Name id={actor.id} /> : <span>{t(`actor.${actor.type}`)}</span>;
}

/** Who holds work: a person, a role, a department, a queue, or the customer. */
export function usePartyName(): (party: Schemas['WorkflowParty']) => string {
  const { t } = useTranslation();
  const [names, role, queue] = [useNames(), useRoleName(), useQueueName()];
  return (party) => {
    if (party === 'customer') return t('actor.customer');
    if ('person' in party) return names(party.person);
    if ('role' in party) return role(party.role);
    return 'department' in party ? party.department : queue(party.queue);
  };
}
