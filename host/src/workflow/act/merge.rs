//! A duplicate goes into the ticket that is open already (domain.md §2): that one goes on, and both stay readable.

use redress_domain::event::Event;
use redress_domain::id::{TenantId, TicketId};
use redress_domain::link::{Link, LinkKind};
use redress_domain::timeline::Actor;
use serde_json::json;

use super::{Doer, check_version};
use crate::workflow::turn::Turn;
use crate::workflow::{Error, Workflow};

/// Two tickets of which one goes into the other.
pub struct Merger {
    /// The duplicate.
    pub duplicate: Turn,
    /// The ticket that goes on.
    pub into: Turn,
    /// What ties them.
    pub link: Link,
}

impl Workflow {
    /// Merges a ticket into another one of the same customer. All of the result is ready to be written in one transaction: the ticket
    /// that goes on and the link beside the duplicate, with [`Workflow::commit`].
    ///
    /// # Errors
    /// An unknown ticket, a version of the duplicate other than `expected`, the same ticket, one of another customer, one that has
    /// ended, a duplicate about which something was decided, no free sandbox, the database.
    pub async fn merge(&self, tenant: TenantId, doer: Doer, id: TicketId, expected: Option<i64>, into: TicketId) -> Result<Merger, Error> {
        let refuse = |code, why: String| Err(Error::invalid(code, "/into", why));
        if into == id {
            return refuse("invalid", "a ticket is not its own duplicate: name the one that goes on".to_owned());
        }
        let actor = Actor::User(doer.user);
        let facts = self.facts(tenant, id, actor.clone()).await?;
        check_version("ticket", id, expected, facts.case.ticket.version)?;
        let other = match self.facts(tenant, into, actor).await {
            Err(Error::NotFound { .. }) => return refuse("unknown_reference", format!("there is no ticket {into}: name one that is open")),
            other => other?,
        };
        let (ours, theirs) = (&facts.case.ticket, &other.case.ticket);
        if ours.customer.is_none() || ours.customer != theirs.customer {
            return refuse(
                "invalid",
                format!("{} and {} are not of one customer: merge what one customer asks twice", ours.number, theirs.number),
            );
        }
        if !theirs.axes.case.is_open() {
            let (id, state) = (into.to_string(), theirs.axes.case.to_string());
            return Err(Error::NotNow { what: "ticket", id, state, why: "it has ended: merge into one that goes on, or reopen it" });
        }
        let told = json!({ "ticket": id, "number": ours.number });
        let duplicate = self.think(facts, move |turn| turn.apply(Event::Merged { into })).await?;
        let into_turn = self
            .think(other, move |turn| {
                turn.note("ticket.duplicate_merged", told);
                Ok(())
            })
            .await?;
        let link = Link { parent: into, child: id, kind: LinkKind::Duplicate, task: None, created_at: duplicate.now() };
        Ok(Merger { duplicate, into: into_turn, link })
    }
}
