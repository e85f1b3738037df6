import { FakeHost, sampleCase, sampleDesk } from "@redress/sdk/testing";
import { expect, test } from "vitest";

import sample from "../config.json";
import plugin from "../src/plugin.js";

const call = new FakeHost().callJson(plugin, sample);

test("VIPs go to a free agent with high priority", () => {
  const decision = plugin.routing(call, sampleCase(), sampleDesk());
  expect(decision).toMatchObject({ queue: "after_sales", assignee: "usr_00000000000000000000000000000001", priority: "high" });
});

test("others keep their priority", () => {
  expect(plugin.routing(call, sampleCase({ memberLevel: "normal" }), sampleDesk())?.priority).toBeNull();
});
