/** The sandbox's side: connects a plugin to the host's imports. The build's entry file calls `run`; rules never do. */

import * as history from "redress:rules/history@1.0.0";
import * as log from "redress:rules/log@1.0.0";
import * as parameters from "redress:rules/parameters@1.0.0";

import { installConsole } from "./console.js";
import { incoming } from "./engine.js";
import { CryptoError, HistoryError, type RuleError } from "./error.js";
import type { Host, Secrets } from "./host.js";
import type { Plugin } from "./plugin.js";
import { serve, type Info } from "./serve.js";
import { outbound } from "./shape.js";
import type { AccessError, CryptoError as Refusal, Query } from "./wit/types.js";

const host: Host = {
  log: (level, message, fields) => log.log(level, message, fields),
  orders: (query) => look(() => history.orders(asked(query))),
  afterSales: (query) => look(() => history.afterSales(asked(query))),
  totals: () => look(() => history.totals()),
  parameter: (code) => incoming(parameters.get(code) ?? null),
};

/** The component's exports. Only plugins that answer `settlement` import `crypto`. */
export function run(plugin: Plugin, info: Info, crypto?: Secrets): ReturnType<typeof serve> {
  installConsole(host);
  return serve(plugin, info, crypto === undefined ? host : { ...host, crypto: told(crypto) });
}

/** The host's secrets, with what they refuse as an error of ours. */
function told(crypto: Secrets): Secrets {
  const made = <T>(make: () => T): T => look(make, (answer) => new CryptoError(answer as Refusal));
  return {
    hmacSha256: (secret, message) => made(() => crypto.hmacSha256(secret, message)),
    rsaSha256Sign: (secret, message) => made(() => crypto.rsaSha256Sign(secret, message)),
    rsaSha256Verify: (secret, message, signature) => made(() => crypto.rsaSha256Verify(secret, message, signature)),
    aesGcmOpen: (secret, nonce, associated, sealed) => made(() => crypto.aesGcmOpen(secret, nonce, associated, sealed)),
  };
}

function asked(query: Query): unknown {
  return outbound({ named: "Query" }, query, "the query");
}

function look<T>(ask: () => unknown, refused = (answer: unknown): RuleError => new HistoryError(answer as AccessError)): T {
  try {
    return incoming<T>(ask());
  } catch (thrown) {
    // QuickJS throws what the host answered, SpiderMonkey an error that holds it.
    const answer = (thrown as { payload?: unknown })?.payload ?? thrown;
    if (typeof answer === "object" && answer !== null && "tag" in answer) throw refused(answer);
    throw thrown;
  }
}
