import { Intent, RouteDecision, categories, currencyOf, daysSinceDelivery, detail, field, freeAgents, hasTag, kindName } from "@redress/sdk";
import { NOW, sampleCase, sampleDesk, sampleEvent } from "@redress/sdk/testing";
import { expect, test } from "vitest";

test("a case answers common questions", () => {
  const file = sampleCase({ tags: ["vip"], fields: { photo: ["a.jpg"] } });
  expect(daysSinceDelivery(file, NOW)).toBe(3);
  expect(daysSinceDelivery(sampleCase({ deliveredDaysAgo: null }), NOW)).toBeNull();
  expect([currencyOf(file), categories(file), hasTag(file, "vip")]).toEqual(["CNY", ["pet_device"], true]);
  expect([field(file.ticket, "photo"), field(file.ticket, "nothing")]).toEqual([["a.jpg"], undefined]);
  expect(kindName(file.ticket.kind)).toBe("return_refund");
  expect(detail(sampleEvent("ticket.created", { amount: 1 }), "amount")).toBe(1);
});

test("agents without room are left out", () => {
  const desk = sampleDesk();
  expect(freeAgents(desk, "after_sales").map(({ name }) => name)).toEqual(["小李"]);
  desk.agents[0]!.capacity = 3;
  expect(freeAgents(desk, "after_sales")).toEqual([]);
});

test("shorthands fill in what is left out", () => {
  expect(RouteDecision.toQueue("finance", "why")).toEqual({ queue: "finance", assignee: null, skills: [], priority: null, tags: [], reason: "why" });
  expect(Intent.setField("a", { b: 1 })).toEqual({ tag: "set-field", val: { name: "a", value: "{\"b\":1}" } });
});
