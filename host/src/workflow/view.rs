//! How a ticket is answered.

use std::collections::BTreeSet;

use redress_domain::compare::Consequence;
use redress_domain::decide::Failure;
use redress_domain::decision::{Decision, DecisionRole, Outcome};
use redress_domain::event::EventKind;
use redress_domain::id::{CustomerId, DecisionId, OrderId, PluginId, TicketId, UserId};
use redress_domain::order::{Customer, Order};
use redress_domain::rule::{Deduction, Hook, Risk};
use redress_domain::status::{CaseStatus, DisputeStatus, GoodsStatus, MoneyStatus};
use redress_domain::ticket::{Approval, Priority, Refund, Ticket, TicketKind, TicketLine};
use redress_domain::{Money, Timestamp};
use serde::Serialize;
use utoipa::ToSchema;

use super::turn::Turn;
use crate::rules::Snapshot;

/// What a ticket says of itself.
#[derive(Debug, Serialize, ToSchema)]
pub struct TicketItem<'a> {
    /// Redress id.
    pub id: TicketId,
    /// The number people use.
    pub number: &'a str,
    /// Counts changes; the `ETag`.
    pub version: i64,
    /// What is asked for.
    pub kind: TicketKind,
    /// Where it came from.
    pub channel: &'a str,
    /// The channel's own number.
    pub external_ref: Option<&'a str>,
    /// One line of text.
    pub subject: &'a str,
    /// The customer's words.
    pub description: &'a str,
    /// Problem label.
    pub problem_type: Option<&'a str>,
    /// Where the case stands.
    pub case: CaseStatus,
    /// Where the goods are.
    pub goods: GoodsStatus,
    /// Where the money is.
    pub money: MoneyStatus,
    /// Where a dispute stands.
    pub dispute: DisputeStatus,
    /// Key of the queue it waits in.
    pub queue: Option<&'a str>,
    /// Person who has it.
    pub assignee: Option<UserId>,
    /// How urgent it is.
    pub priority: Priority,
    /// Tags.
    pub tags: &'a [String],
    /// What the fraud rules said; null when one failed.
    pub risk: Option<&'a Risk>,
    /// What the approval rules said; null when no money is asked.
    pub refund: Option<&'a Refund>,
    /// Agreements the refund waits for or has, in order.
    pub approvals: &'a [Approval],
    /// Money to keep back.
    pub deductions: &'a [Deduction],
    /// Goods in question.
    pub lines: &'a [TicketLine],
    /// Values of the form.
    #[schema(value_type = Object)]
    pub fields: &'a serde_json::Map<String, serde_json::Value>,
    /// When it was created.
    pub created_at: Timestamp,
    /// When it last changed.
    pub updated_at: Timestamp,
    /// When its present round began: it was opened again, by a person or by goods that came late.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reopened_at: Option<Timestamp>,
}

/// A ticket as lists show it: with whom and what it is about, and what is owed next.
#[derive(Debug, Serialize, ToSchema)]
pub struct TicketRow<'a> {
    /// The ticket.
    #[serde(flatten)]
    pub ticket: TicketItem<'a>,
    /// Who bought.
    pub customer: Option<CustomerRef<'a>>,
    /// What was bought.
    pub order: Option<OrderRef<'a>>,
    /// By when the next thing is owed that is still owed; only when something is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub due_at: Option<Timestamp>,
}

/// A ticket with all that belongs to it.
#[derive(Debug, Serialize, ToSchema)]
pub struct TicketView<'a> {
    /// The ticket.
    #[serde(flatten)]
    pub ticket: TicketItem<'a>,
    /// Who bought.
    pub customer: Option<CustomerRef<'a>>,
    /// What was bought.
    pub order: Option<OrderRef<'a>>,
    /// Key of the workflow that it goes through or went through last; `GET /tickets/{id}/workflow` says where it stands there. Null for a
    /// ticket without one.
    pub workflow: Option<&'a str>,
    /// What people may do to it now, by its state; another event would be refused. Who may do it, and what a workflow asks besides, its
    /// tasks and the caller's roles say.
    pub possible: BTreeSet<EventKind>,
    /// Rule calls about it, oldest first; those of this request only, where a request answers with the ticket.
    pub decisions: Vec<DecisionItem<'a>>,
    /// Rules that gave no usable answer: which plugin, why. People decide instead.
    pub failures: Vec<FailureItem<'a>>,
}

/// What is known around a ticket.
#[derive(Clone, Copy)]
pub struct Around<'a> {
    /// Who bought.
    pub customer: Option<&'a Customer>,
    /// What was bought.
    pub order: Option<&'a Order>,
    /// Key of its workflow.
    pub workflow: Option<&'a str>,
    /// The tenant's names.
    pub snapshot: &'a Snapshot,
    /// When it is looked at.
    pub now: Timestamp,
}

/// A customer in short.
#[derive(Debug, Serialize, ToSchema)]
pub struct CustomerRef<'a> {
    /// Redress id.
    pub id: CustomerId,
    /// The shop's own id.
    pub external_id: &'a str,
    /// Display name.
    pub name: Option<&'a str>,
    /// The shop's level.
    pub member_level: Option<&'a str>,
    /// Tags.
    pub tags: &'a [String],
}

/// An order in short.
#[derive(Debug, Serialize, ToSchema)]
pub struct OrderRef<'a> {
    /// Redress id.
    pub id: OrderId,
    /// The shop's own number.
    pub external_id: &'a str,
    /// What was paid.
    pub paid: Money,
}

/// A rule call in short.
#[derive(Debug, Serialize, ToSchema)]
pub struct DecisionItem<'a> {
    /// Redress id.
    pub id: DecisionId,
    /// Ticket it was made for.
    pub ticket: TicketId,
    /// Hook that was asked.
    pub hook: Hook,
    /// Name of the plugin.
    pub plugin: &'a str,
    /// Its version.
    pub version: &'a str,
    /// Its Redress id.
    pub plugin_id: PluginId,
    /// What it counted for.
    pub role: DecisionRole,
    /// What follows from it.
    pub consequence: &'a Consequence,
    /// How the call ended.
    pub outcome: Outcome,
    /// Fuel used.
    pub fuel: u64,
    /// When.
    pub at: Timestamp,
}

/// A rule that gave no usable answer.
#[derive(Debug, Serialize, ToSchema)]
pub struct FailureItem<'a> {
    /// Hook that was asked.
    pub hook: Hook,
    /// Name of the plugin.
    pub plugin: &'a str,
    /// Its version.
    pub version: &'a str,
    /// How the call ended.
    pub outcome: Outcome,
    /// What happened.
    pub message: &'a str,
}

impl<'a> TicketItem<'a> {
    /// A ticket with the names of its tenant.
    pub fn of(ticket: &'a Ticket, snapshot: &'a Snapshot) -> Self {
        Self {
            id: ticket.id,
            number: &ticket.number,
            version: ticket.version,
            kind: ticket.kind,
            channel: &ticket.channel,
            external_ref: ticket.external_ref.as_deref(),
            subject: &ticket.subject,
            description: &ticket.description,
            problem_type: ticket.problem_type.as_deref(),
            case: ticket.axes.case,
            goods: ticket.axes.goods,
            money: ticket.axes.money,
            dispute: ticket.axes.dispute,
            queue: ticket.queue.and_then(|id| snapshot.queue_key(id)),
            assignee: ticket.assignee,
            priority: ticket.priority,
            tags: &ticket.tags,
            risk: ticket.risk.as_ref(),
            refund: ticket.refund.as_ref(),
            approvals: &ticket.approvals,
            deductions: &ticket.deductions,
            lines: &ticket.lines,
            fields: &ticket.fields,
            created_at: ticket.created_at,
            updated_at: ticket.updated_at,
            reopened_at: ticket.reopened_at,
        }
    }
}

impl<'a> CustomerRef<'a> {
    /// A customer in short.
    pub fn of(customer: &'a Customer) -> Self {
        Self {
            id: customer.id,
            external_id: &customer.external_id,
            name: customer.name.as_deref(),
            member_level: customer.member_level.as_deref(),
            tags: &customer.tags,
        }
    }
}

impl<'a> OrderRef<'a> {
    /// An order in short.
    pub fn of(order: &'a Order) -> Self {
        Self { id: order.id, external_id: &order.external_id, paid: order.paid }
    }
}

impl<'a> TicketView<'a> {
    /// A ticket with what was read around it.
    pub fn of(
        ticket: &'a Ticket,
        around: Around<'a>,
        decisions: &'a [Decision],
        failures: impl IntoIterator<Item = FailureItem<'a>>,
    ) -> Self {
        Self {
            ticket: TicketItem::of(ticket, around.snapshot),
            customer: around.customer.map(CustomerRef::of),
            order: around.order.map(OrderRef::of),
            workflow: around.workflow,
            possible: ticket.possible(around.now),
            decisions: decisions.iter().map(DecisionItem::of).collect(),
            failures: failures.into_iter().collect(),
        }
    }

    /// The ticket as a turn leaves it.
    pub fn of_turn(turn: &'a Turn) -> Self {
        let case = turn.case();
        let failures = turn.failures().iter().map(FailureItem::of);
        let around = Around {
            customer: case.customer.as_ref(),
            order: case.order.as_ref(),
            workflow: turn.running().map(|running| running.run.definition.as_str()),
            snapshot: turn.snapshot(),
            now: turn.now(),
        };
        Self::of(&case.ticket, around, turn.decisions(), failures)
    }
}

impl<'a> DecisionItem<'a> {
    /// A decision in short.
    pub fn of(decision: &'a Decision) -> Self {
        Self {
            id: decision.id,
            ticket: decision.ticket,
            hook: decision.hook,
            plugin: &decision.plugin_name,
            version: &decision.plugin_version,
            plugin_id: decision.plugin,
            role: decision.role,
            consequence: &decision.consequence,
            outcome: decision.outcome,
            fuel: decision.fuel,
            at: decision.at,
        }
    }
}

impl<'a> FailureItem<'a> {
    /// A failure as the rules' answers were combined.
    pub fn of(failure: &'a Failure) -> Self {
        Self { hook: failure.hook, plugin: &failure.plugin, version: &failure.version, outcome: failure.outcome, message: &failure.message }
    }

    /// The failures among a ticket's decisions, oldest first: calls that should have counted and that nobody answered for.
    pub fn recorded(decisions: &'a [Decision]) -> impl Iterator<Item = Self> {
        let unanswered = |at: &usize| decisions[*at].role != DecisionRole::Shadow && !answered_for(decisions, *at);
        (0..decisions.len()).filter(unanswered).filter_map(|at| Self::told(&decisions[at]))
    }

    fn told(decision: &'a Decision) -> Option<Self> {
        let fault = decision.fault.as_ref()?;
        Some(Self {
            hook: decision.hook,
            plugin: &decision.plugin_name,
            version: &decision.plugin_version,
            outcome: decision.outcome,
            message: &fault.message,
        })
    }
}

/// True when the next call stood in for this one, and it or its own stand-in answered: the bound rule for a canary, an earlier
/// version for either.
fn answered_for(decisions: &[Decision], at: usize) -> bool {
    let (Some(this), Some(next)) = (decisions.get(at), decisions.get(at + 1)) else { return false };
    let stands_in = matches!(
        (this.role, next.role),
        (DecisionRole::Canary, DecisionRole::Active) | (DecisionRole::Canary | DecisionRole::Active, DecisionRole::Fallback)
    );
    let same_question = this.hook == next.hook && this.question_digest == next.question_digest;
    stands_in && same_question && (next.outcome == Outcome::Ok || answered_for(decisions, at + 1))
}
