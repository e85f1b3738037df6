import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../../../api/client';
import { values } from '../../../../api/values';
import { useValue } from '../../../../words/use';
import { usePartyName } from '../../../../parts/people/name';
import { details } from './kinds';

const PLAIN = ['carrier', 'number', 'reference', 'address'] as const;

function isParty(value: unknown): value is Schemas['WorkflowParty'] {
  return value === 'customer' || (typeof value === 'object' && value != null && ['person', 'role', 'department', 'queue'].some((kind) => kind in value));
}

/** Short facts that came with an event: numbers and addresses, which promise a reminder was about, where a replacement stands, who got a task. */
export function useExtras(): (entry: Schemas['Entry']) => string[] {
  const { t } = useTranslation('ticket');
  const [say, party] = [useValue(), usePartyName()];
  return (entry) => {
    const given = details(entry);
    // What a ticket was made with stands on the page anyhow.
    const plain = entry.kind === 'ticket.created' ? [] : PLAIN.flatMap((name) => (typeof given[name] === 'string' ? [given[name]] : []));
    const state = entry.kind === 'replacement.moved' ? values.ReplacementState.find((one) => one === given.state) : undefined;
    const target = entry.kind === 'sla.fired' && typeof given.target === 'string' ? given.target : '';
    return [
      ...plain,
      ...(state ? [say('ReplacementState', state)] : []),
      ...(target ? [t(`clock.${target.replaceAll('.', '_')}`, { defaultValue: target })] : []),
      ...(entry.kind === 'flow.transferred' && isParty(given.to) ? [party(given.to)] : []),
    ];
  };
}
