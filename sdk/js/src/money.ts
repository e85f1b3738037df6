import type { Money as Amount } from "./wit/types.js";
import { RuleError } from "./error.js";

/** Largest amount in minor units, 2^53 − 1: what every guest language and JSON reader holds exactly. */
export const MAX_MINOR = Number.MAX_SAFE_INTEGER;

const NO_DIGITS = new Set(["BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW", "PYG", "RWF", "UGX", "VND", "VUV", "XAF", "XOF", "XPF"]);
const THREE_DIGITS = new Set(["BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"]);

/** An amount of money: a whole number of minor units (fen, cent) in a currency. */
export type Money = Amount;

/**
 * Exact arithmetic with money. Fractions of a minor unit, mixed currencies and results beyond ±(2^53 − 1) throw.
 *
 * ```ts
 * const price = Money.of(28_800, "CNY");
 * Money.format(Money.sub(price, Money.of(300, "CNY"))); // "285.00 CNY"
 * ```
 */
export const Money = {
  /** An amount of `minor` units (fen, cents) of `currency`. */
  of(minor: number, currency: string): Money {
    return { minor: whole(minor), currency };
  },

  /** Nothing, in a currency. */
  zero(currency: string): Money {
    return { minor: 0, currency };
  },

  /** The sum. */
  add(left: Money, right: Money): Money {
    return result(BigInt(whole(left.minor)) + BigInt(whole(right.minor)), same(left, right));
  },

  /** The difference. */
  sub(left: Money, right: Money): Money {
    return result(BigInt(whole(left.minor)) - BigInt(whole(right.minor)), same(left, right));
  },

  /** `quantity` times the amount. */
  mul(amount: Money, quantity: number): Money {
    return result(BigInt(whole(amount.minor)) * BigInt(whole(quantity)), amount.currency);
  },

  /** `numerator`/`denominator` of the amount, cut towards zero: `share(price, 15, 100)` is 15 %. */
  share(amount: Money, numerator: number, denominator: number): Money {
    if (denominator === 0) throw RuleError.invalidInput("", "an amount cannot be divided by zero");
    return result((BigInt(whole(amount.minor)) * BigInt(whole(numerator))) / BigInt(whole(denominator)), amount.currency);
  },

  /** Below 0, 0 or above 0, as the left amount is less than, equal to or more than the right one. */
  compare(left: Money, right: Money): number {
    same(left, right);
    return Math.sign(left.minor - right.minor);
  },

  /** True when the amount is not more than `limit`. */
  atMost(amount: Money, limit: Money): boolean {
    return Money.compare(amount, limit) <= 0;
  },

  /** The smaller of two amounts. */
  min(left: Money, right: Money): Money {
    return Money.compare(left, right) <= 0 ? left : right;
  },

  /** The sum of many amounts; nothing in `currency` for none. */
  sum(currency: string, amounts: Iterable<Money>): Money {
    let sum = Money.zero(currency);
    for (const amount of amounts) sum = Money.add(sum, amount);
    return sum;
  },

  /** How many digits a currency's minor unit has (ISO 4217): 2 for CNY, 0 for JPY, 3 for KWD. */
  minorDigits(currency: string): number {
    return NO_DIGITS.has(currency) ? 0 : THREE_DIGITS.has(currency) ? 3 : 2;
  },

  /** The amount in major units as text, without the currency: `288.00`. */
  toDecimal({ minor, currency }: Money): string {
    const digits = Money.minorDigits(currency);
    const text = String(Math.abs(whole(minor))).padStart(digits + 1, "0");
    const cut = text.length - digits;
    return (minor < 0 ? "-" : "") + text.slice(0, cut) + (digits > 0 ? `.${text.slice(cut)}` : "");
  },

  /** For people: `288.00 CNY`. */
  format(amount: Money): string {
    return `${Money.toDecimal(amount)} ${amount.currency}`;
  },

  /** A decimal number such as `"12.50"` in minor units, exactly; null when it is no number or has too many digits. */
  parse(text: string, currency: string): Money | null {
    const minor = decimal(text, Money.minorDigits(currency));
    return minor === null ? null : { minor, currency };
  },
};

/** A decimal text times 10^`digits` as a whole number; null when that is not exact. */
export function decimal(text: string, digits: number): number | null {
  const parts = /^([+-]?)(\d+)(?:\.(\d*))?$/.exec(text);
  if (!parts) return null;
  const fraction = (parts[3] ?? "").replace(/0+$/, "");
  if (fraction.length > digits) return null;
  const value = Number((parts[1] === "-" ? "-" : "") + parts[2] + fraction.padEnd(digits, "0"));
  return Number.isSafeInteger(value) ? value : null;
}

function whole(value: number): number {
  if (!Number.isSafeInteger(value)) {
    throw RuleError.invalidInput("", `${value} is not a whole number within ±9007199254740991: money counts minor units, such as fen or cents`);
  }
  return value;
}

function same(left: Money, right: Money): string {
  if (left.currency !== right.currency) {
    throw RuleError.invalidInput("", `${left.currency} and ${right.currency} cannot be compared or added: convert one of them first`);
  }
  return left.currency;
}

function result(minor: bigint, currency: string): Money {
  if (minor > BigInt(MAX_MINOR) || minor < -BigInt(MAX_MINOR)) {
    throw RuleError.invalidInput("", "the amount leaves the range of ±9007199254740991 minor units");
  }
  return { minor: Number(minor), currency };
}
