import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../../../api/client';
import { formatMoney } from '../../../../parts/money';
import { useLanguage } from '../../../../words/use';

/** What a field holds, for people: amounts, moments, lists and yes or no as one writes them. */
export function useShown({ type, value }: Schemas['TaskField']): string {
  const { t } = useTranslation();
  const language = useLanguage();
  if (value == null) return '';
  if (type === 'boolean') return t(value === true ? 'yes' : 'no');
  if (type === 'money' && typeof value === 'object' && 'minor' in value) return formatMoney(value as Schemas['Money'], language);
  if (type === 'timestamp' && typeof value === 'string') return new Date(value).toLocaleString(language);
  if (Array.isArray(value)) return value.map(String).join('、');
  return typeof value === 'string' ? value : JSON.stringify(value);
}
