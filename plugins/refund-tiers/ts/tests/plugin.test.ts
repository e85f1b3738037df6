import { ApprovalNeed, validateConfig } from "@redress/sdk";
import { FakeHost, refundRequest, sampleCase } from "@redress/sdk/testing";
import { expect, test } from "vitest";

import plugin from "../src/plugin.js";

const ask = (config: unknown, file: ReturnType<typeof sampleCase>, minor: number) =>
  plugin.refundApproval(new FakeHost().callJson(plugin, config), file, refundRequest(minor));
const plain = { kind: "refund-only", problemType: null } as const;

test.each([
  [5_000, { tag: "approve" }],
  [5_001, { tag: "needs-approval", val: ApprovalNeed.any("supervisor") }],
  [50_000, { tag: "needs-approval", val: ApprovalNeed.any("supervisor") }],
  [50_001, { tag: "needs-approval", val: ApprovalNeed.any("director", true) }],
])("D3: %i fen", (minor, verdict) => {
  expect(ask({}, sampleCase(plain), minor).verdict).toEqual(verdict);
});

test("the strictest quorum of the highest role stays", () => {
  const config = { tiers: { CNY: [{ up_to: null, role: "supervisor", quorum: { at_least: 2 } }] }, windows: [{ role: "supervisor" }] };
  expect(ask(config, sampleCase({ deliveredDaysAgo: 30 }), 1).verdict).toEqual({ tag: "needs-approval", val: ApprovalNeed.atLeast(2, "supervisor") });
});

test.each([
  [{ tiers: { CNY: [] } }, "/tiers/CNY"],
  [{ tiers: { yuan: [{ up_to: null }] } }, "/tiers/yuan"],
  [{ tiers: { CNY: [{ up_to: null, role: "boss" }] } }, "/tiers/CNY/0/role"],
  [{ risk: { levels: [{ from: 101, role: "director" }] } }, "/risk/levels/0/from"],
  [{ required_fields: [{}] }, "/required_fields/0/fields"],
  [{ no_such_setting: 1 }, "/no_such_setting"],
])("%j is refused", (config, path) => {
  expect(validateConfig(plugin, config)[0]?.path).toBe(path);
});
