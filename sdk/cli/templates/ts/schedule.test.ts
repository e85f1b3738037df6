import { Intent } from "@redress/sdk";
import { FakeHost, NOW, sampleCase } from "@redress/sdk/testing";
import { expect, test } from "vitest";

import sample from "../config.json";
import plugin from "../src/plugin.js";

const call = new FakeHost().callJson(plugin, sample);
const tick = { dueMs: NOW, previousMs: null };
const createdAtMs = NOW - (sample.most_minutes + 1) * 60_000;

test("a ticket that waited too long is raised once", () => {
  expect(plugin.schedule(call, sampleCase({ createdAtMs }), tick)).toEqual([Intent.setPriority("high")]);
  expect(plugin.schedule(call, sampleCase({ createdAtMs, priority: "high" }), tick)).toEqual([]);
});

test("a fresh ticket is left alone", () => {
  expect(plugin.schedule(call, sampleCase(), tick)).toEqual([]);
});
