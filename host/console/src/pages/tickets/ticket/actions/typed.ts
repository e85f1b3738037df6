import type { Schemas } from '../../../../api/client';
import { parseMoney } from '../../../../parts/money';

/** What a form of an action holds. */
export type Values = Record<string, unknown>;

/** What was typed, as the API takes it: empty fields are null. */
export interface Typed {
  text: (name: string) => string | null;
  money: (name: string) => Schemas['Money'] | null;
  /** A moment in the reader's time zone. */
  moment: (name: string) => string | null;
  list: (name: string) => string[];
}

/** Reads what a form holds; amounts are in `currency`. */
export function typed(values: Values, currency: string): Typed {
  const text = (name: string) => {
    const value = values[name];
    return typeof value === 'string' && value.trim() ? value.trim() : null;
  };
  return {
    text,
    money: (name) => parseMoney(text(name) ?? '', currency),
    moment: (name) => {
      const found = Date.parse(text(name) ?? '');
      return Number.isNaN(found) ? null : new Date(found).toISOString();
    },
    list: (name) => {
      const value = values[name];
      return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
    },
  };
}

/** The amount of a form whose field is required, so that it is there. */
export function owed(given: Typed, name: string, currency: string): Schemas['Money'] {
  return given.money(name) ?? { minor: 0, currency };
}
