// Made from wit/ by sdk/cli/tests/bindings; do not change by hand.
import type { Shape } from "../shape.js";

/** Types that a rule may say, by name. */
export const named: Readonly<Record<string, Shape>> = {
  Money: { record: { minor: "s64", currency: "string" } },
  Priority: { enum: ["low", "normal", "high", "urgent"] },
  Field: { record: { name: "string", value: "string" } },
  Recipient: { variant: { "customer": null, "role": "string", "user": "string", "system": null } },
  Message: { record: { channel: "string", recipient: { named: "Recipient" }, template: { option: "string" }, locale: "string", subject: "string", body: "string" } },
  Transfer: { record: { queue: { option: "string" }, assignee: { option: "string" }, reason: "string" } },
  Escalation: { record: { role: "string", reason: "string" } },
  Task: { record: { title: "string", role: "string", withinSeconds: { option: "u32" } } },
  Intent: { variant: { "set-field": { named: "Field" }, "set-priority": { named: "Priority" }, "add-tag": "string", "remove-tag": "string", "notify": { named: "Message" }, "transfer": { named: "Transfer" }, "escalate": { named: "Escalation" }, "add-task": { named: "Task" } } },
  Violation: { record: { path: "string", message: "string" } },
  RuleError: { variant: { "invalid-input": { list: { named: "Violation" } }, "config": { list: { named: "Violation" } }, "unavailable": "string", "internal": "string" } },
  RouteDecision: { record: { queue: { option: "string" }, assignee: { option: "string" }, skills: { list: "string" }, priority: { option: { named: "Priority" } }, tags: { list: "string" }, reason: "string" } },
  Signal: { record: { code: "string", weight: "u32", detail: "string" } },
  Assessment: { record: { score: "u32", signals: { list: { named: "Signal" } }, tags: { list: "string" } } },
  Quorum: { variant: { "any": null, "all": null, "at-least": "u32" } },
  ApprovalNeed: { record: { role: "string", quorum: { named: "Quorum" }, withReport: "bool" } },
  Verdict: { variant: { "approve": null, "needs-approval": { named: "ApprovalNeed" }, "need-information": { list: "string" }, "reject": "string" } },
  Deduction: { record: { code: "string", amount: { named: "Money" }, reason: "string" } },
  Decision: { record: { verdict: { named: "Verdict" }, deductions: { list: { named: "Deduction" } }, explanation: "string", tags: { list: "string" } } },
  Query: { record: { sinceMs: { option: "s64" }, limit: "u32" } },
  Method: { enum: ["get", "post"] },
  SecretText: { record: { before: "string", secret: "string" } },
  HeaderValue: { variant: { "text": "string", "secret": { named: "SecretText" } } },
  Header: { record: { name: "string", value: { named: "HeaderValue" } } },
  HttpRequest: { record: { method: { named: "Method" }, url: "string", headers: { list: { named: "Header" } }, body: "string" } },
  Refusal: { record: { reason: "string", retryable: "bool" } },
  Outcome: { variant: { "paid": "string", "pending": { option: "string" }, "failed": { named: "Refusal" }, "absent": null, "unknown": "string" } },
  Notice: { record: { instruction: "string", outcome: { named: "Outcome" } } },
};

/** Hooks: their functions in the component, and what each answers. */
export const hooks = {
  routing: { hook: "routing", functions: { route: { option: { named: "RouteDecision" } } } },
  fraudScoring: { hook: "fraud-scoring", functions: { score: { named: "Assessment" } } },
  refundApproval: { hook: "refund-approval", functions: { evaluate: { named: "Decision" } } },
  notification: { hook: "notification", functions: { compose: { list: { named: "Message" } } } },
  automation: { hook: "automation", functions: { react: { list: { named: "Intent" } } } },
  schedule: { hook: "schedule", functions: { due: { list: { named: "Intent" } } } },
  settlement: { hook: "settlement", functions: { request: { named: "HttpRequest" }, query: { named: "HttpRequest" }, response: { named: "Outcome" }, notification: { option: { named: "Notice" } } } },
} as const satisfies Record<string, { hook: string; functions: Readonly<Record<string, Shape>> }>;
