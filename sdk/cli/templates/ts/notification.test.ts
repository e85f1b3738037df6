import { FakeHost, sampleCase, sampleEvent } from "@redress/sdk/testing";
import { expect, test } from "vitest";

import sample from "../config.json";
import plugin from "../src/plugin.js";

test.each([
  ["zh-CN", "我们已收到"],
  ["en", "We have received"],
])("customers are told in their language: %s", (locale, words) => {
  const call = new FakeHost({ locale }).callJson(plugin, sample);
  expect(plugin.notification(call, sampleCase(), sampleEvent("ticket.created"))[0]?.body).toContain(words);
});

test("other events are silent", () => {
  const call = new FakeHost().callJson(plugin, sample);
  expect(plugin.notification(call, sampleCase(), sampleEvent("ticket.closed"))).toEqual([]);
});
