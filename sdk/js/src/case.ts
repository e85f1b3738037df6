/** Questions a rule often has about a case. */

import type { Agent, CaseFile, Desk, Event, Order, OrderLine, Ticket, TicketKind, TicketLine } from "./wit/types.js";

const DAY_MS = 86_400_000;

/** Whole days between delivery (签收) and `now`; null when the order was not delivered or is unknown. */
export function daysSinceDelivery(file: CaseFile, now: number): number | null {
  const delivered = file.order?.deliveredAtMs ?? null;
  return delivered === null ? null : Math.floor((now - delivered) / DAY_MS);
}

/** The shop's level of the customer, when known. */
export function memberLevel(file: CaseFile): string | null {
  return file.customer?.memberLevel ?? null;
}

/** The order's currency, or that of the first ticket line. */
export function currencyOf(file: CaseFile): string | null {
  return file.order?.paid.currency ?? file.ticket.lines[0]?.requested.currency ?? null;
}

/** The order line a ticket line is about. */
export function orderLine(file: CaseFile, line: TicketLine): OrderLine | null {
  return file.order?.lines.find((one) => one.externalId === line.orderLine) ?? null;
}

/** Product categories of the goods in question, without repeats. */
export function categories(file: CaseFile): string[] {
  const found = file.ticket.lines.map((line) => line.category ?? orderLine(file, line)?.category ?? null);
  return [...new Set(found.filter((category) => category !== null))];
}

/** True when the ticket or the customer has the tag. */
export function hasTag(file: CaseFile, tag: string): boolean {
  return file.ticket.tags.includes(tag) || (file.customer?.tags.includes(tag) ?? false);
}

/** A form field of the ticket, read from its JSON; undefined when it is absent or not JSON. */
export function field(ticket: Ticket, name: string): unknown {
  return parsed(ticket.fields.find((one) => one.name === name)?.value);
}

/** A detail of an event, read from its JSON; undefined when it is absent or not JSON. */
export function detail(event: Event, name: string): unknown {
  return parsed(event.details.find(([key]) => key === name)?.[1]);
}

/** An attribute the shop sent with the order. */
export function attribute(order: Order, name: string): string | null {
  return order.attributes.find(([key]) => key === name)?.[1] ?? null;
}

/** The name of a kind in the API and in configurations, for example `return_refund`. */
export function kindName(kind: TicketKind): string {
  return kind.replace("-", "_");
}

/** True when the desk has a queue with this key. */
export function hasQueue(desk: Desk, key: string): boolean {
  return desk.queues.some((queue) => queue.key === key);
}

/** People who work in the queue, are present and have room. */
export function freeAgents(desk: Desk, queue: string): Agent[] {
  const room = ({ available, capacity, openTickets }: Agent) => available && (capacity === 0 || openTickets < capacity);
  return desk.agents.filter((agent) => room(agent) && agent.queues.includes(queue));
}

function parsed(text: string | undefined): unknown {
  try {
    return text === undefined ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}
