#!/usr/bin/env node
/**
 * From a plugin's sources to a component: `redress-build-js --project DIR --wit DIR --work DIR --out FILE [--engine NAME]`.
 * `redress-plugin build` calls it. Mistakes go to standard error as `file:line:column: what is wrong`; then the exit code is 1.
 */

import { rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";

import { bundle } from "./bundle.js";
import { componentize } from "./component.js";
import { findings } from "./findings.js";
import { inspect } from "./inspect.js";
import { compactLines } from "./lines.js";
import { openProject } from "./project.js";
import { Mistakes, tell } from "./mistakes.js";
import { typeErrors } from "./types.js";

/** @param {string[]} argv */
async function main(argv) {
  const text = { type: /** @type {const} */ ("string") };
  const options = { project: text, wit: text, work: text, out: text, engine: { ...text, default: "quickjs" } };
  const { project: dir = ".", wit, work, out, engine } = parseArgs({ args: argv, options }).values;
  if (wit === undefined || work === undefined || out === undefined) throw new Mistakes([{ message: "--wit, --work and --out are needed" }]);
  if (engine !== "quickjs" && engine !== "spidermonkey") throw new Mistakes([{ message: `there is no engine ${engine}: use quickjs or spidermonkey` }]);
  const project = openProject(dir);
  const hooks = await inspect(project, work);
  const built = await bundle(project, hooks, engine);
  const found = findings(project, built);
  const places = new Set(found.map(({ file, line }) => `${file}:${line}`));
  found.push(...typeErrors(project).filter(({ file, line }) => !places.has(`${file}:${line}`)));
  if (found.length > 0) throw new Mistakes(found);
  const source = `${built.code}\nglobalThis.redressLines = ${JSON.stringify(compactLines(built))};\n`;
  await writeFile(join(work, "bundle.js"), source);
  const component = await componentize(project, { source, wit, work, hooks, engine });
  // Rename, so that a reader never sees half a file.
  await writeFile(`${out}.partial`, component);
  await rename(`${out}.partial`, out);
}

main(process.argv.slice(2)).catch((error) => {
  process.stderr.write(tell(error));
  process.exitCode = 1;
});
