import { hex, Outcome, utf8, type Purpose } from "@redress/sdk";
import { FakeHost, instruction } from "@redress/sdk/testing";
import { expect, test } from "vitest";

import sample from "../config.json";
import plugin from "../src/plugin.js";

const SIGNATURE = utf8("signed");
const call = new FakeHost({ secrets: { webhook: SIGNATURE } }).callJson(plugin, sample);
const order = instruction();
const refund = (status: string) => JSON.stringify({ id: "re_1", key: order.id, status });
const means = (asked: Purpose, status: number, body = "") => plugin.settlement.response(call, order, asked, { status, headers: [], body });

test("only what is certain is said", () => {
  expect(means("pay", 200, refund("paid"))).toEqual(Outcome.paid("re_1"));
  expect(means("query", 200, refund("pending"))).toEqual(Outcome.pending("re_1"));
  expect(means("query", 404)).toEqual(Outcome.absent);
  for (const unclear of [means("pay", 404), means("pay", 500), means("pay", 200, "<html>"), means("query", 200, refund("odd"))]) {
    expect(unclear.tag).toBe("unknown");
  }
});

test("every attempt is the same request", () => {
  expect(plugin.settlement.request(call, order, 1)).toEqual(plugin.settlement.request(call, order, 2));
});

test("a message counts only with its signature", () => {
  const signed: [string, string][] = [["x-signature", hex(SIGNATURE)]];
  expect(plugin.settlement.notification?.(call, signed, refund("paid"))).toEqual({ instruction: order.id, outcome: Outcome.paid("re_1") });
  expect(() => plugin.settlement.notification?.(call, [["x-signature", "00"]], refund("paid"))).toThrow("does not fit");
});
