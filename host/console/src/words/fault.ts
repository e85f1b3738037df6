import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';

/** What is wrong at one place of what was sent. */
export interface Fault {
  /** JSON pointer to the place. */
  pointer: string;
  /** What the server says of it, in English. */
  message: string;
  /** Its stable name, for which there may be words in the reader's language. */
  code?: string | null | undefined;
  /** What the words speak of, such as `max`. */
  params?: Record<string, unknown> | undefined;
}

/** What is wrong, in the reader's language; the server's own words where there are no others, or where they lack a number. */
export function useFaultWords(): (fault: Fault) => string {
  const { t, i18n } = useTranslation('faults');
  return useCallback(
    ({ code, message, params = {} }) => {
      const words: unknown = code ? i18n.getResource(i18n.language, 'faults', code) : undefined;
      if (typeof words !== 'string' || !code) return message;
      const named = [...words.matchAll(/{{(\w+)}}/g)].every(([, name]) => name != null && name in params);
      return named ? t(code, params) : message;
    },
    [t, i18n],
  );
}
