import { existsSync, readFileSync, realpathSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";

import { Mistakes } from "./mistakes.js";

/**
 * @typedef {object} Project
 * @property {string} dir Absolute folder.
 * @property {string} name Name without a scope.
 * @property {string} version
 * @property {string} description
 * @property {string} entry Entry file, relative to the folder.
 * @property {string} sdk Name and version of this SDK.
 * @property {NodeJS.Require} require Loads tools that the project has installed.
 * @property {(file: string) => string} shown A source file as authors know it.
 */

const SDK = realpathSync(dirname(dirname(fileURLToPath(import.meta.url))));

/**
 * Reads package.json of the plugin.
 * @param {string} folder
 * @returns {Project}
 */
export function openProject(folder) {
  const dir = realpathSync(folder);
  const file = join(dir, "package.json");
  const manifest = JSON.parse(readFileSync(file, "utf8"));
  const entry = manifest.redress?.entry ?? "src/plugin.ts";
  for (const name of ["name", "version"]) {
    if (typeof manifest[name] !== "string") throw new Mistakes([{ file: "package.json", message: `"${name}" is missing: it is the plugin's ${name}` }]);
  }
  if (!existsSync(join(dir, entry))) {
    throw new Mistakes([{ file: "package.json", message: `the entry ${entry} is not there: name the file with the plugin in "redress": {"entry": "…"}` }]);
  }
  const sdk = JSON.parse(readFileSync(join(SDK, "package.json"), "utf8"));
  return {
    dir,
    name: manifest.name.replace(/^@[^/]*\//, ""),
    version: manifest.version,
    description: manifest.description ?? "",
    entry,
    sdk: `redress-sdk-js/${sdk.version}`,
    require: createRequire(file),
    shown: (path) => (path.startsWith(SDK + sep) ? `@redress/sdk/${relative(SDK, path)}` : relative(dir, path)),
  };
}

/**
 * A tool that the project has installed.
 * @template T
 * @param {Project} project
 * @param {string} name
 * @returns {Promise<T>}
 */
export async function tool(project, name) {
  const path = located(project, name);
  if (path === undefined) {
    throw new Mistakes([{ file: "package.json", message: `${name} is not installed: add it with npm install --save-dev --save-exact ${name}` }]);
  }
  const module = await import(path);
  return module.default ?? module;
}

/**
 * The file of a package that is to be imported.
 * @param {Project} project
 * @param {string} name
 * @returns {string | undefined}
 */
function located(project, name) {
  try {
    return project.require.resolve(name);
  } catch {
    // A package for `import` alone; Node tells `require` nothing about it.
    const folder = project.require.resolve.paths(name)?.map((path) => join(path, name)).find((path) => existsSync(join(path, "package.json")));
    if (folder === undefined) return undefined;
    const { exports } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
    const entry = exports?.import ?? exports?.["."]?.import;
    return typeof entry === "string" ? join(folder, entry) : undefined;
  }
}
