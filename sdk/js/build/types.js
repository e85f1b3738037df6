import { dirname, join } from "node:path";

/**
 * Type errors of the project, when it has a tsconfig.json.
 * @param {import("./project.js").Project} project
 * @returns {import("./mistakes.js").Mistake[]}
 */
export function typeErrors(project) {
  const ts = /** @type {typeof import("typescript")} */ (project.require("typescript"));
  const path = join(project.dir, "tsconfig.json");
  if (!ts.sys.fileExists(path)) return [];
  const read = ts.readConfigFile(path, ts.sys.readFile);
  const parsed = ts.parseJsonConfigFileContent(read.config ?? {}, ts.sys, dirname(path));
  // What ships is what counts: tests are checked by the author's own tools.
  const program = ts.createProgram([join(project.dir, project.entry)], { ...parsed.options, noEmit: true });
  const all = [...(read.error ? [read.error] : []), ...parsed.errors, ...ts.getPreEmitDiagnostics(program)];
  return all.map(({ file, start, messageText, code }) => {
    const message = `${ts.flattenDiagnosticMessageText(messageText, "\n  ")} (TS${code})`;
    if (!file || start === undefined) return { message };
    const { line, character } = file.getLineAndCharacterOfPosition(start);
    return { message, file: project.shown(file.fileName), line: line + 1, column: character + 1 };
  });
}
