//! Why the workflow did not do what it was asked.

use redress_domain::approval::ApprovalError;
use redress_domain::fulfilment::{NotPossible, ProposalError};
use redress_domain::id::TicketId;
use redress_domain::ledger::LedgerError;
use redress_domain::warehouse::offer::{Choice, OfferError};
use redress_domain::{MoneyError, Refusal};
use redress_sandbox::Busy;

use super::violation::Violation;
use crate::rules::RulesError;

/// Why the workflow did not do what it was asked. Nothing was written.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The request reads well but cannot be done as it is.
    #[error("{}", .0.iter().map(|violation| violation.message.as_str()).collect::<Vec<_>>().join("; "))]
    Invalid(Vec<Violation>),
    /// The channel has sent this case before.
    #[error("{channel} {external_ref} is ticket {number} ({ticket}) already: read it, or send another external_ref")]
    Duplicate {
        /// The ticket that exists.
        ticket: TicketId,
        /// Its number.
        number: String,
        /// The channel.
        channel: String,
        /// The channel's own number.
        external_ref: String,
    },
    /// There is no such thing in this tenant.
    #[error("there is no {what} {id} here")]
    NotFound {
        /// Kind of thing.
        what: &'static str,
        /// Which one.
        id: String,
    },
    /// The caller has seen an older version.
    #[error("{what} {id} is at version {found}, not {expected}: read it again and repeat the change")]
    Stale {
        /// Kind of thing.
        what: &'static str,
        /// Which one.
        id: String,
        /// Version the caller has seen.
        expected: i64,
        /// Version there is.
        found: i64,
    },
    /// Somebody else wrote the same thing in the same moment; the same request again will see it.
    #[error("{what} was written by another request in the same moment: repeat the request")]
    Raced {
        /// Kind of thing.
        what: &'static str,
    },
    /// The ticket does not take the event now.
    #[error(transparent)]
    Refused(#[from] Refusal),
    /// A thing other than a ticket does not allow this now.
    #[error("{what} {id} is {state}: {why}")]
    NotNow {
        /// Kind of thing.
        what: &'static str,
        /// Which one.
        id: String,
        /// Where it stands.
        state: String,
        /// What is possible instead.
        why: &'static str,
    },
    /// The device gave a reading a key that another reading has.
    #[error("the key {key} names a scan of {raw} already: give every scan a key of its own")]
    ScanKeyTaken {
        /// The key.
        key: String,
        /// What was read under it.
        raw: String,
    },
    /// The customer has chosen something else before.
    #[error("ticket {ticket} has '{chosen}' as the customer's answer already, and it is being carried out: read the ticket")]
    OfferAnswered {
        /// The ticket.
        ticket: TicketId,
        /// What was chosen.
        chosen: Choice,
    },
    /// The offer cannot be answered so.
    #[error(transparent)]
    Offer(#[from] OfferError),
    /// The text of a macro cannot be read.
    #[error(transparent)]
    Script(#[from] redress_domain::macros::ScriptError),
    /// The procedure does not take this step.
    #[error(transparent)]
    Sop(#[from] redress_domain::sop::SopError),
    /// The survey does not take this answer.
    #[error(transparent)]
    Survey(#[from] redress_domain::survey::SurveyError),
    /// The person may not agree to this.
    #[error(transparent)]
    Approval(#[from] ApprovalError),
    /// Amounts cannot be summed.
    #[error("the amounts of the ticket cannot be summed: {0}")]
    Money(#[from] MoneyError),
    /// The ledger would not balance.
    #[error(transparent)]
    Ledger(#[from] LedgerError),
    /// The ticket's workflow does not take the event now.
    #[error(transparent)]
    Flow(#[from] redress_flow::Refusal),
    /// The workflow asks for an event of the ticket without what the event needs.
    #[error("the workflow asks for '{event}' without what it needs ({why}): correct the drawing")]
    Details {
        /// The event.
        event: redress_domain::event::EventKind,
        /// What is missing.
        why: String,
    },
    /// A published form or workflow cannot be used.
    #[error(transparent)]
    Drawing(#[from] crate::rules::DrawingError),
    /// All sandboxes are taken.
    #[error(transparent)]
    Busy(#[from] Busy),
    /// A piece of a background job ended without a result, which is a defect.
    #[error("a piece of the job ended without a result: {0}")]
    Job(String),
    /// A rule cannot be loaded.
    #[error(transparent)]
    Load(Box<redress_sandbox::LoadError>),
    /// The sandbox failed.
    #[error(transparent)]
    Sandbox(#[from] redress_sandbox::Error),
    /// The tenant's rules cannot be read.
    #[error(transparent)]
    Rules(#[from] RulesError),
    /// The database failed, or something changed under the request.
    #[error(transparent)]
    Store(#[from] redress_store::Error),
}

impl From<NotPossible> for Error {
    fn from(error: NotPossible) -> Self {
        Self::NotNow { what: "replacement", id: error.id.to_string(), state: error.state.to_string(), why: error.why }
    }
}

impl From<ProposalError> for Error {
    fn from(error: ProposalError) -> Self {
        Self::invalid(error.code(), error.pointer(), error.to_string())
    }
}

impl Error {
    /// There is no such thing in this tenant.
    pub fn not_found(what: &'static str, id: impl std::fmt::Display) -> Self {
        Self::NotFound { what, id: id.to_string() }
    }

    /// True when somebody else was faster: nothing is wrong, and the same again sees what they wrote.
    pub const fn is_race(&self) -> bool {
        use redress_store::Error as Store;
        matches!(self, Self::Raced { .. } | Self::Stale { .. } | Self::Store(Store::Stale { .. } | Store::Contended(_)))
    }

    /// One thing wrong with a request.
    pub fn invalid(code: &'static str, pointer: &str, message: impl Into<String>) -> Self {
        Self::Invalid(vec![Violation::new(code, pointer, message)])
    }
}
