//! Time and other systems reach a workflow.

use redress_domain::id::{TenantId, TicketId, TimerId};
use redress_domain::timeline::Actor;
use redress_flow::Event;

use crate::workflow::act::decide_if_submitted;
use crate::workflow::turn::Turn;
use crate::workflow::{Error, Workflow};

impl Workflow {
    /// Fires a timer of a workflow. What the workflow cannot do then is told to a person, so that the timer is done either way.
    /// The result is ready to be written with [`Workflow::commit`].
    ///
    /// # Errors
    /// No free sandbox, the database.
    pub async fn fire(&self, tenant: TenantId, ticket: TicketId, timer: TimerId) -> Result<Turn, Error> {
        let facts = self.facts(tenant, ticket, Actor::System).await?;
        self.think(facts, move |turn| {
            turn.try_to(Event::TimerFired { timer });
            decide_if_submitted(turn)
        })
        .await
    }
}
