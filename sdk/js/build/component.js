import { cp, mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";

import { tool } from "./project.js";

/** What the world of every rule is called here. */
const WORLD = "this-plugin";

/**
 * A component of a bundle.
 * @param {import("./project.js").Project} project
 * @param {{ source: string, wit: string, work: string, hooks: string[], engine: string }} parts
 * @returns {Promise<Uint8Array>}
 */
export async function componentize(project, { source, wit, work, hooks, engine }) {
  const witPath = join(work, "wit");
  await mkdir(witPath, { recursive: true });
  await cp(wit, witPath, { recursive: true });
  const exported = hooks.map((hook) => `    export ${hook};\n`).join("");
  const imported = hooks.includes("settlement") ? "    import crypto;\n" : "";
  await writeFile(join(witPath, `${WORLD}.wit`), `world ${WORLD} {\n    include base;\n${imported}${exported}}\n`);
  if (engine === "quickjs") {
    const qjs = /** @type {typeof import("componentize-qjs")} */ (await tool(project, "componentize-qjs"));
    const { component } = await qjs.componentize({ witPath, jsSource: source, world: WORLD, sync: true, stubWasi: true });
    return component;
  }
  const spidermonkey = /** @type {any} */ (await tool(project, "@bytecodealliance/componentize-js"));
  const sourcePath = join(work, "bundle.js");
  const disableFeatures = ["random", "stdio", "clocks", "http", "fetch-event"];
  const { component } = await spidermonkey.componentize({ sourcePath, witPath, worldName: WORLD, disableFeatures });
  return component;
}
