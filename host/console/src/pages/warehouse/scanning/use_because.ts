import { useTranslation } from 'react-i18next';
import type { Why } from './queue';

/** Tells why a reading was not taken, in the reader's language; by the server's own words where its code is not known. */
export function useBecause(): (why: Why) => string {
  const { t } = useTranslation('problems');
  return ({ code, words }) => {
    const title = code ? t(code, { defaultValue: '' }) : '';
    return title ? `${title} (${words})` : words;
  };
}
