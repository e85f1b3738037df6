/** What runs between the sandbox and a plugin's functions. */

import { Call } from "./call.js";
import { incoming } from "./engine.js";
import { RuleError } from "./error.js";
import type { Host } from "./host.js";
import { configSchema, readConfig, type Hooks, type Plugin } from "./plugin.js";
import { outbound, type Shape } from "./shape.js";
import { told } from "./where.js";
import { hooks } from "./wit/shapes.js";
import type { Context, RuleError as Answer, Violation } from "./wit/types.js";

/** What the plugin says of itself. */
export interface Info {
  name: string;
  version: string;
  description: string;
  sdk: string;
}

/** Names of the hooks a plugin answers, as in `redress-plugin new --hook`. */
export function answered(plugin: Plugin): string[] {
  const isAnswered = (rule: unknown) => typeof rule === "function" || (typeof rule === "object" && rule !== null);
  const given = Object.entries(hooks).filter(([name]) => isAnswered(plugin[name as keyof Hooks<unknown>]));
  return given.map(([, { hook }]) => hook);
}

/** The component's exports, by interface and function. */
export function serve(plugin: Plugin, info: Info, host: Host): Record<string, Record<string, (...args: never[]) => unknown>> {
  const served: Record<string, Record<string, (...args: never[]) => unknown>> = {
    plugin: {
      describe: () => info,
      configSchema: () => JSON.stringify(configSchema(plugin)),
      validateConfig(text: string): undefined {
        const found = violations(plugin, text, host);
        if (found.length > 0) throw found.map((violation, place) => outbound({ named: "Violation" }, violation, `check()[${place}]`));
      },
    },
  };
  for (const [name, { functions }] of Object.entries(hooks)) {
    const rule = plugin[name as keyof Hooks<unknown>] as Rule | Record<string, Rule | undefined> | undefined;
    if (rule === undefined) continue;
    const exported: [string, Shape][] = Object.entries(functions);
    served[name] = Object.fromEntries(
      exported.map(([part, answer]) => {
        const [own, asked] = typeof rule === "function" ? [plugin, rule] : [rule, rule[part]];
        const shown = typeof rule === "function" ? name : `${name}.${part}`;
        return [part, (context: Context, ...question: unknown[]) => ask(plugin, host, { shown, answer, rule: asked?.bind(own) }, context, question)];
      }),
    );
  }
  return served;
}

type Rule = (call: Call<unknown>, ...question: unknown[]) => unknown;

/** One function of a hook: its name for people, the shape of its answers, and the author's function, if there is one. */
interface Asked {
  shown: string;
  answer: Shape;
  rule: Rule | undefined;
}

function ask(plugin: Plugin, host: Host, { shown, answer, rule }: Asked, context: Context, question: unknown[]): unknown {
  try {
    const seen = incoming<Context>(context);
    const call = new Call(readConfig(plugin, seen.config), seen, host);
    // What may be left out answers null.
    const said = rule === undefined ? null : rule(call, ...question.map((part) => incoming(part)));
    if (said instanceof Promise) throw new TypeError(`${shown} answers with a promise: a rule cannot wait, so leave out async and await`);
    return outbound(answer, said, `the answer of ${shown}`);
  } catch (thrown) {
    throw outbound({ named: "RuleError" }, failure(thrown, host), "the error");
  }
}

function violations(plugin: Plugin, text: string, host: Host): Violation[] {
  try {
    const config = readConfig(plugin, text);
    return plugin.check?.(config) ?? [];
  } catch (thrown) {
    const answer = failure(thrown, host);
    if (answer.tag === "config") return answer.val;
    return [{ path: "", message: typeof answer.val === "string" ? `the rule's own check failed: ${answer.val}` : String(thrown) }];
  }
}

/** The error a host understands. What is not a RuleError is a defect; its trace goes to the log. */
function failure(thrown: unknown, host: Host): Answer {
  if (thrown instanceof RuleError) return thrown.answer;
  const { message, trace } = told(thrown);
  if (trace.length > 0) host.log("error", message, trace.map((frame, place) => [`at ${place}`, frame]));
  return { tag: "internal", val: message };
}
