//! What becomes of one refund instruction, and what that means for its ticket, which shows where all of them stand together.

use super::Refusal;
use crate::event::{Event, EventKind};
use crate::id::RefundInstructionId;
use crate::ledger::{LedgerError, instructable};
use crate::money::Currency;
use crate::settlement::{RefundInstruction, RefundState, SettlementEntry};
use crate::status::{Axes, MoneyStatus};

/// What became of an instruction.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Moved {
    /// It is given to the gateway.
    Sent,
    /// The money arrived.
    Paid {
        /// The gateway's or the bank's reference.
        reference: String,
    },
    /// It will not arrive.
    Failed {
        /// Why.
        reason: String,
    },
    /// Nobody knows.
    Unknown,
}

impl Moved {
    /// Where the instruction stands then.
    pub const fn state(&self) -> RefundState {
        match self {
            Self::Sent => RefundState::Sent,
            Self::Paid { .. } => RefundState::Paid,
            Self::Failed { .. } => RefundState::Failed,
            Self::Unknown => RefundState::Unknown,
        }
    }

    /// Writes it on the instruction.
    pub fn change(&self, instruction: &mut RefundInstruction) {
        instruction.state = self.state();
        match self {
            Self::Sent | Self::Unknown => {}
            Self::Paid { reference } => {
                instruction.reference = Some(reference.clone());
                instruction.failure = None;
            }
            Self::Failed { reason } => instruction.failure = Some(reason.clone()),
        }
    }

    /// Nothing begins to move while a dispute is open, be it one part of several; what has left is a fact. `before` are the ticket's
    /// instructions as they stand.
    ///
    /// # Errors
    /// A [`Refusal`] of what would begin.
    pub fn may_happen(&self, from: Axes, before: &[RefundInstruction], id: RefundInstructionId) -> Result<(), Refusal> {
        let event = match self {
            Self::Sent => EventKind::RefundSent,
            Self::Paid { .. } => EventKind::RefundPaid,
            Self::Failed { .. } | Self::Unknown => return Ok(()),
        };
        let waits = |one: &RefundInstruction| one.id == id && one.state == RefundState::Pending;
        if !from.dispute.is_open() || !before.iter().any(waits) {
            return Ok(());
        }
        let why = "a dispute is open, and money stands still until it is ruled or withdrawn".to_owned();
        Err(Refusal { from, event: event.as_str(), why })
    }

    /// The event of the ticket. `after` are its instructions with this one moved, `entries` its ledger.
    ///
    /// # Errors
    /// Mixed currencies, or sums out of range.
    pub fn event(
        self,
        from: Axes,
        currency: Currency,
        entries: &[SettlementEntry],
        after: &[RefundInstruction],
        id: RefundInstructionId,
    ) -> Result<Event, LedgerError> {
        let (alone, together) = (is_alone(after, id), together(currency, entries, after)?);
        let state = self.state();
        Ok(match self {
            Self::Paid { reference } if together == MoneyStatus::Refunded => {
                Event::RefundPaid { instruction: id, reference: Some(reference) }
            }
            Self::Sent if alone && from.money == MoneyStatus::RefundPending => Event::RefundSent { instruction: id },
            Self::Unknown if alone => Event::RefundUnknown { instruction: id },
            Self::Failed { reason } if alone => Event::RefundFailed { instruction: id, reason },
            _ => {
                // What the gateway said is a fact that a dispute does not undo; but no dispute lets the axis begin to move.
                let begins = together == MoneyStatus::Refunding && from.money != MoneyStatus::Refunding && from.dispute.is_open();
                let stays = begins && state != RefundState::Sent;
                Event::RefundShared { instruction: id, state, together: if stays { from.money } else { together } }
            }
        })
    }
}

/// True when no other instruction of the ticket is to be paid.
fn is_alone(all: &[RefundInstruction], id: RefundInstructionId) -> bool {
    let open = [RefundState::Held, RefundState::Pending, RefundState::Sent, RefundState::Unknown];
    !all.iter().any(|other| other.id != id && open.contains(&other.state))
}

/// Where all instructions stand together: what matters most counts.
fn together(currency: Currency, entries: &[SettlementEntry], all: &[RefundInstruction]) -> Result<MoneyStatus, LedgerError> {
    let any = |state| all.iter().any(|instruction| instruction.state == state);
    let uncovered = instructable(currency, entries, all)?;
    Ok(if any(RefundState::Unknown) {
        MoneyStatus::RefundUnknown
    } else if any(RefundState::Sent) {
        MoneyStatus::Refunding
    } else if any(RefundState::Failed) && uncovered.minor() > 0 {
        MoneyStatus::RefundFailed
    } else if any(RefundState::Pending) || any(RefundState::Held) {
        MoneyStatus::RefundPending
    } else {
        MoneyStatus::Refunded
    })
}
