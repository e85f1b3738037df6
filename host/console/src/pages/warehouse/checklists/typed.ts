import type { Schemas } from '../../../api/client';
import { moneyText, parseMoney } from '../../../parts/money';

/** A part as it is typed. */
export interface TypedPart {
  /** What systems call it; made from the name where nobody says. */
  code?: string;
  name?: string;
  quantity?: number;
  price?: string;
}

const LONGEST = 64;

/** A code that is not taken yet: of a Latin name its letters, of any other one a number. */
export function codeFor(name: string, taken: ReadonlySet<string>): string {
  const plain = name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '_').replaceAll(/^_+|_+$/g, '').slice(0, LONGEST - 4);
  if (plain && !taken.has(plain)) return plain;
  for (let at = 1; ; at += 1) {
    const code = `${plain || 'part'}_${at}`;
    if (!taken.has(code)) return code;
  }
}

/** Typed parts as they are sent; prices are known to be amounts. */
export function partsOf(typed: readonly TypedPart[], currency: string): Schemas['Part'][] {
  const taken = new Set(typed.flatMap(({ code }) => (code ? [code] : [])));
  return typed.map(({ code, name = '', quantity = 1, price = '' }) => {
    const named = code || codeFor(name, taken);
    taken.add(named);
    return { code: named, name: name.trim(), quantity, price: parseMoney(price || '0', currency) ?? { minor: 0, currency } };
  });
}

/** Parts as they are shown for editing. */
export function typedOf(parts: readonly Schemas['Part'][]): TypedPart[] {
  return parts.map(({ code, name, quantity, price }) => ({ code, name, quantity, price: moneyText(price) }));
}
