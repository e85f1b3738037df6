import { MAX_MINOR, Money, RuleError } from "@redress/sdk";
import { expect, test } from "vitest";

const cny = (minor: number) => Money.of(minor, "CNY");

test("sums refuse mixed currencies, overflow and fractions", () => {
  expect(Money.add(cny(1), cny(2))).toEqual(cny(3));
  expect(() => Money.add(cny(1), Money.of(1, "USD"))).toThrow(RuleError);
  expect(() => Money.add(cny(MAX_MINOR), cny(1))).toThrow("range");
  expect(() => Money.mul(cny(MAX_MINOR), 3)).toThrow("range");
  expect(() => cny(0.5)).toThrow("0.5 is not a whole number");
  expect(Money.sum("CNY", [cny(1), cny(2)])).toEqual(cny(3));
});

test("shares are cut towards zero and exact for the largest amounts", () => {
  expect(Money.share(cny(999), 15, 100)).toEqual(cny(149));
  expect(Money.share(cny(-999), 15, 100)).toEqual(cny(-149));
  expect(Money.share(cny(MAX_MINOR), 999_999, 1_000_000)).toEqual(cny(9_007_190_247_541_736));
  expect(() => Money.share(cny(1), 1, 0)).toThrow("zero");
});

test.each([
  [5, "CNY", "0.05 CNY"],
  [-12_345, "CNY", "-123.45 CNY"],
  [1200, "JPY", "1200 JPY"],
  [1, "KWD", "0.001 KWD"],
  [MAX_MINOR, "CNY", "90071992547409.91 CNY"],
])("%i %s is %s", (minor, currency, text) => {
  expect(Money.format(Money.of(minor, currency))).toBe(text);
});

test("decimals are exact or refused", () => {
  expect(Money.parse("12.50", "CNY")).toEqual(cny(1250));
  expect(Money.parse("-0.5", "CNY")).toEqual(cny(-50));
  for (const wrong of ["", ".", ".5", "1e3", "--1", "1.2.3", "12,5", "12.345", "9223372036854775808"]) {
    expect(Money.parse(wrong, "CNY"), wrong).toBeNull();
  }
});

test("comparisons need one currency", () => {
  expect(Money.atMost(cny(1), cny(1))).toBe(true);
  expect(Money.min(cny(3), cny(2))).toEqual(cny(2));
  expect(() => Money.compare(cny(1), Money.of(1, "USD"))).toThrow("CNY and USD");
});
