import { useTranslation } from 'react-i18next';
import { values } from '../../api/values';
import { useValue } from '../../words/use';
import { useNames } from '../people/name';
import { useQueueName, useRoleName } from '../people/people';
import { verdictOf } from './verdict';
import './words';

/** What follows from a rule's answer, in words; what a newer server knows is shown as it is. */
export function useVerdict(): (label: string) => string {
  const { t } = useTranslation('decision');
  const [say, role, queue, names] = [useValue(), useRoleName(), useQueueName(), useNames()];
  const intents = (label: string) =>
    label
      .split('+')
      .map((name) => values.Capability.find((known) => known === `intent:${name.replaceAll('-', '_')}`))
      .map((known) => (known ? say('Capability', known) : null));
  return (label) => {
    const { word, about } = verdictOf(label);
    const tellers: Record<string, (about: string) => string> = { needs_approval: role, queue, person: names };
    const told = tellers[word]?.(about) ?? about;
    const known = t(`verdict.${word}`, { who: told, defaultValue: '' });
    if (known) return known;
    const found = intents(label);
    return found.every((name) => name != null) ? found.join('、') : label;
  };
}
