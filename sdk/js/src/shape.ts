/** Checks what a rule says before it leaves the sandbox, so that a mistake is told by name and not as a crash. */

import { outgoing } from "./engine.js";
import { named } from "./wit/shapes.js";

/** The type of a value, as data. */
export type Shape =
  | "bool"
  | "string"
  | "u32"
  | "s64"
  | { readonly option: Shape }
  | { readonly list: Shape }
  | { readonly tuple: readonly Shape[] }
  | { readonly record: Readonly<Record<string, Shape>> }
  | { readonly variant: Readonly<Record<string, Shape | null>> }
  | { readonly enum: readonly string[] }
  | { readonly named: string };

/** The value as the engine wants it; throws a TypeError that names the place when it does not fit. */
export function outbound(shape: Shape, value: unknown, at: string): unknown {
  if (typeof shape === "string") return scalar(shape, value, at);
  if ("named" in shape) return outbound(named[shape.named] as Shape, value, at);
  if ("option" in shape) return value === null || value === undefined ? undefined : outbound(shape.option, value, at);
  if ("list" in shape) {
    if (!Array.isArray(value)) throw misfit(at, "a list", value);
    return value.map((item, place) => outbound(shape.list, item, `${at}[${place}]`));
  }
  if ("tuple" in shape) {
    if (!Array.isArray(value) || value.length !== shape.tuple.length) throw misfit(at, `${shape.tuple.length} values`, value);
    return shape.tuple.map((part, place) => outbound(part, value[place], `${at}[${place}]`));
  }
  if ("enum" in shape) {
    if (!shape.enum.includes(value as string)) throw misfit(at, `one of ${shape.enum.join(", ")}`, value);
    return value;
  }
  if (typeof value !== "object" || value === null) throw misfit(at, "an object", value);
  if ("record" in shape) {
    const parts: Record<string, unknown> = {};
    for (const name in shape.record) {
      parts[name] = outbound(shape.record[name] as Shape, (value as Record<string, unknown>)[name], `${at}.${name}`);
    }
    return parts;
  }
  const { tag, val } = value as { tag?: unknown; val?: unknown };
  const inner = typeof tag === "string" ? shape.variant[tag] : undefined;
  if (inner === undefined) throw misfit(`${at}.tag`, `one of ${Object.keys(shape.variant).join(", ")}`, tag);
  return inner === null ? { tag } : { tag, val: outbound(inner, val, `${at}.val`) };
}

function scalar(shape: "bool" | "string" | "u32" | "s64", value: unknown, at: string): unknown {
  switch (shape) {
    case "bool":
      if (typeof value !== "boolean") throw misfit(at, "true or false", value);
      return value;
    case "string":
      if (typeof value !== "string") throw misfit(at, "a text", value);
      return value;
    case "u32":
      if (!Number.isInteger(value) || (value as number) < 0 || (value as number) > 0xffff_ffff) {
        throw misfit(at, "a whole number from 0 to 4294967295", value);
      }
      return value;
    case "s64":
      if (!Number.isSafeInteger(value)) throw misfit(at, "a whole number within ±9007199254740991", value);
      return outgoing(value as number);
  }
}

function misfit(at: string, wanted: string, value: unknown): TypeError {
  const found = typeof value === "object" ? (value === null ? "null" : Array.isArray(value) ? "a list" : "an object") : typeof value === "string" ? JSON.stringify(value) : String(value);
  return new TypeError(`${at} must be ${wanted}, but is ${found}`);
}
