import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../../../api/client';
import { useValue } from '../../../../words/use';
import { useNames } from '../../../../parts/people/name';
import { useQueueName } from '../../../../parts/people/people';

/** What a macro does, in words. */
export function useActWords(): (act: Schemas['MacroAct']) => string {
  const { t } = useTranslation('ticket');
  const [say, names, queue] = [useValue(), useNames(), useQueueName()];
  return (act) => {
    switch (act.act) {
      case 'reply':
        return t(act.internal ? 'act.note' : 'act.reply');
      case 'request_information':
        return t('act.ask');
      case 'set_priority':
        return t('act.priority', { to: say('Priority', act.priority) });
      case 'add_tag':
        return t('act.tag', { tag: act.tag });
      case 'assign':
        return t('act.assign', { to: [act.queue ? queue(act.queue) : '', act.assignee ? names(act.assignee) : ''].filter(Boolean).join(' · ') });
    }
  };
}
