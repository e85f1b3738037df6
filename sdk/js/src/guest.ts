/** The sandbox's side: connects a plugin to the host's imports. The build's entry file calls `run`; rules never do. */

import * as history from "redress:rules/history@1.0.0";
import * as log from "redress:rules/log@1.0.0";
import * as parameters from "redress:rules/parameters@1.0.0";

import { installConsole } from "./console.js";
import { incoming } from "./engine.js";
import { HistoryError } from "./error.js";
import type { Host } from "./host.js";
import type { Plugin } from "./plugin.js";
import { serve, type Info } from "./serve.js";
import { outbound } from "./shape.js";
import type { AccessError, Query } from "./wit/types.js";

const host: Host = {
  log: (level, message, fields) => log.log(level, message, fields),
  orders: (query) => look(() => history.orders(asked(query))),
  afterSales: (query) => look(() => history.afterSales(asked(query))),
  totals: () => look(() => history.totals()),
  parameter: (code) => incoming(parameters.get(code) ?? null),
};

/** The component's exports. */
export function run(plugin: Plugin, info: Info): ReturnType<typeof serve> {
  installConsole(host);
  return serve(plugin, info, host);
}

function asked(query: Query): unknown {
  return outbound({ named: "Query" }, query, "the query");
}

function look<T>(ask: () => unknown): T {
  try {
    return incoming<T>(ask());
  } catch (thrown) {
    // QuickJS throws what the host answered, SpiderMonkey an error that holds it.
    const answer = (thrown as { payload?: unknown })?.payload ?? thrown;
    if (typeof answer === "object" && answer !== null && "tag" in answer) throw new HistoryError(answer as AccessError);
    throw thrown;
  }
}
