/** Finds the author's file and line for a place in the bundle. The build leaves the map in a global, see `build/lines.js`. */

interface Lines {
  /** Source files, relative to the plugin's folder. */
  sources: string[];
  /** For each line of the bundle: triples of column, source and line, each as the difference to the one before. */
  lines: string;
}

/** A thrown value in words: what it says, the author's file and line, and the calls that led there. */
export function told(thrown: unknown): { message: string; trace: string[] } {
  if (!(thrown instanceof Error)) return { message: `the rule threw ${described(thrown)} instead of an Error`, trace: [] };
  const trace = frames(thrown.stack ?? "");
  const what = thrown.message === "" ? thrown.name : `${thrown.name}: ${thrown.message}`;
  const own = trace.find((frame) => !frame.includes("node_modules/"));
  return { message: own === undefined ? what : `${what} (at ${own.replace(/^.* /, "")})`, trace };
}

/** Stack frames of either engine as `function file:line`, those inside the SDK left out. */
function frames(stack: string): string[] {
  const lines = (globalThis as { redressLines?: Lines }).redressLines;
  if (lines === undefined) return [];
  const rows = lines.lines.split(";");
  const found: string[] = [];
  for (const frame of stack.split("\n")) {
    const place = /:(\d+):(\d+)\)?\s*$/.exec(frame);
    const at = place === null ? null : look(rows[Number(place[1]) - 1] ?? "", Number(place[2]) - 1);
    const file = at === null ? undefined : lines.sources[at.source];
    if (at === null || file === undefined || file.startsWith("@redress/sdk/")) continue;
    const name = /^\s*(?:at )?(.*?)(?: \(|@)/.exec(frame)?.[1] ?? "";
    found.push(`${name === "" ? "<anonymous>" : name} ${file}:${at.line}`);
  }
  return found;
}

function look(row: string, column: number): { source: number; line: number } | null {
  let [start, source, line] = [0, 0, 0];
  let found: { source: number; line: number } | null = null;
  for (const part of row === "" ? [] : row.split(",")) {
    const [a = 0, b = 0, c = 0] = part.split(" ").map(Number);
    [start, source, line] = [start + a, source + b, line + c];
    if (start > column && found !== null) break;
    found = { source, line };
  }
  return found;
}

function described(thrown: unknown): string {
  try {
    return JSON.stringify(thrown) ?? String(thrown);
  } catch {
    return String(thrown);
  }
}
