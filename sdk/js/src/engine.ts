/**
 * What differs between the JavaScript engines a rule may run in. QuickJS has numbers for 64-bit integers and null for what is
 * absent; SpiderMonkey has BigInt and undefined. Authors always see numbers and null.
 */

/** Set by the build: true in SpiderMonkey. In unit tests it does not exist. */
declare const REDRESS_BIGINT: boolean;

/** True where 64-bit integers cross the border as BigInt. */
const bigints = typeof REDRESS_BIGINT !== "undefined" && REDRESS_BIGINT;

/** A whole number as the engine wants it. */
export function outgoing(value: number): unknown {
  return bigints ? BigInt(value) : value;
}

/** What came in, as authors see it. */
export function incoming<T>(value: unknown): T {
  return (bigints ? plain(value) : value) as T;
}

function plain(value: unknown): unknown {
  if (typeof value === "bigint") return Number(value);
  if (value === undefined) return null;
  if (value instanceof Uint8Array) return value;
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, plain(part)]));
}
