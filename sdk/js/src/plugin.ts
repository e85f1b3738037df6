import type { Call } from "./call.js";
import { Reading, t, type Type } from "./config.js";
import { RuleError } from "./error.js";
import type { Settlement } from "./gateway.js";
import type { Assessment, CaseFile, Decision, Desk, Event, Intent, Message, RefundRequest, RouteDecision, Tick, Violation } from "./wit/types.js";

/** Who handles the ticket? Null leaves it to the next rule. A thrown error sends the ticket to the default queue. */
export type Routing<C> = (call: Call<C>, file: CaseFile, desk: Desk) => RouteDecision | null;
/** Does it look like abuse? From 0 (nothing odd) to 100 (certain). A thrown error leaves the risk unknown. */
export type FraudScoring<C> = (call: Call<C>, file: CaseFile) => Assessment;
/** May the money be paid back? The strictest answer of all rules wins. A thrown error sends the refund to the highest tier. */
export type RefundApproval<C> = (call: Call<C>, file: CaseFile, request: RefundRequest) => Decision;
/** Who is told what? An empty list says nothing to anybody. */
export type Notification<C> = (call: Call<C>, file: CaseFile, event: Event) => Message[];
/** What else follows from an event? The host does what is allowed. */
export type Automation<C> = (call: Call<C>, file: CaseFile, event: Event) => Intent[];
/** What is done at a tick of the timetable? Asked once for each ticket that matches the binding's filter. */
export type Schedule<C> = (call: Call<C>, file: CaseFile, tick: Tick) => Intent[];

/** What a plugin may answer: one function per hook, and an object of four for `settlement`. */
export interface Hooks<C> {
  routing?: Routing<C>;
  fraudScoring?: FraudScoring<C>;
  refundApproval?: RefundApproval<C>;
  notification?: Notification<C>;
  automation?: Automation<C>;
  schedule?: Schedule<C>;
  settlement?: Settlement<C>;
}

/** The configuration of a plugin that has one. */
export interface Settings<C> {
  /** What the merchant sets for one binding; made with `t.object`. */
  config: Type<C>;
  /** Checks what a schema cannot say, when a merchant saves a binding. An empty list means: fine. */
  check?: (config: C) => Violation[];
}

/** For plugins without settings. */
export type NoConfig = Record<string, never>;

/** A plugin as its entry file exports it. */
export type Plugin<C = unknown, H = Hooks<C>> = H & Settings<C>;

const nothing = t.object({}) as Type<NoConfig>;

/**
 * Puts a plugin together; the entry file exports the result as its default. Name, version and description are those of
 * `package.json`.
 *
 * ```ts
 * export default definePlugin({
 *   config: t.object({ free_up_to: t.money().describe("Refunds up to this amount need nobody's consent.") }),
 *   refundApproval(call, file, request) {
 *     return Money.atMost(request.net, call.config.free_up_to)
 *       ? Decision.approve(`${Money.format(request.net)} is small enough`)
 *       : Decision.needsApproval("supervisor", `${Money.format(request.net)} is above the limit`);
 *   },
 * });
 * ```
 */
export function definePlugin<C, H extends Hooks<C>>(plugin: Settings<C> & H & Hooks<C>): Plugin<C, H>;
export function definePlugin<H extends Hooks<NoConfig>>(plugin: H & Hooks<NoConfig> & { config?: never }): Plugin<NoConfig, H>;
export function definePlugin(plugin: Hooks<never> & Partial<Settings<never>>): unknown {
  return { config: nothing, ...plugin };
}

/** A configuration as the rule gets it; a RuleError with every violation when it does not fit. */
export function readConfig<C>(plugin: Settings<C>, text: string): C {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw RuleError.config("", `the configuration is not JSON: ${String(error)}`);
  }
  const at = new Reading();
  const config = plugin.config.read(json, at);
  if (at.found.length > 0) throw new RuleError({ tag: "config", val: at.found });
  return config;
}

/** Everything wrong with a configuration, as the server tells the merchant when a binding is saved; for unit tests. */
export function validateConfig<C>(plugin: Settings<C>, json: unknown): Violation[] {
  try {
    const config = readConfig(plugin, JSON.stringify(json));
    return plugin.check?.(config) ?? [];
  } catch (error) {
    if (error instanceof RuleError && error.answer.tag === "config") return error.answer.val;
    throw error;
  }
}

/** JSON Schema (2020-12) of the configuration. */
export function configSchema<C>(plugin: Settings<C>): Record<string, unknown> {
  return { $schema: "https://json-schema.org/draft/2020-12/schema", ...plugin.config.schema };
}
