//! What must follow a transition. The machine only names effects; the workflow carries them out in the same transaction.

use crate::ledger::Draft;
use crate::money::Money;
use crate::timeline::NewEntry;
use crate::timer::TimerKind;

/// One consequence of a transition, in the order in which it is to be carried out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Effect {
    /// Append to the timeline.
    Timeline(NewEntry),
    /// Start a timer; the same kind on the same ticket is replaced.
    Timer {
        /// What is due.
        kind: TimerKind,
        /// How long from now.
        after: chrono::Duration,
    },
    /// Stop timers of these kinds.
    CancelTimers(Vec<TimerKind>),
    /// Ask notification rules about an event.
    Notify {
        /// Name, for example `ticket.approved`.
        event: String,
        /// Details by name; an object.
        details: serde_json::Value,
    },
    /// Book what [`crate::ledger::for_grant`] says of the ticket as it is now and of its ledger.
    SettleGrant,
    /// Book entries in the ledger.
    Settle(Vec<Draft>),
    /// Write a refund instruction over the `manual` tender.
    IssueRefund {
        /// How much, positive.
        amount: Money,
        /// Wait in `held` until goods are back; otherwise `pending`.
        held: bool,
    },
    /// Turn held instructions into pending ones.
    ReleaseRefund,
    /// Cancel instructions that are held, pending or failed. The ledger stays as it is.
    CancelRefunds,
    /// Book what [`crate::ledger::reversal`] says, so that the ledger promises nothing that will not be paid.
    ReverseUnpaid,
}
