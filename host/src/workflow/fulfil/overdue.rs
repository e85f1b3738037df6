//! Shipped first, and the goods it is for have not come: what was credited for them is fetched back (`domain.md` §2, 追缴).

use redress_domain::Money;
use redress_domain::fulfilment::{Replacement, ReplacementState, returned_credit};
use redress_domain::id::{TenantId, TicketId};
use redress_domain::timeline::Actor;
use redress_domain::timer::TimerKind;

use crate::workflow::turn::Turn;
use crate::workflow::{Error, Workflow};

/// The tag of a ticket whose goods never came.
const TAG: &str = "ship_first_unreturned";

impl Workflow {
    /// The time for the goods is over.
    ///
    /// # Errors
    /// [`Error::Refused`] when the ticket has moved on; no free sandbox; the database.
    pub(in crate::workflow) async fn goods_overdue(&self, tenant: TenantId, id: TicketId) -> Result<Turn, Error> {
        let facts = self.facts(tenant, id, Actor::System).await?;
        self.think(facts, move |turn| {
            turn.apply(TimerKind::GoodsOverdue.event())?;
            let left = |one: &&Replacement| {
                one.ship_first && one.return_by.is_some() && matches!(one.state, ReplacementState::Shipped | ReplacementState::Delivered)
            };
            let mut owed = Money::zero(turn.currency());
            for one in turn.replacements().filter(left) {
                owed = owed.checked_add(returned_credit(owed.currency(), &one.returned)?)?;
            }
            turn.tag(TAG);
            if owed.is_zero() {
                return Ok(());
            }
            turn.claw_back(owed, "the replacement left first, and the goods it is for have not come in time".to_owned())
        })
        .await
    }
}
