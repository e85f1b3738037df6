import { Rng } from "@redress/sdk";
import { expect, test } from "vitest";

test("the numbers are those of the Rust SDK", () => {
  // First output of the reference implementation for state 0.
  expect(new Rng([0, 0]).nextU64()).toBe(0xe220_a839_7b1d_cdafn);
  expect(new Rng([1, 2]).nextU64()).not.toBe(new Rng([2, 1]).nextU64());
});

test("draws stay within bounds and reach all", () => {
  const rng = new Rng([7, 7]);
  const seen = [0, 0, 0, 0, 0];
  for (let n = 0; n < 1000; n++) seen[rng.below(5)]! += 1;
  expect(seen.every((count) => count > 100)).toBe(true);
  expect(rng.next()).toBeLessThan(1);
  expect(rng.pick([])).toBeUndefined();
});

test("weights of zero are never drawn", () => {
  const rng = new Rng([1, 1]);
  expect(rng.pickWeighted([0, 0])).toBeNull();
  for (let n = 0; n < 200; n++) expect([1, 3]).toContain(rng.pickWeighted([0, 3, 0, 1]));
});
