import type { Schemas } from '../../../../api/client';

export type Guardrails = Schemas['Guardrails'];
export type Health = Schemas['HealthView'];

/** What is watched, in the order in which it is shown. */
export const WATCHED = ['fault_percent', 'approval_percent', 'approved_amount', 'approved_per_customer', 'latency_p99_us', 'fuel_p99'] as const;
export type Watched = (typeof WATCHED)[number];

/** What a guardrail watches begins with a limit that most shops could live with. */
export function started(limit: Watched, currency: string): Guardrails[Watched] {
  switch (limit) {
    case 'fault_percent':
      return 5;
    case 'approval_percent':
      return { min: null, max: 90 };
    case 'approved_amount':
      return { minor: 500_000, currency };
    case 'approved_per_customer':
      return { minor: 100_000, currency };
    case 'latency_p99_us':
      return 50_000;
    case 'fuel_p99':
      return 10_000_000;
  }
}

/** The share of one count in another, in percent; none where nothing was counted. */
export function percent(part: number, whole: number): number | null {
  return whole > 0 ? (100 * part) / whole : null;
}

/** What was measured of a limit; null while nothing was. */
export function measured(limit: Watched, health: Health): number | null {
  switch (limit) {
    case 'fault_percent':
      return percent(health.faults, health.calls);
    case 'approval_percent':
      return percent(health.approvals, health.verdicts);
    case 'approved_amount':
      return health.verdicts > 0 ? health.approved_minor : null;
    case 'approved_per_customer':
      return health.verdicts > 0 ? health.customer_minor : null;
    case 'latency_p99_us':
      return health.calls > 0 ? health.latency_p99_us : null;
    case 'fuel_p99':
      return health.calls > 0 ? health.fuel_p99 : null;
  }
}

/** Limits that only refunds have. */
const OF_REFUNDS: readonly Watched[] = ['approval_percent', 'approved_amount', 'approved_per_customer'];

/** What can be watched of the rules of a hook. */
export function watchedOf(hook: Schemas['Hook']): Watched[] {
  return WATCHED.filter((limit) => hook === 'refund-approval' || !OF_REFUNDS.includes(limit));
}
