/** How does money go back? */

import { header, hex, HttpRequest, Outcome, RuleError, secret, type Settlement } from "@redress/sdk";

import type { Config } from "./config.js";

/** Names among the gateway's secrets: the host fills them in and signs with them, and the rule never sees them. */
const KEY = "key";
const WEBHOOK = "webhook";

/** A refund as the gateway tells it. */
interface Refund {
  id: string;
  /** The idempotency key of the request: the instruction's id. */
  key: string;
  status: string;
}

export const settlement: Settlement<Config> = {
  request(call, order) {
    const { payment, amount } = order;
    return HttpRequest.post(`${call.config.base_url}/refunds`, JSON.stringify({ payment, minor: amount.minor, currency: amount.currency }), {
      "content-type": "application/json",
      "idempotency-key": order.id,
      authorization: secret("Bearer ", KEY),
    });
  },

  query(call, order) {
    return HttpRequest.get(`${call.config.base_url}/refunds/${order.id}`, { authorization: secret("Bearer ", KEY) });
  },

  response(_call, order, asked, { status, body }) {
    if (status === 404 && asked === "query") return Outcome.absent;
    if (status === 400 && asked === "pay") return Outcome.refused(body);
    const refund = status === 200 ? read(body) : null;
    // Whatever is not certain is unknown: the host asks again, and never sends again unasked.
    return refund?.key === order.id ? outcome(refund) : Outcome.unknown(`the gateway answered ${status}`);
  },

  notification(call, headers, body) {
    if (header(headers, "x-signature") !== hex(call.crypto.hmacSha256(WEBHOOK, body))) {
      throw RuleError.invalidInput("/headers/x-signature", "the signature does not fit the body");
    }
    const refund = read(body);
    return refund && { instruction: refund.key, outcome: outcome(refund) };
  },
};

function outcome({ id, status }: Refund): Outcome {
  if (status === "paid") return Outcome.paid(id);
  if (status === "pending") return Outcome.pending(id);
  if (status === "failed") return Outcome.refused(`the gateway did not pay ${id}`);
  return Outcome.unknown(`nobody knows the status ${status}`);
}

/** Null for what is no refund. */
function read(body: string): Refund | null {
  let json: Partial<Record<keyof Refund, unknown>> | null;
  try {
    json = JSON.parse(body);
  } catch {
    return null;
  }
  const { id, key, status } = json ?? {};
  return typeof id === "string" && typeof key === "string" && typeof status === "string" ? { id, key, status } : null;
}
