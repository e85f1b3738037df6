//! Goods that leave for the customer: exchange (换货), resend (补寄), repair (维修), price protection (价保), and the reservation
//! of stock over the tenant's inventory connector (`domain.md` §2, L17, Z10, Z34).
//!
//! What is judged lies in [`redress_domain::fulfilment`]; here it is read, asked and applied. A replacement moves with the
//! version of its ticket. What has arrived counts as bought in place of what went back for it. Whether its price is settled and
//! whether it is called off is gone through at the end of every turn of the ticket, so that goods that come back, payments and
//! ends of the case need not know of it.

mod answer;
mod overdue;
mod propose;
mod protect;
mod repair;
mod reserve;
mod ship;
mod stock;
mod unanswered;

pub use propose::Proposer;
pub use protect::{ProtectedLine, Protection};
pub use repair::Repaired;
pub use reserve::{Learnt, PATIENCE, Prepared, RESTOCK};
pub use ship::Departure;

use redress_domain::id::{ReplacementId, TenantId, TicketId};
use redress_domain::timeline::Actor;

use super::act::check_version;
use super::turn::Turn;
use super::{Error, Workflow};

impl Workflow {
    /// Does something with one replacement of a ticket.
    async fn with_replacement(
        &self,
        tenant: TenantId,
        by: Actor,
        at: Place,
        act: impl FnOnce(&mut Turn, ReplacementId) -> Result<(), Error> + Send + 'static,
    ) -> Result<Turn, Error> {
        let facts = self.facts(tenant, at.ticket, by).await?;
        check_version("ticket", at.ticket, at.seen, facts.case.ticket.version)?;
        let id = at.replacement;
        self.think(facts, move |turn| {
            turn.replacement(id)?;
            act(turn, id)
        })
        .await
    }
}

/// Which replacement of which ticket.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    /// The ticket.
    pub ticket: TicketId,
    /// The version of the ticket that the caller has seen.
    pub seen: Option<i64>,
    /// The replacement.
    pub replacement: ReplacementId,
}
