import { definePlugin, configSchema, t, validateConfig } from "@redress/sdk";
import { FakeHost } from "@redress/sdk/testing";
import { expect, test } from "vitest";

const plugin = definePlugin({
  config: t.object({
    limit: t.money().describe("The limit."),
    days: t.integer({ minimum: 0 }).default(7).describe("Days."),
    kinds: t.list(t.ticketKind()).default(["return_refund"]),
    quorum: t.union(t.oneOf(["any", "all"]), t.object({ at_least: t.integer() })).default("any"),
    note: t.string().nullable().default(null),
  }),
  check: ({ days }) => (days > 100 ? [{ path: "/days", message: "too many" }] : []),
  fraudScoring: () => ({ score: 0, signals: [], tags: [] }),
});
const limit = { minor: 990, currency: "CNY" };
const paths = (config: unknown) => validateConfig(plugin, config).map(({ path }) => path);

test("defaults are filled in and kinds are read by their API names", () => {
  const { config } = new FakeHost().callJson(plugin, { limit });
  expect(config).toEqual({ limit, days: 7, kinds: ["return-refund"], quorum: "any", note: null });
});

test("every mistake has its place", () => {
  expect(paths({ limit })).toEqual([]);
  expect(paths({})).toEqual([""]);
  expect(paths({ limit, dayz: 1 })).toEqual(["/dayz"]);
  expect(paths({ limit: { minor: 0.5, currency: "yuan" } })).toEqual(["/limit/minor", "/limit/currency"]);
  expect(paths({ limit, days: -1, kinds: ["return-refund"] })).toEqual(["/days", "/kinds/0"]);
  expect(paths({ limit, quorum: { at_most: 1 } })).toEqual(["/quorum"]);
  expect(paths({ limit, days: 101 })).toEqual(["/days"]);
  expect(paths([])).toEqual([""]);
});

test("the schema is closed, described and says what is required", () => {
  const schema = configSchema(plugin) as { properties: Record<string, { description?: string; default?: unknown }> };
  expect(schema).toMatchObject({ $schema: "https://json-schema.org/draft/2020-12/schema", additionalProperties: false, required: ["limit"] });
  expect(schema.properties.days).toMatchObject({ description: "Days.", default: 7 });
});

test("a default that does not fit is refused when the plugin is loaded", () => {
  expect(() => t.integer({ minimum: 1 }).default(0)).toThrow("the default 0 does not fit");
});
