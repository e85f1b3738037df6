//! A timetable ticks: its rule is asked about one ticket.

use redress_domain::id::{BindingId, TenantId, TicketId};
use redress_domain::rule::Tick;
use redress_domain::timeline::Actor;

use crate::workflow::turn::{Ticked, Turn};
use crate::workflow::{Error, Workflow};

impl Workflow {
    /// Asks a timetable's rule about a ticket. The turn is there when there is something to write with [`Workflow::commit`].
    ///
    /// # Errors
    /// An unknown ticket, no free sandbox, the database.
    pub async fn tick(&self, tenant: TenantId, id: TicketId, binding: BindingId, tick: Tick) -> Result<(Ticked, Option<Turn>), Error> {
        let facts = self.facts(tenant, id, Actor::System).await?;
        let snapshot = std::sync::Arc::clone(&facts.snapshot);
        let ending = self.ending();
        let asked = self.rules.run(&snapshot, move || {
            let mut turn = Turn::new(facts);
            let ticked = turn.tick(binding, tick);
            if ticked == Ticked::Nothing {
                return Ok((ticked, None));
            }
            turn.end(&ending)?;
            Ok((ticked, Some(turn)))
        });
        asked.await?
    }
}
