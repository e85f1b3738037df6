import { useTranslation } from 'react-i18next';
import { values } from '../../api/values';
import { useValue } from '../../words/use';

type Verdict = (typeof values.VerdictKind)[number];

/** Words for what follows from an answer: a verdict, and who must agree where somebody must (`needs_approval:supervisor`); other labels as they are. */
export function useEnding(): (label: string) => string {
  const { t } = useTranslation('rules');
  const say = useValue();
  return (label) => {
    const [verdict = '', role] = label.split(':');
    const known = (values.VerdictKind as readonly string[]).includes(verdict);
    const said = known ? say('VerdictKind', verdict as Verdict) : verdict;
    return role ? `${said} (${t(`role.${role}`, { defaultValue: role })})` : said;
  };
}
