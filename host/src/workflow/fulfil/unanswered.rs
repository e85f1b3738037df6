//! The customer has not said in time whether they take money instead of goods that are not there, or cannot be mended. Nothing is
//! decided for them: money is not taken back to somebody who waits for goods, and goods that are not there cannot leave. Somebody
//! asks them, and they may still choose.

use redress_domain::fulfilment::{Consent, ConsentState, Replacement, ReplacementState};
use redress_domain::id::{TenantId, TicketId};
use redress_domain::timeline::Actor;
use redress_domain::timer::TimerKind;
use serde_json::json;

use crate::workflow::turn::Turn;
use crate::workflow::{Error, Workflow};

/// Role that talks with customers.
const AGENT: &str = "agent";

impl Workflow {
    /// The time for an answer is over.
    ///
    /// # Errors
    /// [`Error::Refused`] when the ticket has moved on; no free sandbox; the database.
    pub(in crate::workflow) async fn consent_expired(&self, tenant: TenantId, id: TicketId) -> Result<Turn, Error> {
        let facts = self.facts(tenant, id, Actor::System).await?;
        self.think(facts, move |turn| {
            turn.apply(TimerKind::ConsentExpired.event())?;
            let now = turn.now();
            let is_late = |one: &&Replacement| one.consent.as_ref().and_then(Consent::waits_until).is_some_and(|until| until <= now);
            let late: Vec<_> = turn.replacements().filter(is_late).map(|one| (one.id, one.state)).collect();
            for (id, state) in late {
                turn.change_replacement(id, |one| {
                    if let Some(asked) = &mut one.consent {
                        asked.state = ConsentState::Expired;
                    }
                    Ok(())
                })?;
                turn.note("replacement.unanswered", json!({ "replacement": id }));
                let why = if state == ReplacementState::NotRepairable { "cannot be mended" } else { "are not there" };
                let title = format!("The goods of {id} {why}, and the customer has not said whether they take money instead: ask them");
                turn.put_task(title, AGENT);
            }
            Ok(())
        })
        .await
    }
}
