//! Disputes: the platform arbitrates, and money stands still until it has ruled (domain.md §2).

use redress_domain::Money;
use redress_domain::event::Event;
use redress_domain::id::{AttachmentId, TenantId, TicketId};
use redress_domain::timeline::Actor;

use super::{Doer, check_version, decide_if_submitted};
use crate::workflow::turn::Turn;
use crate::workflow::{Error, Workflow};

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

impl Workflow {
    /// Takes a step of a ticket's dispute. The result is ready to be written with [`Workflow::commit`].
    ///
    /// # Errors
    /// An unknown ticket, a version other than `expected`, a dispute that does not stand so, no free sandbox, the database.
    pub async fn dispute(
        &self,
        tenant: TenantId,
        doer: Doer,
        id: TicketId,
        expected: Option<i64>,
        step: DisputeStep,
    ) -> Result<Turn, Error> {
        let facts = self.facts(tenant, id, Actor::User(doer.user)).await?;
        check_version("ticket", id, expected, facts.case.ticket.version)?;
        self.think(facts, move |turn| {
            match step {
                DisputeStep::Open { reference } => turn.apply(Event::DisputeOpened { reference })?,
                DisputeStep::Evidence { note, files } => {
                    turn.apply(Event::EvidenceSubmitted { note })?;
                    turn.attach(&files, true);
                }
                DisputeStep::Ruling { for_buyer, amount } => {
                    turn.apply(Event::DisputeRuled { for_buyer })?;
                    if for_buyer {
                        turn.award(amount, &doer)?;
                    }
                }
                DisputeStep::Withdraw => turn.apply(Event::DisputeWithdrawn)?,
            }
            decide_if_submitted(turn)
        })
        .await
    }
}
