import { Assessment } from "@redress/sdk";
import { FakeHost, afterSale, sampleCase } from "@redress/sdk/testing";
import { expect, test } from "vitest";

import sample from "../config.json";
import plugin from "../src/plugin.js";

test("a customer without a past is clean", () => {
  const call = new FakeHost().callJson(plugin, sample);
  expect(plugin.fraudScoring(call, sampleCase())).toEqual(Assessment.clean());
});

test("too many claims are a signal", () => {
  const past = [1, 2, 3, 4].map((day) => afterSale(`T-${day}`, day));
  const call = new FakeHost({ afterSales: past }).callJson(plugin, sample);
  const { score, signals } = plugin.fraudScoring(call, sampleCase());
  expect([score, signals[0]?.code]).toEqual([60, "repeat_claims"]);
});
