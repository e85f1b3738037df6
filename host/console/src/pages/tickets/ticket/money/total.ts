import type { Schemas } from '../../../../api/client';

type Amount = Schemas['Money'];

/** All amounts together, in whole minor units. */
export function total(amounts: (Amount | null)[], currency: string): Amount {
  return { minor: amounts.reduce((sum, amount) => sum + (amount?.minor ?? 0), 0), currency };
}

/** What an entry does to what the customer gets: what is kept back is typed without a sign. */
export function signed(kind: Schemas['EntryKind'], amount: Amount): Amount {
  return kind === 'deduction' ? { ...amount, minor: -Math.abs(amount.minor) } : amount;
}
