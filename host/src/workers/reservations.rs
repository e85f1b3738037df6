//! Sets stock aside over the tenants' inventory connectors: claims reservations that are due under a lease, notes what it is
//! about to ask, asks, and notes what became of it.

use redress_domain::Timestamp;
use redress_domain::fulfilment::{Purpose, ReservationWork, Said};
use redress_domain::id::{ReplacementId, TenantId};
use redress_store::reservation;
use tokio::task::JoinSet;

use super::poll::{lease, poll};
use crate::app::App;
use crate::inventory::{self, NotOpen};
use crate::workflow::fulfil::{Learnt, PATIENCE, Prepared};
use crate::workflow::{Error, again};

/// Reservations on their way at once.
const AT_ONCE: usize = 16;
/// What two have gone on with.
const RESERVATION: &str = "the reservation";

/// Works until the server stops, then waits for what has begun.
pub(super) async fn run(app: App) {
    poll(app, |app| async move { round(&app).await > 0 }).await;
}

/// Goes on with all that is due, at most [`AT_ONCE`]. Answers how many that were.
pub async fn round(app: &App) -> usize {
    let now = app.clock.now();
    let (until, limit) = (now.plus(lease(app)), u32::try_from(AT_ONCE).unwrap_or(u32::MAX));
    let claimed = app.store.write(move |tx| Box::pin(async move { reservation::claim_due(tx, now, until, limit).await })).await;
    let claimed = claimed.unwrap_or_else(|error| {
        tracing::warn!(%error, "reservations that are due cannot be read; the next look tries again");
        Vec::new()
    });
    let (mut under_way, count) = (JoinSet::new(), claimed.len());
    for (tenant, work) in claimed {
        let app = app.clone();
        under_way.spawn(async move {
            let id = work.replacement;
            match Box::pin(step(&app, tenant, work, until)).await {
                // Somebody else goes on with it, or wants something else: what was heard is heard again.
                Ok(()) | Err(Error::Raced { what: RESERVATION }) => {}
                Err(error) => {
                    tracing::warn!(tenant.id = %tenant, replacement.id = %id, %error, "reservation of {id} was not gone on with; its lease ends and it is looked at again");
                }
            }
        });
    }
    while under_way.join_next().await.is_some() {}
    count
}

async fn step(app: &App, tenant: TenantId, work: ReservationWork, until: Timestamp) -> Result<(), Error> {
    let by = match inventory::open(app, tenant).await {
        Ok(by) => by,
        Err(NotOpen::Store(error)) => return Err(error.into()),
        Err(why) => return put_off(app, tenant, work, until, &why).await,
    };
    let Some(Prepared { work, purpose, lines }) = app.workflow.prepare_stock(tenant, work, until, lease(app)).await? else { return Ok(()) };
    // From here on the goods may be set aside, whatever happens to this process.
    let said = inventory::ask(&app.courier, &by, &work, purpose, &lines).await;
    let purpose = if purpose == Purpose::Look { "look" } else { work.wish.as_str() };
    let answered = if matches!(said, Said::Unknown(_)) { "no" } else { "yes" };
    metrics::counter!("redress_inventory_requests_total", "purpose" => purpose, "answered" => answered).increment(1);
    Box::pin(take_in(app, tenant, work, said)).await
}

/// Notes what came back, again when others wrote to the ticket at the same moment.
async fn take_in(app: &App, tenant: TenantId, work: ReservationWork, said: Said) -> Result<(), Error> {
    let (id, seen) = (work.replacement, work.due_at);
    again(is_race, || async {
        let (turn, work) = match app.workflow.learn_stock(tenant, work.clone(), said.clone()).await? {
            Learnt::Quiet(work) => return write(app, tenant, work, seen).await,
            Learnt::Over => return over(app, tenant, id, seen).await,
            Learnt::Turned(turn, work) => (*turn, work),
        };
        let commit = app.workflow.commit::<Error>(turn, move |tx| {
            Box::pin(async move {
                let ours = match work {
                    Some(work) => reservation::write(tx, &work, seen).await?,
                    None => reservation::done(tx, id, seen).await?,
                };
                if ours { Ok(()) } else { Err(Error::Raced { what: RESERVATION }) }
            })
        });
        commit.await
    })
    .await
}

/// Others wrote to the ticket, which is thought through again; not that somebody else has the reservation.
fn is_race(error: &Error) -> bool {
    !matches!(error, Error::Raced { what: RESERVATION }) && error.is_race()
}

/// Writes what is known. Whoever has claimed it since, or wants something else, goes on with it.
async fn write(app: &App, tenant: TenantId, work: ReservationWork, seen: Timestamp) -> Result<(), Error> {
    let written = app.store.tenant(tenant).write(move |tx| Box::pin(async move { reservation::write(tx, &work, seen).await })).await;
    Ok(written.map(drop)?)
}

async fn over(app: &App, tenant: TenantId, id: ReplacementId, seen: Timestamp) -> Result<(), Error> {
    Ok(app.store.tenant(tenant).write(move |tx| Box::pin(async move { reservation::done(tx, id, seen).await })).await.map(drop)?)
}

/// No connector can be asked now: it is looked at again later.
async fn put_off(app: &App, tenant: TenantId, mut work: ReservationWork, seen: Timestamp, why: &NotOpen) -> Result<(), Error> {
    tracing::info!(tenant.id = %tenant, replacement.id = %work.replacement, %why, "reservation of {} waits: {why}", work.replacement);
    work.trouble = Some(why.to_string());
    work.wait(app.clock.now(), &PATIENCE);
    write(app, tenant, work, seen).await
}
