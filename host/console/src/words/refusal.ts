import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { faults, isProblem } from '../api/problem';
import { useFaultWords } from './fault';

/** Why something was not done. */
export interface Refusal {
  /** What it comes to and what to do, in the reader's language. */
  title: string;
  /** What the server itself said of this very case; nothing when it was not reached. */
  detail?: string;
  /** Every place that is wrong, where the server named any. */
  places: { pointer: string; message: string }[];
}

/** Refusals whose places tell all there is to know. */
const PLACED: string[] = ['invalid_config'];

/** Puts what the server refused into the reader's words, by the stable code; a code that a newer server knows is told by the server alone. */
export function useRefusal(lost: string): (error: unknown) => Refusal {
  const { t } = useTranslation('problems');
  const words = useFaultWords();
  return useCallback(
    (error) => {
      if (!isProblem(error)) return { title: lost, places: [] };
      const title = t(error.code, { defaultValue: '' });
      const found = faults(error);
      const whole = found.find(({ message }) => message === error.detail);
      // With the same code the title says it already, and the server's sentence adds the numbers.
      const detail = whole && whole.code !== error.code ? words(whole) : error.detail;
      const others = found.filter((fault) => fault !== whole);
      const places = others.map((fault) => ({ pointer: fault.pointer, message: words(fault) }));
      if (!title) return { title: detail, places };
      // What names every place already is not told twice.
      const told = others.length > 0 && (PLACED.includes(error.code) || others.every(({ message }) => error.detail.includes(message)));
      return told ? { title, places } : { title, detail, places };
    },
    [t, words, lost],
  );
}

/** What was refused in one line, for lists of several; `lost` when the server was not reached. */
export function useWhy(lost: string): (error: unknown) => string {
  const refusal = useRefusal(lost);
  return useCallback(
    (error) => {
      const { title, detail } = refusal(error);
      return detail ? `${title} (${detail})` : title;
    },
    [refusal],
  );
}
