import type { Schemas } from '../api/client';
import dayjs from 'dayjs';
import { moneyText, parseMoney } from './money';

/** What was typed into a field, as the API takes it; undefined when nothing or nothing of its type was typed. */
export function typed(type: Schemas['WorkflowValueType'], text: string, currency: string): unknown {
  const trimmed = text.trim();
  if (!trimmed) return undefined;
  switch (type) {
    case 'boolean':
      return trimmed === 'true';
    case 'integer':
      return /^-?\d+$/.test(trimmed) ? Number(trimmed) : undefined;
    case 'number':
      return Number.isFinite(Number(trimmed)) ? Number(trimmed) : undefined;
    case 'list':
      return trimmed.split(/[,，]/).map((one) => one.trim());
    case 'money':
      return parseMoney(trimmed, currency) ?? undefined;
    case 'timestamp':
      return Number.isNaN(Date.parse(trimmed)) ? undefined : new Date(trimmed).toISOString();
    case 'text':
      return trimmed;
  }
}

/** What stands in a field already, as one would type it. */
export function untyped(value: unknown): string {
  if (value == null) return '';
  if (Array.isArray(value)) return value.map(String).join(', ');
  if (typeof value === 'object') return 'minor' in value ? moneyText(value as Schemas['Money']) : '';
  if (typeof value === 'string' && /^\d{4}-\d\d-\d\dT/.test(value)) return dayjs(value).format('YYYY-MM-DDTHH:mm');
  return typeof value === 'string' ? value : JSON.stringify(value);
}
