/** The hook `settlement`: how money goes back over a gateway, and shorthand for its words. */

import type { Call } from "./call.js";
import type * as wit from "./wit/types.js";

/**
 * How money goes back over a gateway. The rule writes requests and reads answers, the host sends them; secrets stay with the
 * host, which fills them in (`secret`) or signs with them (`call.crypto`). A thrown error sends nothing and finance is told; in
 * `response` it counts as unknown, and in `notification` it refuses the message.
 */
export interface Settlement<C> {
  /** The request that pays; `attempt` counts from 1, and the instruction's id is the idempotency key of all attempts. */
  request(call: Call<C>, order: wit.Instruction, attempt: number): wit.HttpRequest;
  /** The request that asks what became of it. */
  query(call: Call<C>, order: wit.Instruction): wit.HttpRequest;
  /** What an answer means. `Outcome.absent` may only answer a query. */
  response(call: Call<C>, order: wit.Instruction, asked: wit.Purpose, answer: wit.HttpResponse): wit.Outcome;
  /**
   * What a message from the gateway means, once its signature is checked; null when it is not about a refund of ours. Throw
   * `RuleError.invalidInput("/headers", …)` when the signature does not fit. The host believes no message alone: it asks the gateway.
   */
  notification?(call: Call<C>, headers: [string, string][], body: string): wit.Notice | null;
}

/** What headers say, by name: a text, or a secret that the host fills in. */
export type Headers = Record<string, string | wit.SecretText>;

/** A secret in a header: the host writes `before`, then the secret of this name. */
export function secret(before: string, name: string): wit.SecretText {
  return { before, secret: name };
}

/** A request for the host to send. */
export type HttpRequest = wit.HttpRequest;
export const HttpRequest = {
  /** A request that reads. */
  get(url: string, headers: Headers = {}): HttpRequest {
    return { method: "get", url, headers: listed(headers), body: "" };
  },
  /** A request that does something. */
  post(url: string, body: string, headers: Headers = {}): HttpRequest {
    return { method: "post", url, headers: listed(headers), body };
  },
};

function listed(headers: Headers): wit.Header[] {
  return Object.entries(headers).map(([name, value]) => ({
    name,
    value: typeof value === "string" ? { tag: "text", val: value } : { tag: "secret", val: value },
  }));
}

/** What became of an instruction. */
export type Outcome = wit.Outcome;
export const Outcome = {
  /** The money is on its way; the gateway's own id of the refund. */
  paid: (reference: string): Outcome => ({ tag: "paid", val: reference }),
  /** The gateway has it and works on it; its own id of the refund, when it says one. */
  pending: (reference: string | null = null): Outcome => ({ tag: "pending", val: reference }),
  /** The gateway refused it for good. */
  refused: (reason: string): Outcome => ({ tag: "failed", val: { reason, retryable: false } }),
  /** The gateway refused it for now. */
  notNow: (reason: string): Outcome => ({ tag: "failed", val: { reason, retryable: true } }),
  /** The gateway does not know it. Only an answer to a query may say so. */
  absent: { tag: "absent" } as Outcome,
  /** The answer says nothing certain; why. */
  unknown: (why: string): Outcome => ({ tag: "unknown", val: why }),
};

/** The first header of this name, in lower case; null for none. */
export function header(headers: readonly (readonly [string, string])[], name: string): string | null {
  return headers.find(([own]) => own === name)?.[1] ?? null;
}

/** Text in the query or the body of a form (WHATWG URL, `application/x-www-form-urlencoded`). */
export function form(fields: Record<string, string>): string {
  const encoded = (part: string) =>
    encodeURIComponent(part).replace(/[!'()~]/g, (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`).replace(/%20/g, "+");
  return Object.entries(fields).map(([name, value]) => `${encoded(name)}=${encoded(value)}`).join("&");
}
