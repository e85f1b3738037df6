//! Somebody went on leave, came back, or left the firm: their tasks must not stall (Z17).
//!
//! That they did is noted in the transaction that changes them. A worker looks through what they hold, and gives every ticket of it a
//! timer that tells its workflow: what fails is tried again and given to a person in the end, like any timer.

use redress_domain::id::{TenantId, TicketId, TimerId, UserId};
use redress_domain::tenant::User;
use redress_domain::timeline::Actor;
use redress_domain::timer::{ABSENCE, Timer};
use redress_flow::Event;
use redress_store::absence::{self, Absence};
use redress_store::{Page, task, timer};

use crate::rules::People;
use crate::workflow::act::decide_if_submitted;
use crate::workflow::{Error, Workflow};

/// Tasks that are read at once.
const PAGE: u32 = 200;
/// Looks after which nothing can have been missed: whoever gave them work while they changed had written it by the second one.
const LOOKS: u32 = 2;
/// Between two looks: longer than any turn takes, and than other nodes keep what they know of people.
const PAUSE: chrono::Duration = chrono::Duration::seconds(30);

/// Everything that a task can be held as for a person to find it on their list.
pub fn held_as(user: &User) -> Vec<String> {
    People::of(vec![user.clone()]).holders_for(user.id)
}

impl Workflow {
    /// Looks through what somebody who works otherwise now holds in workflows: every ticket of it is told by a timer of its own.
    /// Answers how many those are.
    ///
    /// # Errors
    /// What the database says: nothing is written then.
    pub async fn look_through(&self, tenant: TenantId, absence: Absence) -> Result<usize, Error> {
        let tickets = self.held_by(tenant, &absence).await?;
        let now = self.now();
        let kind = format!("{ABSENCE}{}", absence.user);
        let timer =
            |ticket| Timer { id: TimerId::generate(&*self.clock, &mut self.entropy.clone()), ticket, kind: kind.clone(), due_at: now };
        let timers: Vec<Timer> = tickets.into_iter().map(timer).collect();
        let next = (absence.looks + 1 < LOOKS).then(|| now.plus(PAUSE));
        let store = self.tenant(tenant);
        store
            .write(move |tx| {
                Box::pin(async move {
                    // Whoever has changed again meanwhile is looked through again, with what they held before.
                    if !absence::looked(tx, &absence, next).await? {
                        return Ok(0);
                    }
                    timer::insert_many(tx, &timers).await?;
                    Ok::<_, Error>(timers.len())
                })
            })
            .await
    }

    async fn held_by(&self, tenant: TenantId, absence: &Absence) -> Result<Vec<TicketId>, Error> {
        let filter = task::Filter { open: true, holders: Some(absence.holders.clone()), ..task::Filter::default() };
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

    /// Lets a ticket's workflow know that a person who has work in it works otherwise now. `timer` asked for it and is done with it.
    ///
    /// # Errors
    /// An unknown ticket, somebody else who wrote at the same moment, no free sandbox, the database: it is tried again then.
    pub async fn tell_absence(&self, tenant: TenantId, ticket: TicketId, timer: TimerId, user: UserId) -> Result<(), Error> {
        let facts = self.facts(tenant, ticket, Actor::System).await?;
        let gone = facts.snapshot.people.get(user).is_none_or(|user| user.disabled);
        let event = if gone { Event::OwnerGone { user } } else { Event::AbsenceChanged { user } };
        let turn = self
            .think(facts, move |turn| {
                turn.try_to(event);
                decide_if_submitted(turn)
            })
            .await?;
        // A change of the run is told on the timeline; that it was asked is none.
        if turn.is_silent() {
            return self.done(tenant, timer).await;
        }
        self.commit::<Error>(turn, move |tx| Box::pin(async move { Ok(timer::done(tx, timer).await.map(drop)?) })).await
    }
}
