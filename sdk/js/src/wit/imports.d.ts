/** The host's functions as a component imports them; only `guest.ts` calls them. */
declare module "redress:rules/history@1.0.0" {
  export function orders(query: unknown): unknown;
  export function afterSales(query: unknown): unknown;
  export function totals(): unknown;
}

declare module "redress:rules/log@1.0.0" {
  export function log(level: string, message: string, fields: [string, string][]): void;
}

declare module "redress:rules/parameters@1.0.0" {
  export function get(code: string): unknown;
}
