import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../../../api/client';
import { values } from '../../../../api/values';
import { useValue } from '../../../../words/use';
import { useQueueName, useRoleName } from '../../../../parts/people/people';
import { details } from './kinds';
import type { Move } from './moves';

type Entry = Schemas['Entry'];

/** What an event is called; one that a newer server knows is shown as it is. */
export function useEventName(): (entry: Entry) => string {
  const { t } = useTranslation('ticket_events');
  const [say, role] = [useValue(), useRoleName()];
  return (entry) => {
    const known = values.EventKind.find((kind) => `ticket.${kind}` === entry.kind);
    const given = details(entry);
    if (entry.kind === 'ticket.decided' && typeof given.verdict === 'string') {
      const verdict = values.VerdictKind.find((kind) => kind === given.verdict);
      const who = typeof given.role === 'string' ? role(given.role) : '';
      return t(who ? 'decided_for' : 'decided', { verdict: verdict ? say('VerdictKind', verdict) : given.verdict, who });
    }
    if (known) return say('EventKind', known);
    return t(`event.${entry.kind.replaceAll('.', '_')}`, { defaultValue: entry.kind, ...named(given) });
  };
}

/** Short names that came with an event, for its words. */
function named(given: Record<string, unknown>): Record<string, string> {
  return Object.fromEntries(Object.entries(given).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])));
}

/** Words for what an event changed. */
export function useMoveWords() {
  const { t } = useTranslation('ticket_events');
  const [say, queue] = [useValue(), useQueueName()];
  const value = ({ axis }: Move, code: string): string => {
    switch (axis) {
      case 'case':
        return say('CaseStatus', code as Schemas['CaseStatus']);
      case 'goods':
        return say('GoodsStatus', code as Schemas['GoodsStatus']);
      case 'money':
        return say('MoneyStatus', code as Schemas['MoneyStatus']);
      case 'dispute':
        return say('DisputeStatus', code as Schemas['DisputeStatus']);
      case 'priority':
        return say('Priority', code as Schemas['Priority']);
      case 'queue':
        return queue(code);
    }
  };
  return { axis: ({ axis }: Move) => t(`axis.${axis}`), value, internalWord: t('internal') };
}
