import type { Schemas } from '../../../api/client';
import type { Language } from '../../../words/setup';

/** How a figure changed: in points of a share, otherwise as a share of what it was. Null where there is nothing to compare with. */
export function change(now: unknown, before: unknown, unit: Schemas['ReportUnit'], language: Language): string | null {
  if (typeof now !== 'number' || typeof before !== 'number') return null;
  const signed: Intl.NumberFormatOptions = { signDisplay: 'exceptZero', maximumFractionDigits: 1 };
  if (unit === 'share') return new Intl.NumberFormat(language, signed).format((now - before) * 100);
  if (before === 0) return null;
  return new Intl.NumberFormat(language, { ...signed, style: 'percent' }).format((now - before) / Math.abs(before));
}
