//! Somebody went on leave, came back, or left the firm: their tasks must not stall (Z17).

use redress_domain::id::{TenantId, TicketId, UserId};
use redress_domain::timeline::Actor;
use redress_flow::{Event, Party};
use redress_store::{Page, task};

use crate::workflow::act::decide_if_submitted;
use crate::workflow::{Error, Workflow};

/// Tasks that are read at once.
const PAGE: u32 = 200;

impl Workflow {
    /// Lets every workflow know in which a person holds a task. `gone` when they may not act any more. A ticket that fails is
    /// told to the log and passed over, so that one bad ticket holds nobody up; answers how many tickets were told.
    ///
    /// # Errors
    /// When the tasks cannot be read.
    pub async fn absence(&self, tenant: TenantId, user: UserId, gone: bool) -> Result<usize, Error> {
        let tickets = self.held_by(tenant, user).await?;
        let mut told = 0;
        for ticket in tickets {
            match self.tell_absence(tenant, ticket, user, gone).await {
                Ok(()) => told += 1,
                Err(error) => {
                    tracing::warn!(tenant.id = %tenant, ticket.id = %ticket, %error, "the workflow of {ticket} was not told that {user} is away or back: {error}")
                }
            }
        }
        Ok(told)
    }

    async fn held_by(&self, tenant: TenantId, user: UserId) -> Result<Vec<TicketId>, Error> {
        let snapshot = self.rules.get(tenant).await?;
        let mut holders = snapshot.people.holders_for(user);
        if holders.is_empty() {
            holders.push(Party::Person(user).to_string());
        }
        let filter = task::Filter { open: true, holders: Some(holders), ..task::Filter::default() };
        let (mut tickets, mut page) = (Vec::new(), Page { after: None, limit: PAGE });
        loop {
            let wanted = filter.clone();
            let (found, next) = self.tenant(tenant).read(move |tx| Box::pin(async move { task::list(tx, &wanted, &page).await })).await?;
            tickets.extend(found.into_iter().filter(|task| task.node.is_some()).map(|task| task.ticket));
            let Some(next) = next else { break };
            page = Page { after: Some(next), limit: PAGE };
        }
        tickets.sort_unstable();
        tickets.dedup();
        Ok(tickets)
    }

    async fn tell_absence(&self, tenant: TenantId, ticket: TicketId, user: UserId, gone: bool) -> Result<(), Error> {
        let facts = self.facts(tenant, ticket, Actor::System).await?;
        let event = if gone { Event::OwnerGone { user } } else { Event::AbsenceChanged { user } };
        let turn = self
            .think(facts, move |turn| {
                turn.try_to(event);
                decide_if_submitted(turn)
            })
            .await?;
        self.commit::<Error>(turn, |_| Box::pin(async { Ok(()) })).await
    }
}
