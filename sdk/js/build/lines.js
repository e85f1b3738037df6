/** Source maps: from a place in the bundle to the author's file and line. */

/** @typedef {{ column: number, source: number, line: number, sourceColumn: number }} Segment All from 0. */

const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/**
 * Reads the `mappings` of a source map (version 3).
 * @param {string} mappings
 * @returns {Segment[][]}
 */
export function readMap(mappings) {
  let [source, line, sourceColumn] = [0, 0, 0];
  return mappings.split(";").map((row) => {
    let column = 0;
    const segments = [];
    for (const part of row === "" ? [] : row.split(",")) {
      const [a = 0, b, c = 0, d = 0] = numbers(part);
      column += a;
      if (b === undefined) continue;
      [source, line, sourceColumn] = [source + b, line + c, sourceColumn + d];
      segments.push({ column, source, line, sourceColumn });
    }
    return segments;
  });
}

/** @param {string} part */
function numbers(part) {
  const found = [];
  let [value, shift] = [0, 0];
  for (const letter of part) {
    const digit = DIGITS.indexOf(letter);
    value += (digit & 31) << shift;
    shift += 5;
    if (digit & 32) continue;
    found.push(value & 1 ? -(value >> 1) : value >> 1);
    [value, shift] = [0, 0];
  }
  return found;
}

/**
 * Where a place in the bundle comes from; line and column count from 1.
 * @param {import("./bundle.js").Bundle} bundle
 * @param {number} line
 * @param {number} column
 */
export function origin({ sources, rows }, line, column) {
  const row = rows[line - 1] ?? [];
  const segment = row.findLast((one) => one.column < column) ?? row[0];
  const file = segment && sources[segment.source];
  return segment && file !== undefined ? { file, line: segment.line + 1, column: segment.sourceColumn + 1 } : undefined;
}

/**
 * What `where.ts` of the SDK reads when a rule throws: for each line of the bundle, triples of column, source and line, only
 * where source or line change. The SDK's own lines are left out: they would only be skipped.
 * @param {import("./bundle.js").Bundle} bundle
 */
export function compactLines({ sources, rows }) {
  const lines = rows.map((row) => {
    let [column, source, line] = [0, 0, 0];
    const parts = [];
    for (const one of row) {
      if (sources[one.source]?.startsWith("@redress/sdk/") || (one.source === source && one.line + 1 === line)) continue;
      parts.push(`${one.column - column} ${one.source - source} ${one.line + 1 - line}`);
      [column, source, line] = [one.column, one.source, one.line + 1];
    }
    return parts.join(",");
  });
  return { sources, lines: lines.join(";").replace(/;+$/, "") };
}
