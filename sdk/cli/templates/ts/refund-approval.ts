/** May this money be paid back? */

import { Decision, Money, daysSinceDelivery, type RefundApproval } from "@redress/sdk";

import type { Config } from "./config.js";

export const refundApproval: RefundApproval<Config> = (call, file, request) => {
  const { approve_up_to, return_days } = call.config;
  const days = daysSinceDelivery(file, call.now);
  if (days === null) return Decision.needInformation(["delivered_at"], "nobody knows when it was delivered");
  if (days > return_days) return Decision.needsApproval("supervisor", `${days} days after delivery`);
  // The host sends an approval without a known risk to a person anyway; saying so explains it.
  if (request.risk === null) return Decision.needsApproval("supervisor", "the risk is unknown");
  return Money.atMost(request.net, approve_up_to)
    ? Decision.approve(`${Money.format(request.net)}, ${days} days after delivery`)
    : Decision.needsApproval("supervisor", `${Money.format(request.net)} is more than ${Money.format(approve_up_to)}`);
};
