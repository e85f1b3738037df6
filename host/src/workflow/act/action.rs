//! What people may do to a ticket.

use redress_domain::approval::{self, ApprovalError};
use redress_domain::event::{Author, Event, EventKind};
use redress_domain::id::{QueueId, TenantId, UserId};
use redress_domain::ledger::Draft;
use redress_domain::sla::Goal;
use redress_domain::status::CaseStatus;
use redress_domain::ticket::{LineAmount, Priority};
use redress_domain::timeline::Actor;
use redress_domain::{Money, Timestamp};
use redress_store::user;

use super::{DisputeStep, Doer};
use crate::workflow::turn::Turn;
use crate::workflow::{Error, Workflow};

/// One thing a person does to a ticket.
#[derive(Debug, Clone)]
pub enum Action {
    /// Writes a message, or passes on the customer's answer.
    Message {
        /// Who wrote it.
        author: Author,
        /// The text.
        body: String,
        /// The customer must not see it.
        internal: bool,
        /// Form values that came with it.
        fields: serde_json::Map<String, serde_json::Value>,
    },
    /// Takes the ticket.
    Accept,
    /// Agrees.
    Approve {
        /// In their words.
        opinion: Option<String>,
        /// A lower amount than the one asked.
        amount: Option<Money>,
    },
    /// Refuses.
    Reject {
        /// Why.
        opinion: String,
    },
    /// Hands the ticket over.
    Transfer {
        /// Key of the new queue.
        queue: Option<String>,
        /// The new person.
        assignee: Option<UserId>,
        /// Why.
        reason: Option<String>,
        /// The queue of that key; filled in by the workflow.
        queue_id: Option<QueueId>,
    },
    /// Says of a ticket what agents say of it; what is left out stays.
    Describe {
        /// How urgent it is.
        priority: Option<Priority>,
        /// All of its tags.
        tags: Option<Vec<String>>,
    },
    /// Withdraws it for the customer.
    Cancel {
        /// Why.
        reason: Option<String>,
    },
    /// Asks the customer.
    RequestInformation {
        /// The question.
        message: String,
        /// Names of the fields that are missing.
        fields: Vec<String>,
    },
    /// Takes a finished or refused ticket up again.
    Reopen {
        /// Why.
        reason: Option<String>,
    },
    /// Notes what the sales platform demands.
    SetDeadline {
        /// What has to happen.
        goal: Goal,
        /// By when; `None` takes the demand back.
        due: Option<Timestamp>,
    },
    /// Asks for other amounts.
    ChangeAmount {
        /// What is asked for lines now.
        lines: Vec<LineAmount>,
        /// Why.
        reason: String,
    },
    /// Books what finance agreed with the customer, and pays what is due then.
    Settle {
        /// What to book.
        entries: Vec<Draft>,
    },
    /// Notes that the platform or somebody else paid.
    RefundedElsewhere {
        /// How much.
        amount: Money,
        /// Their reference.
        reference: Option<String>,
    },
    /// Begins to fetch money back (追缴).
    ClawBack {
        /// How much.
        amount: Money,
        /// Why.
        reason: String,
    },
    /// Notes that the money came back.
    Collected {
        /// How much.
        amount: Money,
    },
    /// Lets the money go.
    Waive {
        /// Why.
        reason: String,
    },
    /// Takes a step of its dispute.
    Dispute(DisputeStep),
}

impl Action {
    /// Who stands on the timeline: the customer for what the customer said.
    pub(super) fn actor(&self, doer: &Doer) -> Actor {
        match self {
            Self::Message { author: Author::Customer, .. } => Actor::Customer,
            _ => Actor::User(doer.user),
        }
    }

    /// Applies it to the turn.
    pub(super) fn apply(self, turn: &mut Turn, doer: &Doer) -> Result<(), Error> {
        match self {
            Self::Message { author, body, internal, fields } => message(turn, author, body, internal, fields, Some(doer.user)),
            Self::Accept => turn.apply(Event::Accepted { by: doer.user }),
            Self::Approve { opinion, amount } => {
                unsteered(turn)?;
                authorize(turn, doer, true)?;
                turn.apply(Event::Agreed { by: doer.user, opinion, amount })
            }
            Self::Reject { opinion } => {
                unsteered(turn)?;
                authorize(turn, doer, false)?;
                turn.apply(Event::Rejected { by: doer.user, opinion })
            }
            Self::Transfer { queue_id, assignee, reason, .. } => turn.apply(Event::Transferred { queue: queue_id, assignee, reason }),
            Self::Describe { priority, tags } => {
                if let Some(priority) = priority {
                    turn.set_priority(priority);
                }
                if let Some(tags) = tags {
                    turn.set_tags(tags);
                }
                Ok(())
            }
            Self::Cancel { reason } => turn.apply(Event::Cancelled { reason }),
            Self::RequestInformation { message, fields } => turn.apply(Event::InformationRequested { message, fields }),
            Self::Reopen { reason } => reopen(turn, reason),
            Self::SetDeadline { goal, due } => {
                turn.demand(&goal, due);
                Ok(())
            }
            Self::ChangeAmount { lines, reason } => turn.change_amount(lines, reason),
            Self::Settle { entries } => turn.settle(entries, doer),
            Self::RefundedElsewhere { amount, reference } => turn.refunded_elsewhere(amount, reference),
            Self::ClawBack { amount, reason } => turn.claw_back(amount, reason),
            Self::Collected { amount } => turn.collected(amount),
            Self::Waive { reason } => turn.apply(Event::ClawbackWaived { reason }),
            Self::Dispute(step) => step.apply(turn, doer),
        }
    }
}

/// While a workflow runs, its buttons decide: whoever agreed past them would leave out those who must agree as well.
fn unsteered(turn: &Turn) -> Result<(), Error> {
    let Some(running) = turn.running().filter(|running| running.run.is_running()) else { return Ok(()) };
    let (id, state) = (turn.ticket().id.to_string(), format!("in the workflow '{}'", running.run.definition));
    Err(Error::NotNow { what: "ticket", id, state, why: "press a button of its task; GET /tickets/{id}/workflow shows them" })
}

/// Who refuses needs the same standing as who agrees; having agreed before does not keep anybody from refusing. Where money would go
/// back and nobody is named who must agree, because a workflow that was to say so has ended without, the highest role does (D3).
fn authorize(turn: &Turn, doer: &Doer, agrees: bool) -> Result<(), Error> {
    let ticket = turn.ticket();
    if agrees && ticket.approvals.is_empty() && ticket.refund.as_ref().is_some_and(|refund| refund.amount.minor() > 0) {
        return turn.check_highest(doer);
    }
    match approval::check(turn.ticket(), doer.user, &doer.roles, &turn.snapshot().limits.roles) {
        Err(ApprovalError::Twice { .. }) if !agrees => Ok(()),
        result => Ok(result?),
    }
}

pub(super) fn message(
    turn: &mut Turn,
    author: Author,
    body: String,
    internal: bool,
    mut fields: serde_json::Map<String, serde_json::Value>,
    passed_on: Option<UserId>,
) -> Result<(), Error> {
    if author == Author::Customer && turn.ticket().axes.case == CaseStatus::AwaitingCustomer {
        let answered = turn.hand_in(EventKind::CustomerAnswered, &body, &mut fields, passed_on)?;
        turn.fill_in(fields)?;
        return if answered { Ok(()) } else { turn.apply(Event::CustomerAnswered { message: body }) };
    }
    turn.fill_in(fields)?;
    turn.apply(Event::MessageAdded { author, body, internal })
}

/// A refused request that comes back is an amended one; a finished one begins a new round.
fn reopen(turn: &mut Turn, reason: Option<String>) -> Result<(), Error> {
    if turn.ticket().axes.case == CaseStatus::RefusedOnce {
        if let Some(reason) = reason {
            turn.apply(Event::MessageAdded { author: Author::Agent, body: reason, internal: true })?;
        }
        return turn.apply(Event::Amended);
    }
    turn.apply(Event::Reopened { reason })
}

impl Workflow {
    /// Looks up the queue and the person that a transfer names.
    pub(super) async fn resolve_names(&self, tenant: TenantId, mut action: Action) -> Result<Action, Error> {
        if let Action::Transfer { queue, assignee, queue_id, .. } = &mut action {
            let snapshot = self.rules.get(tenant).await?;
            if let Some(key) = queue {
                let found = snapshot.queue_by_key(key).map(|queue| queue.id);
                let missing = || Error::invalid("unknown_queue", "/queue", format!("there is no queue '{key}': create it or name another"));
                *queue_id = Some(found.ok_or_else(missing)?);
            }
            if let Some(id) = *assignee {
                let found = self.tenant(tenant).read(move |tx| Box::pin(async move { user::find(tx, id).await })).await?;
                if found.is_none_or(|user| user.disabled) {
                    return Err(Error::invalid("unknown_user", "/assignee", format!("there is no user {id} who may work: name another")));
                }
            }
        }
        Ok(action)
    }
}
