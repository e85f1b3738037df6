import { useTranslation } from 'react-i18next';
import { useNames } from '../../../parts/people/name';
import { useQueueName, useRoleName } from '../../../parts/people/people';

/** What a holder of a task is called: a person, a role, a department, a queue or the customer. */
export function useHolderName(): (holder: string) => string {
  const { t } = useTranslation('approvals');
  const [names, role, queue] = [useNames(), useRoleName(), useQueueName()];
  return (holder) => {
    const name = holder.slice(holder.indexOf(':') + 1);
    if (holder.startsWith('person:')) return names(name);
    if (holder.startsWith('role:')) return role(name);
    if (holder.startsWith('queue:')) return queue(name);
    return holder === 'customer' ? t('customer') : name;
  };
}
