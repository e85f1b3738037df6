import type { AfterSaleSummary, Level, OrderSummary, ParameterValue, Query, Totals } from "./wit/types.js";

/** The host's side as a rule sees it: the imports in a sandbox, a fake host in unit tests. Look-ups throw a `HistoryError`. */
export interface Host {
  log(level: Level, message: string, fields: [string, string][]): void;
  orders(query: Query): OrderSummary[];
  afterSales(query: Query): AfterSaleSummary[];
  totals(): Totals;
  parameter(code: string): ParameterValue | null;
  /** What secrets may be used for; absent where the plugin answers no `settlement`. */
  readonly crypto?: Secrets;
}

/** A gateway's secrets, by name. They stay with the host; what it makes with them is recorded. Throws a `CryptoError`. */
export interface Secrets {
  hmacSha256(secret: string, message: Uint8Array): Uint8Array;
  rsaSha256Sign(secret: string, message: Uint8Array): Uint8Array;
  rsaSha256Verify(secret: string, message: Uint8Array, signature: Uint8Array): boolean;
  aesGcmOpen(secret: string, nonce: Uint8Array, associated: Uint8Array, sealed: Uint8Array): Uint8Array;
}
