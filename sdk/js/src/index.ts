/** Write after-sales rules for Redress in TypeScript. Start with `definePlugin`. */

export { ApprovalNeed, Assessment, Decision, Intent, Message, Recipient, RouteDecision } from "./answer.js";
export type { DecisionExtras, RouteExtras } from "./answer.js";
export { Call, History, Log, Parameter } from "./call.js";
export type { Loggable } from "./call.js";
export * from "./case.js";
export { t, Type } from "./config.js";
export type { Infer, JsonSchema } from "./config.js";
export type {} from "./console.js";
export { HistoryError, RuleError } from "./error.js";
export { MAX_MINOR, Money } from "./money.js";
export { configSchema, definePlugin, validateConfig } from "./plugin.js";
export type {
  Automation,
  FraudScoring,
  Hooks,
  NoConfig,
  Notification,
  Plugin,
  RefundApproval,
  Routing,
  Schedule,
  Settings,
} from "./plugin.js";
export { Rng } from "./rng.js";
export type {
  AccessError,
  AfterSaleSummary,
  Agent,
  CaseFile,
  Context,
  Customer,
  Deduction,
  Desk,
  Escalation,
  Event,
  Field,
  Level,
  Order,
  OrderLine,
  OrderSummary,
  ParameterValue,
  Priority,
  Query,
  Queue,
  Quorum,
  RefundRequest,
  Risk,
  Signal,
  Task,
  Tick,
  Ticket,
  TicketKind,
  TicketLine,
  Totals,
  Transfer,
  Verdict,
  Violation,
} from "./wit/types.js";
