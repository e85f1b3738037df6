import type { AfterSaleSummary, Level, OrderSummary, ParameterValue, Query, Totals } from "./wit/types.js";

/** The host's side as a rule sees it: the imports in a sandbox, a fake host in unit tests. Look-ups throw a `HistoryError`. */
export interface Host {
  log(level: Level, message: string, fields: [string, string][]): void;
  orders(query: Query): OrderSummary[];
  afterSales(query: Query): AfterSaleSummary[];
  totals(): Totals;
  parameter(code: string): ParameterValue | null;
}
