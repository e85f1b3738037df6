/** The build up to the component; the component itself is tested with `redress-plugin`. */

import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";

import { bundle } from "../build/bundle.js";
import { findings } from "../build/findings.js";
import { inspect } from "../build/inspect.js";
import { compactLines, origin, readMap } from "../build/lines.js";
import { written } from "../build/mistakes.js";
import { openProject } from "../build/project.js";
import { typeErrors } from "../build/types.js";
import { told } from "../src/where.js";

const SDK = dirname(import.meta.dirname);

/** A project whose plugin has this text in its hook. */
function project(body: string, more: Record<string, string> = {}) {
  const dir = mkdtempSync(join(tmpdir(), "redress-"));
  for (const folder of ["src", "node_modules/@redress"]) mkdirSync(join(dir, folder), { recursive: true });
  symlinkSync(SDK, join(dir, "node_modules/@redress/sdk"));
  for (const tool of ["esbuild", "typescript"]) symlinkSync(join(SDK, "node_modules", tool), join(dir, "node_modules", tool));
  const plugin = `import { Decision, definePlugin } from "@redress/sdk";\nexport default definePlugin({\n  refundApproval(call, file) {\n${body}\n    return Decision.approve("yes");\n  },\n});\n`;
  const files = {
    "package.json": JSON.stringify({ name: "@shop/mine", version: "1.0.0", redress: { entry: "src/plugin.ts" } }),
    "tsconfig.json": JSON.stringify({ extends: "@redress/sdk/tsconfig.json", include: ["src"] }),
    "src/plugin.ts": plugin,
    ...more,
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(dir, name), text);
  return openProject(dir);
}

async function found(body: string, more: Record<string, string> = {}): Promise<string[]> {
  const opened = project(body, more);
  return findings(opened, await bundle(opened, ["refund-approval"], "quickjs")).map(written);
}

test("clocks, randomness, timers and the network are found at the author's place", async () => {
  const lines = await found("    const a = Date.now() + Math.random();\n    const b = [new Date(), Date()];\n    console.log(a, b, globalThis.performance.now());\n    setTimeout(() => fetch(crypto.randomUUID()), 1);");
  expect(lines.map((line) => line.replace(/ is not for rules.*/, ""))).toEqual([
    "src/plugin.ts:4:15: Date.now()",
    "src/plugin.ts:4:28: Math.random()",
    "src/plugin.ts:5:16: new Date() without a moment",
    "src/plugin.ts:5:28: Date()",
    "src/plugin.ts:6:23: performance",
    "src/plugin.ts:7:5: setTimeout",
    "src/plugin.ts:7:22: fetch",
    "src/plugin.ts:7:28: crypto",
  ]);
  expect(lines[0]).toContain("use call.now");
  expect(lines[1]).toContain("use call.rng()");
});

test("what only looks like them is left alone", async () => {
  const body = "    const Date = { now: () => 1 };\n    const crypto = (fetch: number) => fetch;\n    console.log(Date.now(), crypto(1), { setTimeout: 1 }, file.ticket, new globalThis.Date(call.now), Math.max(1, 2));";
  expect(await found(body)).toEqual([]);
});

test("libraries are looked through as well", async () => {
  const more = { "src/clock.js": "export const later = () => new Date();\n", "src/plugin.ts": "import { definePlugin, Decision } from \"@redress/sdk\";\nimport { later } from \"./clock.js\";\nexport default definePlugin({ refundApproval: () => Decision.approve(String(later())) });\n" };
  expect(await found("", more)).toEqual([expect.stringContaining("src/clock.js:1:28: new Date()")]);
});

test("builtins of Node are refused by name", async () => {
  const more = { "src/plugin.ts": "import { readFileSync } from \"node:fs\";\nexport default readFileSync;\n" };
  await expect(inspect(project("", more), mkdtempSync(join(tmpdir(), "redress-")))).rejects.toThrow(/src\/plugin\.ts:1:\d+: a rule has no node:fs/);
});

test("hooks are found, and plugins without any are told", async () => {
  const work = mkdtempSync(join(tmpdir(), "redress-"));
  expect(await inspect(project(""), work)).toEqual(["refund-approval"]);
  const none = { "src/plugin.ts": "import { definePlugin } from \"@redress/sdk\";\nexport default definePlugin({});\n" };
  await expect(inspect(project("", none), work)).rejects.toThrow("answers no hook");
  const nothing = { "src/plugin.ts": "export const a = 1;\n" };
  await expect(inspect(project("", nothing), work)).rejects.toThrow("no default export");
  const throwing = { "src/plugin.ts": "\nthrow new Error('at once');\n" };
  await expect(inspect(project("", throwing), work)).rejects.toThrow("src/plugin.ts:2:");
});

test("type errors have their place", () => {
  expect(typeErrors(project("    const days: number = file.ticket.subject;\n    console.log(days);")).map(written)).toEqual([
    "src/plugin.ts:4:11: Type 'string' is not assignable to type 'number'. (TS2322)",
  ]);
});

test("a stack of the bundle is told in the author's lines", async () => {
  const opened = project("    if (call.now > 0) throw new Error(\"boom\");");
  const built = await bundle(opened, ["refund-approval"], "quickjs");
  const row = built.code.split("\n").findIndex((line) => line.includes("boom"));
  expect(origin(built, row + 1, 1)).toMatchObject({ file: "src/plugin.ts", line: 4 });
  Object.assign(globalThis, { redressLines: compactLines(built) });
  const error = new Error("boom");
  const column = built.code.split("\n")[row]?.indexOf("new Error");
  error.stack = `    at refundApproval (/bundle.js:${row + 1}:${column})\n    at serve (/bundle.js:1:1)\n`;
  expect(told(error)).toEqual({ message: "Error: boom (at src/plugin.ts:4)", trace: ["refundApproval src/plugin.ts:4"] });
  error.stack = `refundApproval@bundle.js:${row + 1}:${column}\n`;
  expect(told(error).message).toBe("Error: boom (at src/plugin.ts:4)");
});

test("source maps are read as the standard says", () => {
  expect(readMap("AAAA;AACA,IAAM;;gBAAA")).toEqual([
    [{ column: 0, source: 0, line: 0, sourceColumn: 0 }],
    [{ column: 0, source: 0, line: 1, sourceColumn: 0 }, { column: 4, source: 0, line: 1, sourceColumn: 6 }],
    [],
    [{ column: 16, source: 0, line: 1, sourceColumn: 6 }],
  ]);
});
