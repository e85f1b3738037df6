import type { Schemas } from '../../../../api/client';

type Replacement = Pick<Schemas['Replacement'], 'state' | 'consent' | 'stock'>;
type Permission = Schemas['Permission'];

/** What can happen to a replacement next. */
export const STEPS = ['reserved', 'out_of_stock', 'repaired', 'not_repairable', 'paid', 'ship', 'delivered', 'refund', 'wait', 'cancel'] as const;
export type Step = (typeof STEPS)[number];

/** Any of these lets somebody take a step. */
export const NEEDS: Record<Step, Permission[]> = {
  reserved: ['ticket:write', 'warehouse:write'],
  out_of_stock: ['ticket:write', 'warehouse:write'],
  repaired: ['ticket:write'],
  not_repairable: ['ticket:write'],
  paid: ['finance:write'],
  ship: ['warehouse:write'],
  delivered: ['ticket:write'],
  refund: ['ticket:write'],
  wait: ['ticket:write'],
  cancel: ['ticket:write'],
};

/** The steps that a replacement's state allows. While an inventory connector is asked about stock, what it says counts. */
export function stepsOf({ state, consent, stock }: Replacement): Step[] {
  const byHand = stock.by === 'person';
  const asked: Step[] = consent?.state === 'open' || consent?.state === 'expired' ? ['refund', 'wait'] : [];
  switch (state) {
    case 'reserving':
      return byHand ? ['reserved', 'out_of_stock', 'cancel'] : ['cancel'];
    case 'out_of_stock':
      return byHand ? [...asked, 'reserved', 'cancel'] : [...asked, 'cancel'];
    case 'in_repair':
      return ['repaired', 'not_repairable', 'cancel'];
    case 'not_repairable':
      return [...asked, 'cancel'];
    case 'reserved':
      return byHand ? ['out_of_stock', 'cancel'] : ['cancel'];
    case 'awaiting_payment':
      return ['paid', 'cancel'];
    case 'ready':
      return ['ship', 'cancel'];
    case 'shipped':
      return ['delivered'];
    case 'delivered':
    case 'cancelled':
      return [];
  }
}

/** What is typed before a step; money is in the ticket's currency. */
export interface StepField {
  name: 'carrier' | 'tracking' | 'reference' | 'note' | 'cost' | 'reason';
  required: boolean;
}

/** Steps that need something typed. */
export const FIELDS: Partial<Record<Step, StepField[]>> = {
  ship: [
    { name: 'tracking', required: true },
    { name: 'carrier', required: false },
  ],
  paid: [{ name: 'reference', required: true }],
  repaired: [
    { name: 'note', required: true },
    { name: 'cost', required: false },
  ],
  not_repairable: [{ name: 'reason', required: true }],
  cancel: [{ name: 'reason', required: true }],
};
