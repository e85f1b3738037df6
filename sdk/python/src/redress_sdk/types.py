"""The words of the contract. Made from wit/ by sdk/cli/tests/bindings; do not change by hand."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Optional, Union

from . import _methods

__all__ = [
    "Level",
    "ParameterValueBoolean",
    "ParameterValueNumber",
    "ParameterValueText",
    "ParameterValueSet",
    "ParameterValueDepartment",
    "ParameterValuePerson",
    "ParameterValueRole",
    "ParameterValue",
    "CryptoErrorNoSecret",
    "CryptoErrorUnusable",
    "Money",
    "Context",
    "TicketKind",
    "Priority",
    "Customer",
    "OrderLine",
    "Order",
    "TicketLine",
    "Field",
    "Ticket",
    "CaseFile",
    "Event",
    "RecipientCustomer",
    "RecipientRole",
    "RecipientUser",
    "RecipientSystem",
    "Recipient",
    "Message",
    "Transfer",
    "Escalation",
    "Task",
    "IntentSetField",
    "IntentSetPriority",
    "IntentAddTag",
    "IntentRemoveTag",
    "IntentNotify",
    "IntentTransfer",
    "IntentEscalate",
    "IntentAddTask",
    "Intent",
    "Violation",
    "PluginInfo",
    "Queue",
    "Agent",
    "Desk",
    "RouteDecision",
    "Signal",
    "Assessment",
    "Risk",
    "RefundRequest",
    "QuorumAny",
    "QuorumAll",
    "QuorumAtLeast",
    "Quorum",
    "ApprovalNeed",
    "VerdictApprove",
    "VerdictNeedsApproval",
    "VerdictNeedInformation",
    "VerdictReject",
    "Verdict",
    "Deduction",
    "Decision",
    "Tick",
    "Query",
    "OrderSummary",
    "AfterSaleSummary",
    "Totals",
    "AccessErrorDenied",
    "AccessErrorNoCustomer",
    "AccessError",
    "Instruction",
    "Method",
    "SecretText",
    "HeaderValueText",
    "HeaderValueSecret",
    "HeaderValue",
    "Header",
    "HttpRequest",
    "HttpResponse",
    "Purpose",
    "Refusal",
    "OutcomePaid",
    "OutcomePending",
    "OutcomeFailed",
    "OutcomeAbsent",
    "OutcomeUnknown",
    "Outcome",
    "Notice",
]


class Level(Enum):
    """How much a line matters."""
    DEBUG = 0
    """For the author."""
    INFO = 1
    """Worth knowing."""
    WARN = 2
    """Odd, but handled."""
    ERROR = 3
    """Wrong."""


@dataclass
class ParameterValueBoolean:
    """布尔"""
    value: bool


@dataclass
class ParameterValueNumber:
    """数值: a decimal number as text, for example "12.50", exact in every language."""
    value: str


@dataclass
class ParameterValueText:
    """字符串"""
    value: str


@dataclass
class ParameterValueSet:
    """集合"""
    value: list[str]


@dataclass
class ParameterValueDepartment:
    """部门: a department's key."""
    value: str


@dataclass
class ParameterValuePerson:
    """人员: a user's id."""
    value: str


@dataclass
class ParameterValueRole:
    """角色: a role's name."""
    value: str


ParameterValue = Union[ParameterValueBoolean, ParameterValueNumber, ParameterValueText, ParameterValueSet, ParameterValueDepartment, ParameterValuePerson, ParameterValueRole]
"""A value, by the seven types a parameter may have."""


@dataclass
class CryptoErrorNoSecret:
    """The gateway was not given a secret of this name."""
    value: str


@dataclass
class CryptoErrorUnusable:
    """The secret is not a key of the kind that is needed, or the data do not fit it."""
    value: str


CryptoError = Union[CryptoErrorNoSecret, CryptoErrorUnusable]
"""Why nothing was made."""


@dataclass
class Money(_methods.MoneyMethods):
    """An amount of money. `minor` counts the smallest unit of the currency (fen, cent) and lies within ±(2^53 − 1), so that every guest language holds it exactly; the host checks both directions."""
    minor: int
    """"""
    currency: str
    """ISO 4217 code, upper case, for example "CNY"."""


@dataclass
class Context:
    """What every call is told about itself. A rule has no clock and no randomness but these."""
    decision_id: str
    """Identifier of the decision being made, for messages and logs."""
    tenant: str
    """Slug of the tenant."""
    now_ms: int
    """"Now", in milliseconds since 1970-01-01T00:00:00Z."""
    seed: tuple[int, int]
    """Two words of randomness, recorded with the decision."""
    locale: str
    """BCP 47 tag of the tenant's language, for example "zh-CN"."""
    config: str
    """The binding's configuration: a JSON text that satisfies `plugin.config-schema`."""


class TicketKind(_methods.TicketKindMethods, Enum):
    """What the customer asks for."""
    RETURN_REFUND = 0
    """Send the goods back, get the money back."""
    REFUND_ONLY = 1
    """Money back without sending goods back."""
    EXCHANGE = 2
    """Other goods for these."""
    RESEND = 3
    """Send missing goods again."""
    REPAIR = 4
    """Mend the goods."""
    PRICE_PROTECT = 5
    """The price fell after the sale; refund the difference."""
    FREIGHT_CLAIM = 6
    """Claim from the carrier."""
    COMPLAINT = 7
    """A complaint without a claim on goods or money."""
    INQUIRY = 8
    """A question."""


class Priority(Enum):
    """How urgent a ticket is."""
    LOW = 0
    """May wait."""
    NORMAL = 1
    """The default."""
    HIGH = 2
    """Before normal ones."""
    URGENT = 3
    """Before everything."""


@dataclass
class Customer:
    """The person who bought."""
    id: str
    """Redress id, `cus_…`."""
    external_id: str
    """The shop's own id."""
    name: Optional[str]
    """Display name."""
    member_level: Optional[str]
    """The shop's level, for example "vip"."""
    tags: list[str]
    """Tags people or rules have set."""


@dataclass
class OrderLine:
    """One line of the order."""
    external_id: str
    """The line's name within its order."""
    sku: str
    """Stock keeping unit."""
    title: str
    """What the shop called it."""
    category: Optional[str]
    """Product category, for example "pet_device"."""
    quantity: int
    """Bought quantity, at least 1."""
    unit_price: Money
    """Price of one."""


@dataclass
class Order(_methods.OrderMethods):
    """The order as the shop reported it."""
    id: str
    """Redress id, `ord_…`."""
    external_id: str
    """The shop's own order number."""
    placed_at_ms: Optional[int]
    """When it was placed, milliseconds since the epoch."""
    delivered_at_ms: Optional[int]
    """When the customer received it (签收), milliseconds since the epoch."""
    paid: Money
    """What the customer paid in total."""
    lines: list[OrderLine]
    """What was bought."""
    attributes: list[tuple[str, str]]
    """Anything else the shop sent, as text."""


@dataclass
class TicketLine:
    """One line of the ticket: which goods, how many, why."""
    order_line: Optional[str]
    """`external-id` of the order line, when the order is known."""
    sku: str
    """Stock keeping unit, empty when unknown."""
    category: Optional[str]
    """Product category, when known."""
    quantity: int
    """How many of them, at least 1."""
    reason: str
    """Reason code, for example "unwanted" or "damaged"."""
    requested: Money
    """What is asked for this line."""


@dataclass
class Field:
    """A form field: its name, and its value as JSON text."""
    name: str
    """Name within the form."""
    value: str
    """Value as JSON text: `"text"`, `12`, `true`, `["a"]`."""


@dataclass
class Ticket(_methods.TicketMethods):
    """The ticket as it stands before the decision."""
    id: str
    """Redress id, `tkt_…`."""
    number: str
    """The number people use."""
    kind: TicketKind
    """What is asked for."""
    channel: str
    """Where it came from, for example "api" or "taobao"."""
    problem_type: Optional[str]
    """Problem label, for example "size_mismatch"."""
    subject: str
    """One line of text."""
    description: str
    """The customer's words."""
    priority: Priority
    """Current priority."""
    tags: list[str]
    """Current tags."""
    case_status: str
    """Case axis, for example "submitted"."""
    goods_status: str
    """Goods axis, for example "with_customer"."""
    money_status: str
    """Money axis, for example "none"."""
    dispute_status: str
    """Dispute axis, for example "none"."""
    created_at_ms: int
    """When it was created, milliseconds since the epoch."""
    lines: list[TicketLine]
    """Goods in question; may be empty."""
    fields: list[Field]
    """Values of the tenant's form."""


@dataclass
class CaseFile(_methods.CaseFileMethods):
    """All that is known of the case: the ticket with its customer and its order."""
    ticket: Ticket
    """The ticket."""
    customer: Optional[Customer]
    """Who bought, when known."""
    order: Optional[Order]
    """What was bought, when known."""


@dataclass
class Event(_methods.EventMethods):
    """What happened to a ticket."""
    name: str
    """Name, for example "ticket.created" or "refund.paid"."""
    at_ms: int
    """When, milliseconds since the epoch."""
    actor: str
    """Who did it: a user's id, "customer", "system", or "rule:" and the plugin's name."""
    details: list[tuple[str, str]]
    """Details as name and JSON text, for example ("amount", "{\\"minor\\":990,\\"currency\\":\\"CNY\\"}")."""


@dataclass
class RecipientCustomer:
    """The customer of the ticket."""


@dataclass
class RecipientRole:
    """Everybody with this role."""
    value: str


@dataclass
class RecipientUser:
    """One user, by id."""
    value: str


@dataclass
class RecipientSystem:
    """The merchant's systems: webhook endpoints that subscribe to the event."""


Recipient = Union[RecipientCustomer, RecipientRole, RecipientUser, RecipientSystem]
"""Who gets a message."""


@dataclass
class Message:
    """One message to send."""
    channel: str
    """Channel, for example "webhook", "log", "email", "sms"."""
    recipient: Recipient
    """Who gets it."""
    template: Optional[str]
    """Which template it was made from, for reports."""
    locale: str
    """BCP 47 tag of the text."""
    subject: str
    """Subject line; may be empty."""
    body: str
    """The text."""


@dataclass
class Transfer:
    """Another place for a ticket. What is absent stays as it is."""
    queue: Optional[str]
    """Key of the queue."""
    assignee: Optional[str]
    """Id of the person."""
    reason: str
    """Why, in words for an agent."""


@dataclass
class Escalation:
    """A ticket that needs somebody higher up."""
    role: str
    """Name of the role that shall look at it."""
    reason: str
    """Why, in words for an agent."""


@dataclass
class Task:
    """Something a person shall do."""
    title: str
    """What, in one line."""
    role: str
    """Name of the role that shall do it."""
    within_seconds: Optional[int]
    """Within so many seconds from now; none for no limit."""


@dataclass
class IntentSetField:
    """Fill in a form field."""
    value: Field


@dataclass
class IntentSetPriority:
    """Change the priority."""
    value: Priority


@dataclass
class IntentAddTag:
    """Add a tag."""
    value: str


@dataclass
class IntentRemoveTag:
    """Take a tag away."""
    value: str


@dataclass
class IntentNotify:
    """Send a message."""
    value: Message


@dataclass
class IntentTransfer:
    """Put the ticket elsewhere."""
    value: Transfer


@dataclass
class IntentEscalate:
    """Call for somebody higher up: the priority becomes at least high, and the role is told."""
    value: Escalation


@dataclass
class IntentAddTask:
    """Give somebody a task."""
    value: Task


Intent = Union[IntentSetField, IntentSetPriority, IntentAddTag, IntentRemoveTag, IntentNotify, IntentTransfer, IntentEscalate, IntentAddTask]
"""One thing an automation or a timetable wants done. The host checks each against the tenant, the binding's grants and the ticket's state, does what is allowed, and notes on the ticket what is not."""


@dataclass
class Violation:
    """One thing wrong with a value."""
    path: str
    """JSON Pointer to the value, for example "/tiers/0/up-to"."""
    message: str
    """What is wrong and what to change."""


@dataclass
class RuleErrorInvalidInput:
    """The case lacks what the rule needs."""
    value: list[Violation]


@dataclass
class RuleErrorConfig:
    """The configuration does not fit."""
    value: list[Violation]


@dataclass
class RuleErrorUnavailable:
    """Something the rule relies on is missing for now."""
    value: str


@dataclass
class RuleErrorInternal:
    """A defect in the rule."""
    value: str


RuleError = Union[RuleErrorInvalidInput, RuleErrorConfig, RuleErrorUnavailable, RuleErrorInternal]
"""Why a rule could not answer. A rule that panics has no answer at all; both send the ticket to a person."""


@dataclass
class PluginInfo:
    """Name and version, shown to merchants and kept with every decision."""
    name: str
    """Lower-case name with hyphens, for example "refund-tiers"; 1 to 64 characters."""
    version: str
    """Semantic version."""
    description: str
    """One line for the merchant."""
    sdk: str
    """Which SDK built it, for example "redress-sdk/1.0.0"."""


@dataclass
class Queue:
    """A queue of the tenant."""
    key: str
    """Key, for example "finance"."""
    name: str
    """Display name."""


@dataclass
class Agent(_methods.AgentMethods):
    """A person who may take tickets."""
    id: str
    """Redress id, `usr_…`."""
    name: str
    """Display name."""
    queues: list[str]
    """Keys of the queues the person works in."""
    skills: list[str]
    """Skills, for example "pet_device" or "en"."""
    open_tickets: int
    """Open tickets now."""
    capacity: int
    """Open tickets the person should have at most; 0 means no limit."""
    rating: Optional[int]
    """Mean rating by customers in hundredths of a star (0–500); none without ratings."""
    available: bool
    """Present and willing to take tickets."""


@dataclass
class Desk(_methods.DeskMethods):
    """Who could take it."""
    queues: list[Queue]
    """Queues of the tenant, by key."""
    agents: list[Agent]
    """People, by id."""
    turn: int
    """Grows by one with every ticket of the tenant: the turn counter for round robin."""


@dataclass
class RouteDecision(_methods.RouteDecisionMethods):
    """Where the ticket goes. What is absent stays as it is."""
    queue: Optional[str]
    """Key of the queue."""
    assignee: Optional[str]
    """Id of the person."""
    skills: list[str]
    """Skills the person needs."""
    priority: Optional[Priority]
    """New priority."""
    tags: list[str]
    """Tags to add."""
    reason: str
    """Why, in words for an agent."""


@dataclass
class Signal:
    """One reason for the score."""
    code: str
    """Stable code, for example "repeat_claims"."""
    weight: int
    """Share of the score, 0–100."""
    detail: str
    """Why, in words for an agent."""


@dataclass
class Assessment(_methods.AssessmentMethods):
    """The answer."""
    score: int
    """0 (nothing odd) to 100 (certain)."""
    signals: list[Signal]
    """Reasons."""
    tags: list[str]
    """Tags to add, for example "潜在滥用权益"."""


@dataclass
class Risk:
    """What the fraud rules said."""
    score: int
    """Highest score, 0–100."""
    signals: list[str]
    """Codes of all signals."""


@dataclass
class RefundRequest:
    """The refund in question."""
    requested: Money
    """What the customer asks."""
    net: Money
    """What would be paid after deductions known so far."""
    refunded_before: Money
    """What was already refunded on this order."""
    risk: Optional[Risk]
    """None when no fraud rule could answer: then nothing may be approved automatically."""


@dataclass
class QuorumAny:
    """One of them."""


@dataclass
class QuorumAll:
    """All of them (会签)."""


@dataclass
class QuorumAtLeast:
    """This many of them, at least 1."""
    value: int


Quorum = Union[QuorumAny, QuorumAll, QuorumAtLeast]
"""How many holders of the role must agree."""


@dataclass
class ApprovalNeed(_methods.ApprovalNeedMethods):
    """Who must agree."""
    role: str
    """Name of a role of the tenant, for example "supervisor"."""
    quorum: Quorum
    """How many of them."""
    with_report: bool
    """Attach the customer's purchase-behaviour report (用户历史购买行为分析报告)."""


@dataclass
class VerdictApprove:
    """Pay without asking anybody."""


@dataclass
class VerdictNeedsApproval:
    """Ask people."""
    value: ApprovalNeed


@dataclass
class VerdictNeedInformation:
    """Ask the customer for these fields first."""
    value: list[str]


@dataclass
class VerdictReject:
    """Do not pay; the text goes to the customer."""
    value: str


Verdict = Union[VerdictApprove, VerdictNeedsApproval, VerdictNeedInformation, VerdictReject]
"""The answer, from mildest to strictest."""


@dataclass
class Deduction:
    """Money to keep back."""
    code: str
    """Stable code, for example "missing_part"."""
    amount: Money
    """How much, not negative."""
    reason: str
    """Why, in words for the customer."""


@dataclass
class Decision(_methods.DecisionMethods):
    """The answer with its reasons."""
    verdict: Verdict
    """The verdict."""
    deductions: list[Deduction]
    """Money to keep back if it is paid."""
    explanation: str
    """Why, in words for an agent."""
    tags: list[str]
    """Tags to add."""


@dataclass
class Tick:
    """A moment of the timetable."""
    due_ms: int
    """When the timetable says, milliseconds since the epoch; `context.now-ms` may be a little later."""
    previous_ms: Optional[int]
    """The tick before it, when there was one."""


@dataclass
class Query:
    """Which rows are wanted."""
    since_ms: Optional[int]
    """Leave out what is older, milliseconds since the epoch."""
    limit: int
    """At most this many rows; the host gives no more than 200."""


@dataclass
class OrderSummary:
    """One earlier order."""
    external_id: str
    """The shop's own order number."""
    placed_at_ms: Optional[int]
    """When it was placed, milliseconds since the epoch."""
    paid: Money
    """What was paid."""
    lines: int
    """How many lines it has."""


@dataclass
class AfterSaleSummary:
    """One earlier after-sales ticket of the customer; the case's own ticket is not among them."""
    number: str
    """The number people use."""
    kind: TicketKind
    """What was asked for."""
    problem_type: Optional[str]
    """Problem label."""
    reasons: list[str]
    """Reason codes of its lines, without repeats."""
    skus: list[str]
    """Stock keeping units of its lines, without repeats."""
    case_status: str
    """Case axis, for example "closed"."""
    created_at_ms: int
    """When it was created, milliseconds since the epoch."""
    refunded: Money
    """What was refunded or credited so far."""


@dataclass
class Totals:
    """Sums over the customer's whole past in the case's currency, never capped."""
    orders: int
    """Number of orders."""
    after_sales: int
    """Number of after-sales tickets, this one not counted."""
    paid: Money
    """Paid over all orders."""
    refunded: Money
    """Refunded over all tickets."""


@dataclass
class AccessErrorDenied:
    """The tenant has not granted the look-up to this plugin."""
    value: str


@dataclass
class AccessErrorNoCustomer:
    """The case has no customer."""


AccessError = Union[AccessErrorDenied, AccessErrorNoCustomer]
"""Why a look-up has no answer."""


@dataclass
class Instruction:
    """One order to pay money back."""
    id: str
    """Redress id, `rfi_` and 32 hexadecimal digits. The idempotency key: the same for every attempt."""
    amount: Money
    """How much, positive."""
    payment: str
    """The gateway's own id of the payment that came in."""
    paid: Money
    """How much came in with that payment."""
    reference: Optional[str]
    """The gateway's own id of the refund, once it has said one."""
    ticket: str
    """Number of the ticket, for statements."""
    order: Optional[str]
    """The shop's own order number."""
    reason: str
    """Why, in words for the customer."""
    created_at_ms: int
    """When it was decided, milliseconds since the epoch."""


class Method(Enum):
    """HTTP methods."""
    GET = 0
    """Reads."""
    POST = 1
    """Does."""


@dataclass
class SecretText:
    """A header that holds a secret: the host writes `before`, then the secret."""
    before: str
    """For example "Bearer "."""
    secret: str
    """Name of the secret."""


@dataclass
class HeaderValueText:
    """This."""
    value: str


@dataclass
class HeaderValueSecret:
    """A secret, which the host fills in."""
    value: SecretText


HeaderValue = Union[HeaderValueText, HeaderValueSecret]
"""What a header says."""


@dataclass
class Header:
    """One header of a request."""
    name: str
    """Its name."""
    value: HeaderValue
    """What it says."""


@dataclass
class HttpRequest(_methods.HttpRequestMethods):
    """A request for the host to send."""
    method: Method
    """What to do."""
    url: str
    """Where; https, and a host that the gateway lists."""
    headers: list[Header]
    """Headers; `host` and `content-length` are the host's business."""
    body: str
    """The body, as text; empty for none."""


@dataclass
class HttpResponse(_methods.HttpResponseMethods):
    """What came back."""
    status: int
    """Status."""
    headers: list[tuple[str, str]]
    """Headers, names in lower case."""
    body: str
    """The body, which is UTF-8 text of at most 64 KiB: anything else the host takes for unknown."""


class Purpose(Enum):
    """What was asked."""
    PAY = 0
    """To pay."""
    QUERY = 1
    """What became of it."""


@dataclass
class Refusal:
    """A refusal by the gateway."""
    reason: str
    """Why, in the gateway's words."""
    retryable: bool
    """True when the same request may succeed later, for example for want of balance."""


@dataclass
class OutcomePaid:
    """The money is on its way; the gateway's own id of the refund."""
    value: str


@dataclass
class OutcomePending:
    """The gateway has it and works on it; its own id of the refund, when it says one."""
    value: Optional[str]


@dataclass
class OutcomeFailed:
    """The gateway refused it, and will not pay."""
    value: Refusal


@dataclass
class OutcomeAbsent:
    """The gateway does not know it. Only an answer to a query may say so."""


@dataclass
class OutcomeUnknown:
    """The answer says nothing certain; why."""
    value: str


Outcome = Union[OutcomePaid, OutcomePending, OutcomeFailed, OutcomeAbsent, OutcomeUnknown]
"""What became of an instruction."""


@dataclass
class Notice:
    """What a gateway reported by itself."""
    instruction: str
    """Redress id of the instruction."""
    outcome: Outcome
    """What became of it."""
