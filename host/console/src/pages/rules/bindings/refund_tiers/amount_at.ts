import type { Schemas } from '../../../../api/client';

/** The settings of the stock plugin that are amounts by currency: steps of the ladder, what passes by itself, what needs no inspection. */
const AMOUNTS = [/^\/config\/tiers\/([A-Z]{3})\/\d+\/up_to$/, /^\/config\/auto_approve\/\d+\/max_amount\/([A-Z]{3})$/, /^\/config\/inspection\/below\/([A-Z]{3})$/];

/** The amount at a place of the stock plugin's settings, which it keeps as a whole number; null for what is none. */
export function amountAt(pointer: string, value: unknown): Schemas['Money'] | null {
  if (typeof value !== 'number') return null;
  for (const shape of AMOUNTS) {
    const currency = shape.exec(pointer)?.[1];
    if (currency) return { minor: value, currency };
  }
  return null;
}
