import type { Schemas } from '../../../api/client';
import { formatMoney } from '../../../parts/money';
import type { Language } from '../../../words/setup';

/** A figure of a report as people read it: `2 h 5 min`, `5 days 18 h`, `6.3 %`, `¥288.00`; a dash where there is none. */
export function figure(value: unknown, unit: Schemas['ReportUnit'], currency: string, language: Language): string {
  if (value == null) return '–';
  if (typeof value !== 'number') return typeof value === 'string' ? value : JSON.stringify(value);
  const number = (options: Intl.NumberFormatOptions) => new Intl.NumberFormat(language, options);
  switch (unit) {
    case 'seconds':
      return duration(value, number);
    case 'share':
      return number({ style: 'percent', maximumFractionDigits: 1 }).format(value);
    case 'minor':
      return formatMoney({ minor: Math.round(value), currency }, language);
    default:
      return number({ maximumFractionDigits: 2 }).format(value);
  }
}

function duration(seconds: number, number: (options: Intl.NumberFormatOptions) => Intl.NumberFormat): string {
  const say = (count: number, unit: string) => number({ style: 'unit', unit, unitDisplay: 'short' }).format(count);
  if (Math.abs(seconds) < 60) return say(Math.round(seconds), 'second');
  const minutes = Math.round(seconds / 60);
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  // Nobody counts days in hours.
  if (hours >= 48) return [say(Math.floor(hours / 24), 'day'), hours % 24 > 0 ? say(hours % 24, 'hour') : ''].filter(Boolean).join(' ');
  return [hours > 0 ? say(hours, 'hour') : '', rest > 0 ? say(rest, 'minute') : ''].filter(Boolean).join(' ');
}
