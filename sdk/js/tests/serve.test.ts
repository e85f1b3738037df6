import { Assessment, Decision, RuleError, definePlugin, type Plugin } from "@redress/sdk";
import { FakeHost, NOW, afterSale, pastOrder, refundRequest, sampleCase } from "@redress/sdk/testing";
import { expect, test } from "vitest";

import { serve } from "../src/serve.js";

const info = { name: "x", version: "1.0.0", description: "", sdk: "s" };
const context = { decisionId: "dec_1", tenant: "demo", nowMs: NOW, seed: [1, 2], locale: "zh-CN", config: "{}" };

/** What the component would answer or throw. */
function ask(plugin: unknown, host = new FakeHost()): unknown {
  const { evaluate } = serve(plugin as Plugin, info, host).refundApproval as { evaluate: (...args: unknown[]) => unknown };
  try {
    return evaluate(context, sampleCase(), refundRequest(100));
  } catch (thrown) {
    return { thrown };
  }
}

test("answers pass as they are", () => {
  const plugin = definePlugin({ refundApproval: (call) => Decision.approve(`at ${call.now}`) });
  expect(ask(plugin)).toMatchObject({ verdict: { tag: "approve" }, explanation: `at ${NOW}` });
});

test("what does not fit is told by its place", () => {
  const wrong = (answer: unknown) => ask(definePlugin({ refundApproval: () => answer as Decision }));
  const internal = (message: string) => ({ thrown: { tag: "internal", val: expect.stringContaining(message) } });
  expect(wrong(undefined)).toEqual(internal("the answer of refundApproval must be an object, but is undefined"));
  expect(wrong({ ...Decision.approve("x"), tags: "vip" })).toEqual(internal("refundApproval.tags must be a list"));
  expect(wrong(Decision.of({ tag: "maybe" } as never, "x"))).toEqual(internal("verdict.tag must be one of approve, needs-approval"));
  const half = { deductions: [{ code: "a", amount: { minor: 0.5, currency: "CNY" }, reason: "" }] };
  expect(wrong(Decision.approve("x", half))).toEqual(internal("deductions[0].amount.minor must be a whole number within"));
  expect(wrong(Promise.resolve())).toEqual(internal("leave out async"));
});

test("a thrown error is a defect, a RuleError is what it says", () => {
  const throwing = (thrown: unknown) => ask(definePlugin({ refundApproval: () => { throw thrown; } }));
  expect(throwing(new TypeError("boom"))).toEqual({ thrown: { tag: "internal", val: "TypeError: boom" } });
  expect(throwing("boom")).toEqual({ thrown: { tag: "internal", val: "the rule threw \"boom\" instead of an Error" } });
  expect(throwing(RuleError.unavailable("later"))).toEqual({ thrown: { tag: "unavailable", val: "later" } });
});

test("refused look-ups become the rule's error", () => {
  const plugin = definePlugin({ refundApproval: (call) => Decision.approve(String(call.history.totals().orders)) });
  const host = new FakeHost({ refuseHistory: { tag: "no-customer" } });
  expect(ask(plugin, host)).toMatchObject({ thrown: { tag: "invalid-input", val: [{ path: "/customer" }] } });
});

test("configurations are checked by the component too", () => {
  const { validateConfig } = serve(definePlugin({ fraudScoring: () => Assessment.clean() }) as Plugin, info, new FakeHost()).plugin as unknown as {
    validateConfig: (text: string) => void;
  };
  expect(validateConfig("{}")).toBeUndefined();
  expect(() => validateConfig('{"x": 1}')).toThrow(expect.objectContaining([{ path: "/x", message: expect.any(String) }]));
});

test("the fake host is newest first, capped and logs", () => {
  const host = new FakeHost({
    orders: [pastOrder("old", 40, 100), pastOrder("new", 2, 200)],
    afterSales: [afterSale("T-1", 10)],
    parameters: { limit: { tag: "number", val: "12.50" } },
  });
  const call = host.call({});
  expect(call.history.orders({ limit: 1 })[0]?.externalId).toBe("new");
  expect(call.history.ordersWithinDays(7)).toHaveLength(1);
  expect(call.history.totals().paid.minor).toBe(300);
  expect([call.parameter("limit")?.asMinor(2), call.parameter("limit")?.asInteger(), call.parameter("nothing")]).toEqual([1250, null, null]);
  call.log.warn("odd", { why: "test", n: 1 });
  expect(host.lines).toEqual([{ level: "warn", message: "odd", fields: { why: "test", n: "1" } }]);
});
