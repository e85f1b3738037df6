import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { values } from '../api/values';
import type { Language } from './setup';

type Values = typeof values;

/** The word for a value of the API; a value that a newer server knows is shown as it is. */
export type Say = <S extends keyof Values>(schema: S, value: Values[S][number] | null | undefined) => string;

export function useValue(): Say {
  const { t } = useTranslation('values');
  return useCallback(
    (schema, value) => (value == null ? '' : t(`${schema}.${value}`, { nsSeparator: false, defaultValue: value })),
    [t],
  );
}

/** The present language. */
export function useLanguage(): Language {
  const { i18n } = useTranslation();
  return i18n.language === 'en' ? 'en' : 'zh-CN';
}

/** What a definition calls itself in several languages, in the present one. */
export function inLanguage(names: Record<string, string> | string | null | undefined, language: Language): string {
  if (names == null) return '';
  if (typeof names === 'string') return names;
  return names[language] ?? names['zh-CN'] ?? names.en ?? Object.values(names)[0] ?? '';
}
