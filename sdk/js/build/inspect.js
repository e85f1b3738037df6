import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

import { esbuild } from "./bundle.js";
import { origin } from "./lines.js";
import { Mistakes } from "./mistakes.js";

/**
 * Loads the plugin here, outside any sandbox, and says which hooks it answers.
 * @param {import("./project.js").Project} project
 * @param {string} work
 * @returns {Promise<string[]>}
 */
export async function inspect(project, work) {
  const entry = `import * as entry from ${JSON.stringify(`./${project.entry}`)};\nimport { answered } from "@redress/sdk/serve";\nexport const rule = entry.default;\nexport const hooks = rule && answered(rule);`;
  const built = await esbuild(project, entry);
  await mkdir(work, { recursive: true });
  const file = join(work, "inspect.mjs");
  await writeFile(file, built.code);
  const loaded = await import(`${pathToFileURL(file)}?${Date.now()}`).catch((error) => {
    const place = /inspect\.mjs\?\d+:(\d+):(\d+)/.exec(error.stack ?? "");
    const at = place ? origin(built, Number(place[1]), Number(place[2])) : undefined;
    throw new Mistakes([{ ...at, message: `the plugin cannot be loaded: ${error.message}` }]);
  });
  if (loaded.rule === undefined) {
    throw new Mistakes([{ file: project.entry, message: "there is no default export: end it with `export default definePlugin({ … })`" }]);
  }
  if (!Array.isArray(loaded.hooks) || loaded.hooks.length === 0) {
    throw new Mistakes([{ file: project.entry, message: "the plugin answers no hook: give definePlugin a function, for example refundApproval(call, file, request)" }]);
  }
  return loaded.hooks;
}
