/** Shorthand for answers. Each is a plain object; what is left out is empty. */

import type * as wit from "./wit/types.js";

/** What may go with a decision besides verdict and explanation. */
export type DecisionExtras = Partial<Pick<wit.Decision, "deductions" | "tags">>;

/** May the money be paid back? */
export type Decision = wit.Decision;
export const Decision = {
  /** A verdict with its reason. */
  of(verdict: wit.Verdict, explanation: string, extras: DecisionExtras = {}): Decision {
    return { verdict, explanation, deductions: [], tags: [], ...extras };
  },
  /** Pay without asking anybody. */
  approve(explanation: string, extras?: DecisionExtras): Decision {
    return Decision.of({ tag: "approve" }, explanation, extras);
  },
  /** Ask one holder of a role, or as many as `who` says. */
  needsApproval(who: string | wit.ApprovalNeed, explanation: string, extras?: DecisionExtras): Decision {
    return Decision.of({ tag: "needs-approval", val: typeof who === "string" ? ApprovalNeed.any(who) : who }, explanation, extras);
  },
  /** Ask the customer for these fields first. */
  needInformation(fields: string[], explanation: string, extras?: DecisionExtras): Decision {
    return Decision.of({ tag: "need-information", val: fields }, explanation, extras);
  },
  /** Do not pay. `toCustomer` is what the customer reads. */
  reject(toCustomer: string, explanation: string, extras?: DecisionExtras): Decision {
    return Decision.of({ tag: "reject", val: toCustomer }, explanation, extras);
  },
};

/** Who must agree. */
export type ApprovalNeed = wit.ApprovalNeed;
export const ApprovalNeed = {
  /** One holder of the role. */
  any(role: string, withReport = false): ApprovalNeed {
    return { role, quorum: { tag: "any" }, withReport };
  },
  /** All holders of the role (会签). */
  all(role: string, withReport = false): ApprovalNeed {
    return { role, quorum: { tag: "all" }, withReport };
  },
  /** So many holders of the role. */
  atLeast(count: number, role: string, withReport = false): ApprovalNeed {
    return { role, quorum: { tag: "at-least", val: count }, withReport };
  },
};

/** Does it look like abuse? */
export type Assessment = wit.Assessment;
export const Assessment = {
  /** Nothing odd: score 0, no signals. */
  clean(): Assessment {
    return { score: 0, signals: [], tags: [] };
  },
  /** The sum of the weights, at most 100. */
  fromSignals(signals: wit.Signal[], tags: string[] = []): Assessment {
    return { score: Math.min(100, signals.reduce((sum, { weight }) => sum + weight, 0)), signals, tags };
  },
};

/** What may go with a route besides queue, person and reason. */
export type RouteExtras = Partial<Omit<wit.RouteDecision, "reason">>;

/** Who handles the ticket? */
export type RouteDecision = wit.RouteDecision;
export const RouteDecision = {
  /** To a queue. */
  toQueue(queue: string, reason: string, extras: RouteExtras = {}): RouteDecision {
    return { queue, assignee: null, skills: [], priority: null, tags: [], reason, ...extras };
  },
  /** To a person. */
  toAgent(assignee: string, reason: string, extras: RouteExtras = {}): RouteDecision {
    return { queue: null, assignee, skills: [], priority: null, tags: [], reason, ...extras };
  },
};

/** Who gets a message? */
export type Recipient = wit.Recipient;
export const Recipient = {
  /** The customer of the ticket. */
  customer: { tag: "customer" } as Recipient,
  /** The merchant's systems: webhook endpoints that subscribe to the event. */
  system: { tag: "system" } as Recipient,
  /** Everybody with this role. */
  role: (role: string): Recipient => ({ tag: "role", val: role }),
  /** One user, by id. */
  user: (id: string): Recipient => ({ tag: "user", val: id }),
};

/** One message to send. */
export type Message = wit.Message;
export const Message = {
  /** A message; `subject` and `template` may be left out. */
  of(message: Omit<Message, "subject" | "template"> & Partial<Message>): Message {
    return { subject: "", template: null, ...message };
  },
};

/** One thing an automation or a timetable wants done. */
export type Intent = wit.Intent;
export const Intent = {
  /** Fill in a form field; `value` becomes JSON. */
  setField: (name: string, value: unknown): Intent => ({ tag: "set-field", val: { name, value: JSON.stringify(value) } }),
  /** Change the priority. */
  setPriority: (priority: wit.Priority): Intent => ({ tag: "set-priority", val: priority }),
  /** Add a tag. */
  addTag: (tag: string): Intent => ({ tag: "add-tag", val: tag }),
  /** Take a tag away. */
  removeTag: (tag: string): Intent => ({ tag: "remove-tag", val: tag }),
  /** Send a message. */
  notify: (message: Message): Intent => ({ tag: "notify", val: message }),
  /** Put the ticket elsewhere. */
  transfer: (to: { queue?: string; assignee?: string; reason: string }): Intent => ({
    tag: "transfer",
    val: { queue: to.queue ?? null, assignee: to.assignee ?? null, reason: to.reason },
  }),
  /** Call for somebody higher up. */
  escalate: (role: string, reason: string): Intent => ({ tag: "escalate", val: { role, reason } }),
  /** Give somebody a task. */
  addTask: (title: string, role: string, withinSeconds: number | null = null): Intent => ({ tag: "add-task", val: { title, role, withinSeconds } }),
};
