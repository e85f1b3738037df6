/** What running decisions again has found, as far as the page tells it. */
export interface Report {
  decisions: number;
  identical: number;
  divergences: { decision: string; detail: string }[];
}

/** The report of a job; null while there is none. */
export function found(report: unknown): Report | null {
  if (typeof report !== 'object' || report === null) return null;
  const { decisions, identical, divergences } = report as Partial<Report>;
  if (typeof decisions !== 'number' || typeof identical !== 'number') return null;
  const told = (divergences ?? []).map(({ decision, detail }) => ({ decision, detail: typeof detail === 'string' ? detail : '' }));
  return { decisions, identical, divergences: told };
}
