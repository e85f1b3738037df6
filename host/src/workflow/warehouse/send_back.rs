//! No agreement: the goods go back to the customer.

use redress_domain::Event;
use redress_domain::id::{TenantId, TicketId};
use redress_domain::timeline::Actor;
use redress_domain::warehouse::offer::no_agreement;
use redress_domain::warehouse::tracking::TrackingNumber;

use super::inspect::withdraw_offer;
use crate::workflow::act::check_version;
use crate::workflow::turn::{Keep, Turn};
use crate::workflow::{Error, Workflow};

impl Workflow {
    /// Gives up an agreement about goods on hold: the refund is refused for good, and the goods go back. The result is ready to
    /// be written with [`Workflow::commit`].
    ///
    /// # Errors
    /// An unknown ticket, a version other than `seen`, goods that are not on hold, no free sandbox, the database.
    pub async fn send_back(&self, tenant: TenantId, by: Actor, id: TicketId, seen: Option<i64>, reason: String) -> Result<Turn, Error> {
        let (facts, goods) = self.goods(tenant, id, by).await?;
        check_version("ticket", id, seen, facts.case.ticket.version)?;
        self.think(facts, move |turn| {
            turn.apply(no_agreement(&reason))?;
            withdraw_offer(turn, &goods);
            Ok(())
        })
        .await
    }

    /// The goods have left for the customer. The result is ready to be written with [`Workflow::commit`].
    ///
    /// # Errors
    /// An unknown ticket, a version other than `seen`, goods that are not to go back, no free sandbox, the database.
    pub async fn ship_back(
        &self,
        tenant: TenantId,
        by: Actor,
        id: TicketId,
        seen: Option<i64>,
        number: Option<TrackingNumber>,
    ) -> Result<Turn, Error> {
        let facts = self.facts(tenant, id, by).await?;
        check_version("ticket", id, seen, facts.case.ticket.version)?;
        self.think(facts, move |turn| {
            turn.apply(Event::GoodsSentBack { number: number.map(|number| number.to_string()) })?;
            turn.keep_goods(Keep::Left(id));
            Ok(())
        })
        .await
    }
}
