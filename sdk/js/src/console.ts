/** `console` inside a sandbox: its lines go to the decision's log. */

import type { Level } from "./wit/types.js";
import type { Host } from "./host.js";

declare global {
  interface Console {
    debug(...data: any[]): void;
    log(...data: any[]): void;
    info(...data: any[]): void;
    warn(...data: any[]): void;
    error(...data: any[]): void;
  }
  var console: Console;
}

/** Gives rules and their libraries a console. */
export function installConsole(host: Host): void {
  const line = (level: Level) => (...data: unknown[]) => host.log(level, data.map(shown).join(" "), []);
  globalThis.console = { debug: line("debug"), log: line("info"), info: line("info"), warn: line("warn"), error: line("error") } as Console;
}

function shown(value: unknown): string {
  if (typeof value === "string") return value;
  if (value instanceof Error) return `${value.name}: ${value.message}`;
  return JSON.stringify(value) ?? String(value);
}
