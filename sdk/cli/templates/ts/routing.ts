/** Who handles the ticket? */

import { RouteDecision, freeAgents, hasQueue, kindName, memberLevel, type Routing } from "@redress/sdk";

import type { Config } from "./config.js";

export const routing: Routing<Config> = (call, file, desk) => {
  const { queue } = call.config;
  if (!hasQueue(desk, queue)) {
    call.log.warn("the configured queue does not exist", { queue });
    return null;
  }
  // Whoever has the fewest open tickets; among equals the first by id, so that the answer repeats.
  const [agent] = freeAgents(desk, queue).sort((a, b) => a.openTickets - b.openTickets || (a.id < b.id ? -1 : 1));
  return RouteDecision.toQueue(queue, `${kindName(file.ticket.kind)} tickets go to ${queue}`, {
    assignee: agent?.id ?? null,
    priority: memberLevel(file) === "vip" ? "high" : null,
  });
};
