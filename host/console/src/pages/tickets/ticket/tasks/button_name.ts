import type { Schemas } from '../../../../api/client';
import { inLanguage, useLanguage, useValue } from '../../../../words/use';

/** What stands on a button of a node; one that the drawing gave no name says what it does. */
export function useButtonName(): (button: Pick<Schemas['TaskButton'], 'name' | 'does'>) => string {
  const [language, say] = [useLanguage(), useValue()];
  return ({ name, does }) => inLanguage(name, language) || say('WorkflowDoes', does);
}
