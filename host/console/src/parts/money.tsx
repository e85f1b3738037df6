import type { Schemas } from '../api/client';
import type { Language } from '../words/setup';
import { useLanguage } from '../words/use';

type Amount = Schemas['Money'];

/** Digits behind the point, as the browser knows ISO 4217. */
export function digits(currency: string): number {
  return new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
}

/** An amount for people: `¥288.00`. */
export function formatMoney({ minor, currency }: Amount, language: Language): string {
  return new Intl.NumberFormat(language, { style: 'currency', currency }).format(minor / 10 ** digits(currency));
}

/** What somebody typed, as minor units; null when it is no amount. Digits are read as text, so that no fraction is lost. */
export function parseMoney(text: string, currency: string): Amount | null {
  const found = /^(-?)(\d{1,13})(?:\.(\d+))?$/.exec(text.trim().replaceAll(',', ''));
  const places = digits(currency);
  const fraction = found?.[3] ?? '';
  if (!found || fraction.length > places) return null;
  const minor = Number(`${found[1]}${found[2]}${fraction.padEnd(places, '0')}`);
  return Number.isSafeInteger(minor) ? { minor, currency } : null;
}

/** The amount as it is typed: `288.00`. */
export function moneyText({ minor, currency }: Amount): string {
  return (minor / 10 ** digits(currency)).toFixed(digits(currency));
}

/** Amounts added up, one for each currency: currencies are not added to one another. */
export function totals(amounts: readonly Amount[]): Amount[] {
  const found = new Map<string, number>();
  for (const { minor, currency } of amounts) found.set(currency, (found.get(currency) ?? 0) + minor);
  return [...found].map(([currency, minor]) => ({ minor, currency }));
}

export function Money({ of }: { of: Amount | null | undefined }) {
  const language = useLanguage();
  return of ? <span className="number">{formatMoney(of, language)}</span> : null;
}
