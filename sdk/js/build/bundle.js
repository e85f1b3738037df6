import { builtinModules } from "node:module";
import { join, resolve } from "node:path";

import { Mistakes } from "./mistakes.js";
import { readMap } from "./lines.js";
import { tool } from "./project.js";

/**
 * @typedef {import("./project.js").Project} Project
 * @typedef {object} Bundle
 * @property {string} code
 * @property {string[]} sources Source files as authors know them.
 * @property {import("./lines.js").Segment[][]} rows For each line of the code, where it comes from.
 */

const BUILTIN = new RegExp(`^(node:.*|${builtinModules.filter((name) => !name.startsWith("_")).join("|")})$`);

/**
 * One file with the plugin, the SDK and everything they import.
 * @param {Project} project
 * @param {string[]} hooks
 * @param {string} engine
 * @returns {Promise<Bundle>}
 */
export async function bundle(project, hooks, engine) {
  const { name, version, description, sdk } = project;
  const names = ["plugin", ...hooks.map(camel)];
  const pays = hooks.includes("settlement");
  const entry = [
    ...(pays ? [`import * as crypto from "redress:rules/crypto@1.0.0";`] : []),
    `import rule from ${JSON.stringify(`./${project.entry}`)};`,
    `import { run } from "@redress/sdk/guest";`,
    `const served = run(rule, ${JSON.stringify({ name, version, description, sdk })}${pays ? ", crypto" : ""});`,
    `export const { ${names.join(", ")} } = served;`,
  ].join("\n");
  return esbuild(project, entry, { define: { REDRESS_BIGINT: String(engine === "spidermonkey") } });
}

/**
 * Bundles an entry text that lies in the project's folder.
 * @param {Project} project
 * @param {string} entry
 * @param {Partial<import("esbuild").BuildOptions>} more
 * @returns {Promise<Bundle>}
 */
export async function esbuild(project, entry, more = {}) {
  const { build } = /** @type {typeof import("esbuild")} */ (await tool(project, "esbuild"));
  const outfile = join(project.dir, "bundle.js");
  try {
    const { outputFiles = [] } = await build({
      stdin: { contents: entry, resolveDir: project.dir, sourcefile: "redress-entry.js" },
      absWorkingDir: project.dir,
      bundle: true,
      format: "esm",
      target: "es2022",
      platform: "neutral",
      mainFields: ["module", "main"],
      external: ["redress:*"],
      charset: "utf8",
      keepNames: false,
      legalComments: "none",
      sourcemap: "external",
      sourcesContent: false,
      write: false,
      outfile,
      logLevel: "silent",
      plugins: [outside],
      ...more,
    });
    const text = (/** @type {string} */ end) => outputFiles.find(({ path }) => path.endsWith(end))?.text ?? "";
    const map = JSON.parse(text(".map"));
    const shown = map.sources.map((/** @type {string} */ source) => project.shown(resolve(project.dir, source)));
    return { code: text(".js"), sources: shown, rows: readMap(map.mappings) };
  } catch (error) {
    const { errors } = /** @type {{ errors?: import("esbuild").Message[] }} */ (error);
    if (!Array.isArray(errors)) throw error;
    throw new Mistakes(
      errors.map(({ text, location }) => ({
        message: text,
        ...(location === null ? {} : { file: location.file, line: location.line, column: location.column + 1 }),
      })),
    );
  }
}

/** What a sandbox does not have. @type {import("esbuild").Plugin} */
const outside = {
  name: "outside-the-sandbox",
  setup(build) {
    build.onResolve({ filter: BUILTIN }, ({ path }) => ({
      errors: [{ text: `a rule has no ${path}: there are no files, no network and no processes in its sandbox; what it may know comes with the case and through \`call\`` }],
    }));
  },
};

/** @param {string} name */
export function camel(name) {
  return name.replace(/-(.)/g, (_, letter) => letter.toUpperCase());
}
