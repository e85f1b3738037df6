// Made from wit/ by sdk/cli/tests/bindings; do not change by hand.

/** How much a line matters. */
export type Level =
  /** For the author. */
  | "debug"
  /** Worth knowing. */
  | "info"
  /** Odd, but handled. */
  | "warn"
  /** Wrong. */
  | "error";

/** A value, by the seven types a parameter may have. */
export type ParameterValue =
  /** 布尔 */
  | { tag: "boolean"; val: boolean }
  /** 数值: a decimal number as text, for example "12.50", exact in every language. */
  | { tag: "number"; val: string }
  /** 字符串 */
  | { tag: "text"; val: string }
  /** 集合 */
  | { tag: "set"; val: string[] }
  /** 部门: a department's key. */
  | { tag: "department"; val: string }
  /** 人员: a user's id. */
  | { tag: "person"; val: string }
  /** 角色: a role's name. */
  | { tag: "role"; val: string };

/** Why nothing was made. */
export type CryptoError =
  /** The gateway was not given a secret of this name. */
  | { tag: "no-secret"; val: string }
  /** The secret is not a key of the kind that is needed, or the data do not fit it. */
  | { tag: "unusable"; val: string };

/**
 * An amount of money. `minor` counts the smallest unit of the currency (fen, cent) and lies within
 * ±(2^53 − 1), so that every guest language holds it exactly; the host checks both directions.
 */
export interface Money {
  minor: number;
  /** ISO 4217 code, upper case, for example "CNY". */
  currency: string;
}

/** What every call is told about itself. A rule has no clock and no randomness but these. */
export interface Context {
  /** Identifier of the decision being made, for messages and logs. */
  decisionId: string;
  /** Slug of the tenant. */
  tenant: string;
  /** "Now", in milliseconds since 1970-01-01T00:00:00Z. */
  nowMs: number;
  /** Two words of randomness, recorded with the decision. */
  seed: [number, number];
  /** BCP 47 tag of the tenant's language, for example "zh-CN". */
  locale: string;
  /** The binding's configuration: a JSON text that satisfies `plugin.config-schema`. */
  config: string;
}

/** What the customer asks for. */
export type TicketKind =
  /** Send the goods back, get the money back. */
  | "return-refund"
  /** Money back without sending goods back. */
  | "refund-only"
  /** Other goods for these. */
  | "exchange"
  /** Send missing goods again. */
  | "resend"
  /** Mend the goods. */
  | "repair"
  /** The price fell after the sale; refund the difference. */
  | "price-protect"
  /** Claim from the carrier. */
  | "freight-claim"
  /** A complaint without a claim on goods or money. */
  | "complaint"
  /** A question. */
  | "inquiry";

/** How urgent a ticket is. */
export type Priority =
  /** May wait. */
  | "low"
  /** The default. */
  | "normal"
  /** Before normal ones. */
  | "high"
  /** Before everything. */
  | "urgent";

/** The person who bought. */
export interface Customer {
  /** Redress id, `cus_…`. */
  id: string;
  /** The shop's own id. */
  externalId: string;
  /** Display name. */
  name: string | null;
  /** The shop's level, for example "vip". */
  memberLevel: string | null;
  /** Tags people or rules have set. */
  tags: string[];
}

/** One line of the order. */
export interface OrderLine {
  /** The line's name within its order. */
  externalId: string;
  /** Stock keeping unit. */
  sku: string;
  /** What the shop called it. */
  title: string;
  /** Product category, for example "pet_device". */
  category: string | null;
  /** Bought quantity, at least 1. */
  quantity: number;
  /** Price of one. */
  unitPrice: Money;
}

/** The order as the shop reported it. */
export interface Order {
  /** Redress id, `ord_…`. */
  id: string;
  /** The shop's own order number. */
  externalId: string;
  /** When it was placed, milliseconds since the epoch. */
  placedAtMs: number | null;
  /** When the customer received it (签收), milliseconds since the epoch. */
  deliveredAtMs: number | null;
  /** What the customer paid in total. */
  paid: Money;
  /** What was bought. */
  lines: OrderLine[];
  /** Anything else the shop sent, as text. */
  attributes: [string, string][];
}

/** One line of the ticket: which goods, how many, why. */
export interface TicketLine {
  /** `external-id` of the order line, when the order is known. */
  orderLine: string | null;
  /** Stock keeping unit, empty when unknown. */
  sku: string;
  /** Product category, when known. */
  category: string | null;
  /** How many of them, at least 1. */
  quantity: number;
  /** Reason code, for example "unwanted" or "damaged". */
  reason: string;
  /** What is asked for this line. */
  requested: Money;
}

/** A form field: its name, and its value as JSON text. */
export interface Field {
  /** Name within the form. */
  name: string;
  /** Value as JSON text: `"text"`, `12`, `true`, `["a"]`. */
  value: string;
}

/** The ticket as it stands before the decision. */
export interface Ticket {
  /** Redress id, `tkt_…`. */
  id: string;
  /** The number people use. */
  number: string;
  /** What is asked for. */
  kind: TicketKind;
  /** Where it came from, for example "api" or "taobao". */
  channel: string;
  /** Problem label, for example "size_mismatch". */
  problemType: string | null;
  /** One line of text. */
  subject: string;
  /** The customer's words. */
  description: string;
  /** Current priority. */
  priority: Priority;
  /** Current tags. */
  tags: string[];
  /** Case axis, for example "submitted". */
  caseStatus: string;
  /** Goods axis, for example "with_customer". */
  goodsStatus: string;
  /** Money axis, for example "none". */
  moneyStatus: string;
  /** Dispute axis, for example "none". */
  disputeStatus: string;
  /** When it was created, milliseconds since the epoch. */
  createdAtMs: number;
  /** Goods in question; may be empty. */
  lines: TicketLine[];
  /** Values of the tenant's form. */
  fields: Field[];
}

/** All that is known of the case: the ticket with its customer and its order. */
export interface CaseFile {
  /** The ticket. */
  ticket: Ticket;
  /** Who bought, when known. */
  customer: Customer | null;
  /** What was bought, when known. */
  order: Order | null;
}

/** What happened to a ticket. */
export interface Event {
  /** Name, for example "ticket.created" or "refund.paid". */
  name: string;
  /** When, milliseconds since the epoch. */
  atMs: number;
  /** Who did it: a user's id, "customer", "system", or "rule:" and the plugin's name. */
  actor: string;
  /** Details as name and JSON text, for example ("amount", "{\"minor\":990,\"currency\":\"CNY\"}"). */
  details: [string, string][];
}

/** Who gets a message. */
export type Recipient =
  /** The customer of the ticket. */
  | { tag: "customer" }
  /** Everybody with this role. */
  | { tag: "role"; val: string }
  /** One user, by id. */
  | { tag: "user"; val: string }
  /** The merchant's systems: webhook endpoints that subscribe to the event. */
  | { tag: "system" };

/** One message to send. */
export interface Message {
  /** Channel, for example "webhook", "log", "email", "sms". */
  channel: string;
  /** Who gets it. */
  recipient: Recipient;
  /** Which template it was made from, for reports. */
  template: string | null;
  /** BCP 47 tag of the text. */
  locale: string;
  /** Subject line; may be empty. */
  subject: string;
  /** The text. */
  body: string;
}

/** Another place for a ticket. What is absent stays as it is. */
export interface Transfer {
  /** Key of the queue. */
  queue: string | null;
  /** Id of the person. */
  assignee: string | null;
  /** Why, in words for an agent. */
  reason: string;
}

/** A ticket that needs somebody higher up. */
export interface Escalation {
  /** Name of the role that shall look at it. */
  role: string;
  /** Why, in words for an agent. */
  reason: string;
}

/** Something a person shall do. */
export interface Task {
  /** What, in one line. */
  title: string;
  /** Name of the role that shall do it. */
  role: string;
  /** Within so many seconds from now; none for no limit. */
  withinSeconds: number | null;
}

/**
 * One thing an automation or a timetable wants done. The host checks each against the tenant, the binding's grants and
 * the ticket's state, does what is allowed, and notes on the ticket what is not.
 */
export type Intent =
  /** Fill in a form field. */
  | { tag: "set-field"; val: Field }
  /** Change the priority. */
  | { tag: "set-priority"; val: Priority }
  /** Add a tag. */
  | { tag: "add-tag"; val: string }
  /** Take a tag away. */
  | { tag: "remove-tag"; val: string }
  /** Send a message. */
  | { tag: "notify"; val: Message }
  /** Put the ticket elsewhere. */
  | { tag: "transfer"; val: Transfer }
  /** Call for somebody higher up: the priority becomes at least high, and the role is told. */
  | { tag: "escalate"; val: Escalation }
  /** Give somebody a task. */
  | { tag: "add-task"; val: Task };

/** One thing wrong with a value. */
export interface Violation {
  /** JSON Pointer to the value, for example "/tiers/0/up-to". */
  path: string;
  /** What is wrong and what to change. */
  message: string;
}

/** Why a rule could not answer. A rule that panics has no answer at all; both send the ticket to a person. */
export type RuleError =
  /** The case lacks what the rule needs. */
  | { tag: "invalid-input"; val: Violation[] }
  /** The configuration does not fit. */
  | { tag: "config"; val: Violation[] }
  /** Something the rule relies on is missing for now. */
  | { tag: "unavailable"; val: string }
  /** A defect in the rule. */
  | { tag: "internal"; val: string };

/** Name and version, shown to merchants and kept with every decision. */
export interface PluginInfo {
  /** Lower-case name with hyphens, for example "refund-tiers"; 1 to 64 characters. */
  name: string;
  /** Semantic version. */
  version: string;
  /** One line for the merchant. */
  description: string;
  /** Which SDK built it, for example "redress-sdk/1.0.0". */
  sdk: string;
}

/** A queue of the tenant. */
export interface Queue {
  /** Key, for example "finance". */
  key: string;
  /** Display name. */
  name: string;
}

/** A person who may take tickets. */
export interface Agent {
  /** Redress id, `usr_…`. */
  id: string;
  /** Display name. */
  name: string;
  /** Keys of the queues the person works in. */
  queues: string[];
  /** Skills, for example "pet_device" or "en". */
  skills: string[];
  /** Open tickets now. */
  openTickets: number;
  /** Open tickets the person should have at most; 0 means no limit. */
  capacity: number;
  /** Mean rating by customers in hundredths of a star (0–500); none without ratings. */
  rating: number | null;
  /** Present and willing to take tickets. */
  available: boolean;
}

/** Who could take it. */
export interface Desk {
  /** Queues of the tenant, by key. */
  queues: Queue[];
  /** People, by id. */
  agents: Agent[];
  /** Grows by one with every ticket of the tenant: the turn counter for round robin. */
  turn: number;
}

/** Where the ticket goes. What is absent stays as it is. */
export interface RouteDecision {
  /** Key of the queue. */
  queue: string | null;
  /** Id of the person. */
  assignee: string | null;
  /** Skills the person needs. */
  skills: string[];
  /** New priority. */
  priority: Priority | null;
  /** Tags to add. */
  tags: string[];
  /** Why, in words for an agent. */
  reason: string;
}

/** One reason for the score. */
export interface Signal {
  /** Stable code, for example "repeat_claims". */
  code: string;
  /** Share of the score, 0–100. */
  weight: number;
  /** Why, in words for an agent. */
  detail: string;
}

/** The answer. */
export interface Assessment {
  /** 0 (nothing odd) to 100 (certain). */
  score: number;
  /** Reasons. */
  signals: Signal[];
  /** Tags to add, for example "潜在滥用权益". */
  tags: string[];
}

/** What the fraud rules said. */
export interface Risk {
  /** Highest score, 0–100. */
  score: number;
  /** Codes of all signals. */
  signals: string[];
}

/** The refund in question. */
export interface RefundRequest {
  /** What the customer asks. */
  requested: Money;
  /** What would be paid after deductions known so far. */
  net: Money;
  /** What was already refunded on this order. */
  refundedBefore: Money;
  /** None when no fraud rule could answer: then nothing may be approved automatically. */
  risk: Risk | null;
}

/** How many holders of the role must agree. */
export type Quorum =
  /** One of them. */
  | { tag: "any" }
  /** All of them (会签). */
  | { tag: "all" }
  /** This many of them, at least 1. */
  | { tag: "at-least"; val: number };

/** Who must agree. */
export interface ApprovalNeed {
  /** Name of a role of the tenant, for example "supervisor". */
  role: string;
  /** How many of them. */
  quorum: Quorum;
  /** Attach the customer's purchase-behaviour report (用户历史购买行为分析报告). */
  withReport: boolean;
}

/** The answer, from mildest to strictest. */
export type Verdict =
  /** Pay without asking anybody. */
  | { tag: "approve" }
  /** Ask people. */
  | { tag: "needs-approval"; val: ApprovalNeed }
  /** Ask the customer for these fields first. */
  | { tag: "need-information"; val: string[] }
  /** Do not pay; the text goes to the customer. */
  | { tag: "reject"; val: string };

/** Money to keep back. */
export interface Deduction {
  /** Stable code, for example "missing_part". */
  code: string;
  /** How much, not negative. */
  amount: Money;
  /** Why, in words for the customer. */
  reason: string;
}

/** The answer with its reasons. */
export interface Decision {
  /** The verdict. */
  verdict: Verdict;
  /** Money to keep back if it is paid. */
  deductions: Deduction[];
  /** Why, in words for an agent. */
  explanation: string;
  /** Tags to add. */
  tags: string[];
}

/** A moment of the timetable. */
export interface Tick {
  /** When the timetable says, milliseconds since the epoch; `context.now-ms` may be a little later. */
  dueMs: number;
  /** The tick before it, when there was one. */
  previousMs: number | null;
}

/** Which rows are wanted. */
export interface Query {
  /** Leave out what is older, milliseconds since the epoch. */
  sinceMs: number | null;
  /** At most this many rows; the host gives no more than 200. */
  limit: number;
}

/** One earlier order. */
export interface OrderSummary {
  /** The shop's own order number. */
  externalId: string;
  /** When it was placed, milliseconds since the epoch. */
  placedAtMs: number | null;
  /** What was paid. */
  paid: Money;
  /** How many lines it has. */
  lines: number;
}

/** One earlier after-sales ticket of the customer; the case's own ticket is not among them. */
export interface AfterSaleSummary {
  /** The number people use. */
  number: string;
  /** What was asked for. */
  kind: TicketKind;
  /** Problem label. */
  problemType: string | null;
  /** Reason codes of its lines, without repeats. */
  reasons: string[];
  /** Stock keeping units of its lines, without repeats. */
  skus: string[];
  /** Case axis, for example "closed". */
  caseStatus: string;
  /** When it was created, milliseconds since the epoch. */
  createdAtMs: number;
  /** What was refunded or credited so far. */
  refunded: Money;
}

/** Sums over the customer's whole past in the case's currency, never capped. */
export interface Totals {
  /** Number of orders. */
  orders: number;
  /** Number of after-sales tickets, this one not counted. */
  afterSales: number;
  /** Paid over all orders. */
  paid: Money;
  /** Refunded over all tickets. */
  refunded: Money;
}

/** Why a look-up has no answer. */
export type AccessError =
  /** The tenant has not granted the look-up to this plugin. */
  | { tag: "denied"; val: string }
  /** The case has no customer. */
  | { tag: "no-customer" };

/** One order to pay money back. */
export interface Instruction {
  /** Redress id, `rfi_` and 32 hexadecimal digits. The idempotency key: the same for every attempt. */
  id: string;
  /** How much, positive. */
  amount: Money;
  /** The gateway's own id of the payment that came in. */
  payment: string;
  /** How much came in with that payment. */
  paid: Money;
  /** The gateway's own id of the refund, once it has said one. */
  reference: string | null;
  /** Number of the ticket, for statements. */
  ticket: string;
  /** The shop's own order number. */
  order: string | null;
  /** Why, in words for the customer. */
  reason: string;
  /** When it was decided, milliseconds since the epoch. */
  createdAtMs: number;
}

/** HTTP methods. */
export type Method =
  /** Reads. */
  | "get"
  /** Does. */
  | "post";

/** A header that holds a secret: the host writes `before`, then the secret. */
export interface SecretText {
  /** For example "Bearer ". */
  before: string;
  /** Name of the secret. */
  secret: string;
}

/** What a header says. */
export type HeaderValue =
  /** This. */
  | { tag: "text"; val: string }
  /** A secret, which the host fills in. */
  | { tag: "secret"; val: SecretText };

/** One header of a request. */
export interface Header {
  /** Its name. */
  name: string;
  /** What it says. */
  value: HeaderValue;
}

/** A request for the host to send. */
export interface HttpRequest {
  /** What to do. */
  method: Method;
  /** Where; https, and a host that the gateway lists. */
  url: string;
  /** Headers; `host` and `content-length` are the host's business. */
  headers: Header[];
  /** The body, as text; empty for none. */
  body: string;
}

/** What came back. */
export interface HttpResponse {
  /** Status. */
  status: number;
  /** Headers, names in lower case. */
  headers: [string, string][];
  /** The body, which is UTF-8 text of at most 64 KiB: anything else the host takes for unknown. */
  body: string;
}

/** What was asked. */
export type Purpose =
  /** To pay. */
  | "pay"
  /** What became of it. */
  | "query";

/** A refusal by the gateway. */
export interface Refusal {
  /** Why, in the gateway's words. */
  reason: string;
  /** True when the same request may succeed later, for example for want of balance. */
  retryable: boolean;
}

/** What became of an instruction. */
export type Outcome =
  /** The money is on its way; the gateway's own id of the refund. */
  | { tag: "paid"; val: string }
  /** The gateway has it and works on it; its own id of the refund, when it says one. */
  | { tag: "pending"; val: string | null }
  /** The gateway refused it, and will not pay. */
  | { tag: "failed"; val: Refusal }
  /** The gateway does not know it. Only an answer to a query may say so. */
  | { tag: "absent" }
  /** The answer says nothing certain; why. */
  | { tag: "unknown"; val: string };

/** What a gateway reported by itself. */
export interface Notice {
  /** Redress id of the instruction. */
  instruction: string;
  /** What became of it. */
  outcome: Outcome;
}
