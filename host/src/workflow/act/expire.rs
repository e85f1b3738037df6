//! Time acts: a timer of a ticket is due.

use redress_domain::id::{TenantId, TicketId};
use redress_domain::timeline::Actor;
use redress_domain::timer::TimerKind;

use super::decide_if_submitted;
use crate::workflow::turn::Turn;
use crate::workflow::{Error, Workflow};

impl Workflow {
    /// Applies what is due to a ticket. The result is ready to be written with [`Workflow::commit`].
    ///
    /// # Errors
    /// [`Error::Refused`] when the ticket has moved on, so that the timer means nothing any more; no free sandbox; the database.
    pub async fn expire(&self, tenant: TenantId, id: TicketId, kind: TimerKind) -> Result<Turn, Error> {
        match kind {
            TimerKind::OfferExpired => return self.offer_expired(tenant, id).await,
            TimerKind::ConsentExpired => return self.consent_expired(tenant, id).await,
            TimerKind::GoodsOverdue => return self.goods_overdue(tenant, id).await,
            TimerKind::ReturnExpired => return self.return_expired(tenant, id).await,
            _ => {}
        }
        let facts = self.facts(tenant, id, Actor::System).await?;
        self.think(facts, move |turn| {
            turn.apply(kind.event())?;
            decide_if_submitted(turn)
        })
        .await
    }
}
