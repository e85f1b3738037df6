/** What a backtest found, as the server's report of the job says it. */
export interface Report {
  decisions: number;
  unreadable: number;
  flips: { before: string; after: string; currency: string; decisions: number; amount_minor: number; examples: { ticket?: string }[] }[];
  tiers: { label: string; currency: string; delta_minor: number }[];
}

/** How many past decisions would have ended otherwise. */
export function changed({ flips }: Report): number {
  return flips.reduce((sum, { decisions }) => sum + decisions, 0);
}
