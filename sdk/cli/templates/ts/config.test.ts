import { validateConfig } from "@redress/sdk";
import { expect, test } from "vitest";

import sample from "../config.json";
import plugin from "../src/plugin.js";

test("the sample configuration is accepted", () => {
  expect(validateConfig(plugin, sample)).toEqual([]);
});

test("misspelt settings are refused by name", () => {
  expect(validateConfig(plugin, { ...sample, no_such_setting: 1 })[0]?.path).toBe("/no_such_setting");
});
