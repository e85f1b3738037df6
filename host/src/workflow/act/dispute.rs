//! Disputes: the platform arbitrates, and money stands still until it has ruled (domain.md §2).

use redress_domain::Money;
use redress_domain::event::Event;
use redress_domain::id::AttachmentId;

use super::Doer;
use crate::workflow::Error;
use crate::workflow::turn::Turn;

/// One step of a dispute.
#[derive(Debug, Clone)]
pub enum DisputeStep {
    /// The platform opened it.
    Open {
        /// The platform's number.
        reference: Option<String>,
    },
    /// We handed evidence in; both sides talk from then on.
    Evidence {
        /// What it shows.
        note: String,
        /// Files.
        files: Vec<AttachmentId>,
    },
    /// The platform ruled.
    Ruling {
        /// For the buyer; otherwise for the seller.
        for_buyer: bool,
        /// What the buyer gets; what was agreed or else asked when the platform names no sum.
        amount: Option<Money>,
    },
    /// It was withdrawn.
    Withdraw,
}

impl DisputeStep {
    /// Applies it to the turn.
    pub(super) fn apply(self, turn: &mut Turn, doer: &Doer) -> Result<(), Error> {
        match self {
            Self::Open { reference } => turn.apply(Event::DisputeOpened { reference }),
            Self::Evidence { note, files } => {
                turn.apply(Event::EvidenceSubmitted { note })?;
                turn.attach(&files, true);
                Ok(())
            }
            Self::Ruling { for_buyer, amount } => {
                turn.apply(Event::DisputeRuled { for_buyer })?;
                if for_buyer { turn.award(amount, doer) } else { Ok(()) }
            }
            Self::Withdraw => turn.apply(Event::DisputeWithdrawn),
        }
    }
}
