/** The blocks of the README run. */

import { mkdirSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { execFileSync } from "node:child_process";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";

const SDK = dirname(import.meta.dirname);

test("the rule and its test", () => {
  const blocks = [...readFileSync(join(SDK, "README.md"), "utf8").matchAll(/```ts\n(.*?)```/gs)].map((block) => block[1] ?? "");
  expect(blocks).toHaveLength(2);
  // Below the SDK, so that vitest is found.
  const dir = mkdtempSync(join(SDK, "node_modules/.readme-"));
  mkdirSync(join(dir, "node_modules/@redress"), { recursive: true });
  symlinkSync(SDK, join(dir, "node_modules/@redress/sdk"));
  writeFileSync(join(dir, "plugin.ts"), blocks[0] ?? "");
  writeFileSync(join(dir, "plugin.test.ts"), blocks[1] ?? "");
  writeFileSync(join(dir, "tsconfig.json"), JSON.stringify({ extends: "@redress/sdk/tsconfig.json", include: ["*.ts"] }));
  const run = (script: string, ...args: string[]) => execFileSync("node", [join(SDK, "node_modules", script), ...args], { cwd: dir, encoding: "utf8" });
  run("typescript/bin/tsc", "-p", ".");
  expect(run("vitest/vitest.mjs", "run", "--root", dir)).toContain("1 passed");
});
