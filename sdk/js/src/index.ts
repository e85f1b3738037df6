/** Write after-sales rules for Redress in TypeScript. Start with `definePlugin`. */

export { ApprovalNeed, Assessment, Decision, Intent, Message, Recipient, RouteDecision } from "./answer.js";
export type { DecisionExtras, RouteExtras } from "./answer.js";
export { base64, fromBase64, fromUtf8, hex, utf8 } from "./bytes.js";
export { Call, Crypto, History, Log, Parameter } from "./call.js";
export type { Loggable } from "./call.js";
export * from "./case.js";
export { t, Type } from "./config.js";
export type { Infer, JsonSchema } from "./config.js";
export type {} from "./console.js";
export { CryptoError, HistoryError, RuleError } from "./error.js";
export { form, header, HttpRequest, Outcome, secret } from "./gateway.js";
export type { Headers, Settlement } from "./gateway.js";
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
  Header,
  HeaderValue,
  HttpResponse,
  Instruction,
  Level,
  Method,
  Notice,
  Order,
  OrderLine,
  OrderSummary,
  ParameterValue,
  Priority,
  Purpose,
  Query,
  Queue,
  Quorum,
  Refusal,
  RefundRequest,
  Risk,
  SecretText,
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
