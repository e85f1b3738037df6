//! Stock is set aside over the connector, with the network between two transactions: the first notes what is about to be asked
//! and commits before anything leaves; the second takes in what came back. Whoever dies between them leaves a reservation that
//! is looked after at the end of its lease.

use redress_domain::Timestamp;
use redress_domain::fulfilment::{
    MissingStock, Next, Patience, Purpose, Replacement, ReplacementLine, ReplacementState, ReservationWork, Said, Wish,
};
use redress_domain::id::TenantId;
use redress_domain::rule::NewTask;
use redress_domain::timeline::Actor;
use redress_store::{replacement, reservation};

use super::stock::{has_no_stock, has_stock};
use crate::workflow::turn::Turn;
use crate::workflow::{Error, Workflow};

/// How patient Redress is with connectors.
pub const PATIENCE: Patience = Patience {
    settle: chrono::Duration::minutes(2),
    first_pause: chrono::Duration::seconds(5),
    longest_pause: chrono::Duration::hours(1),
    looks: 6,
};

/// How long after a want of stock it is asked for again.
pub const RESTOCK: chrono::Duration = chrono::Duration::hours(1);

/// What to ask the connector.
#[derive(Debug, Clone)]
pub struct Prepared {
    /// What is known of the reservation once this is asked.
    pub work: ReservationWork,
    /// What for.
    pub purpose: Purpose,
    /// The goods.
    pub lines: Vec<ReplacementLine>,
}

/// What was learnt.
pub enum Learnt {
    /// The reservation goes on as it is; nothing of the ticket changed.
    Quiet(ReservationWork),
    /// Nothing more is wanted.
    Over,
    /// The ticket changed.
    Turned(Box<Turn>, Option<ReservationWork>),
}

impl Workflow {
    /// Notes what is about to be asked about a reservation that was claimed until `seen`; `None` when nothing more is wanted, or
    /// somebody else has it. It is committed when this
    /// returns: from then on the goods may be set aside, whatever happens to this process.
    ///
    /// # Errors
    /// What the database says.
    pub async fn prepare_stock(
        &self,
        tenant: TenantId,
        mut work: ReservationWork,
        seen: Timestamp,
        lease: chrono::Duration,
    ) -> Result<Option<Prepared>, Error> {
        let now = self.now();
        self.tenant(tenant)
            .write(move |tx| {
                Box::pin(async move {
                    let Some(one) = replacement::find(tx, work.replacement).await? else {
                        reservation::done(tx, work.replacement, seen).await?;
                        return Ok::<_, Error>(None);
                    };
                    let asked = work.acted_at.is_some();
                    if let Some(wish) = wish(&one) {
                        work.want(wish, now);
                    }
                    if work.wish == Wish::Release && !asked {
                        // Nobody was ever asked: there is nothing to let go.
                        reservation::done(tx, work.replacement, seen).await?;
                        return Ok(None);
                    }
                    let purpose = work.purpose();
                    work.asking(purpose, now, lease);
                    // When nobody comes back to tell, what is heard next was not said twice in a row.
                    let noted = ReservationWork { said: None, ..work.clone() };
                    let ours = reservation::hold(tx, &noted, seen).await?;
                    Ok(ours.then_some(Prepared { work, purpose, lines: one.lines }))
                })
            })
            .await
    }

    /// Takes in what a connector said.
    ///
    /// # Errors
    /// What the database says, or no free sandbox.
    pub async fn learn_stock(&self, tenant: TenantId, mut work: ReservationWork, said: Said) -> Result<Learnt, Error> {
        let now = self.now();
        match work.learn(said, now, &PATIENCE) {
            Next::GoOn if work.tell(&PATIENCE) => {
                let trouble = work.trouble.clone().unwrap_or_else(|| "it contradicts itself".to_owned());
                let title = format!("Nobody knows whether the goods of {} are set aside: {trouble}", work.replacement);
                self.told(tenant, work, title).await
            }
            Next::GoOn => Ok(Learnt::Quiet(work)),
            Next::Reserved(reference) => self.concluded(tenant, work, Ok(reference)).await,
            Next::OutOfStock(missing) => self.concluded(tenant, work, Err(missing)).await,
            Next::Released => self.released(tenant, work).await,
        }
    }

    /// The connector has said whether there is stock: under which name it is set aside, or what is not there.
    async fn concluded(
        &self,
        tenant: TenantId,
        mut work: ReservationWork,
        stock: Result<Option<String>, Vec<MissingStock>>,
    ) -> Result<Learnt, Error> {
        let (id, now) = (work.replacement, self.now());
        let facts = self.facts(tenant, work.ticket, Actor::System).await?;
        let waits = |one: &Replacement| matches!(one.state, ReplacementState::Reserving | ReplacementState::OutOfStock);
        if !facts.replacements.iter().any(|one| one.id == id && waits(one)) {
            // It was called off meanwhile: whatever is held is let go.
            work.want(Wish::Release, now);
            return Ok(Learnt::Quiet(work));
        }
        let has = stock.is_ok();
        let turn = self
            .think(facts, move |turn| match stock {
                Ok(reference) => has_stock(turn, id, reference),
                Err(missing) => has_no_stock(turn, id, missing),
            })
            .await?;
        if has {
            return Ok(Learnt::Turned(Box::new(turn), None));
        }
        // Whoever says that there is no stock may have set some aside all the same.
        work.want(Wish::Release, now);
        Ok(Learnt::Turned(Box::new(turn), Some(work)))
    }

    /// Nothing is held under the key any more. What still waits for stock is asked for again, later and under a new key.
    async fn released(&self, tenant: TenantId, work: ReservationWork) -> Result<Learnt, Error> {
        let (id, now) = (work.replacement, self.now());
        let found = self.tenant(tenant).read(move |tx| Box::pin(async move { replacement::find(tx, id).await })).await?;
        if found.is_none_or(|one| one.state != ReplacementState::OutOfStock) {
            return Ok(Learnt::Over);
        }
        let facts = self.facts(tenant, work.ticket, Actor::System).await?;
        let waits = facts.replacements.iter().find(|one| one.id == id && one.state == ReplacementState::OutOfStock);
        let Some(one) = waits else { return Ok(Learnt::Over) };
        let mut next = one.clone();
        next.stock.attempt += 1;
        let again = ReservationWork::new(id, work.ticket, Wish::Reserve, next.reservation_key(), now.plus(RESTOCK));
        let turn = self
            .think(facts, move |turn| {
                turn.change_replacement(id, |one| {
                    one.stock.attempt += 1;
                    Ok(())
                })
            })
            .await?;
        Ok(Learnt::Turned(Box::new(turn), Some(again)))
    }

    /// People are told that nothing is known for long.
    async fn told(&self, tenant: TenantId, work: ReservationWork, title: String) -> Result<Learnt, Error> {
        let facts = self.facts(tenant, work.ticket, Actor::System).await?;
        let turn = self
            .think(facts, move |turn| {
                let task = NewTask { title, role: "warehouse".to_owned(), within_seconds: None };
                if let Err(why) = turn.add_task(task) {
                    turn.note("task.refused", serde_json::json!({ "role": "warehouse", "why": why }));
                }
                turn.touch();
                Ok(())
            })
            .await?;
        Ok(Learnt::Turned(Box::new(turn), Some(work)))
    }
}

/// What is wanted of the connector now; `None` leaves what is under way: after a want of stock, what may be held all the same is
/// let go before it is asked for again.
const fn wish(one: &Replacement) -> Option<Wish> {
    match one.state {
        ReplacementState::Reserving => Some(Wish::Reserve),
        ReplacementState::OutOfStock => None,
        _ => Some(Wish::Release),
    }
}
