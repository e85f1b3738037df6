import { Intent } from "@redress/sdk";
import { FakeHost, sampleCase, sampleEvent } from "@redress/sdk/testing";
import { expect, test } from "vitest";

import sample from "../config.json";
import plugin from "../src/plugin.js";

const call = new FakeHost().callJson(plugin, sample);
const watched = sampleCase({ problemType: sample.problem_type });

test("the watched problem comes first", () => {
  expect(plugin.automation(call, watched, sampleEvent("ticket.created"))[0]).toEqual(Intent.setPriority("high"));
});

test("other events and problems are left alone", () => {
  expect(plugin.automation(call, watched, sampleEvent("ticket.closed"))).toEqual([]);
  expect(plugin.automation(call, sampleCase({ problemType: null }), sampleEvent("ticket.created"))).toEqual([]);
});
