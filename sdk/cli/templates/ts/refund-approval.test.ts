import { ApprovalNeed } from "@redress/sdk";
import { FakeHost, refundRequest, sampleCase } from "@redress/sdk/testing";
import { expect, test } from "vitest";

import sample from "../config.json";
import plugin from "../src/plugin.js";

const call = new FakeHost().callJson(plugin, sample);

test("small refunds are paid", () => {
  expect(plugin.refundApproval(call, sampleCase(), refundRequest(9_900)).verdict).toEqual({ tag: "approve" });
});

test("large and late ones need a supervisor", () => {
  const supervisor = { tag: "needs-approval", val: ApprovalNeed.any("supervisor") };
  expect(plugin.refundApproval(call, sampleCase(), refundRequest(28_800)).verdict).toEqual(supervisor);
  const late = sampleCase({ deliveredDaysAgo: 30 });
  expect(plugin.refundApproval(call, late, refundRequest(9_900)).verdict).toEqual(supervisor);
});
