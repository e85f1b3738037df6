//! Fires timers: what is due to a ticket becomes an event through the same main path. What fails again and again is given to a person.

use futures_util::StreamExt as _;
use redress_domain::id::{TaskId, TenantId, TimerId, UserId};
use redress_domain::task::Task;
use redress_domain::timeline::Actor;
use redress_domain::timer::{ABSENCE, CLOSE_LINKED, OPEN_CLAIM, OPEN_LINKED, Timer, TimerKind, WORKFLOW};
use redress_store::{Error as StoreError, task, timer};

use super::poll::poll;
use crate::app::App;
use crate::rules::{DrawingError, RulesError};
use crate::workflow::Error;
use crate::workflow::turn::Turn;

/// Timers fired at once: their turns share commits, and their rules take turns with those of requests.
const AT_ONCE: usize = 16;

/// Tries in vain after which a person is told.
const TRIES: u32 = 10;
/// Who.
const TOLD: &str = "supervisor";
/// Longest title of their task.
const TITLE: usize = 300;
/// What an older version does not find.
const KIND: &str = "kind of timer";

/// Why a timer did not fire now.
#[derive(Debug, thiserror::Error)]
enum FireError {
    /// Another node fired it, or the ticket cancelled it, since it was claimed.
    #[error("the timer is gone already")]
    Gone,
    /// The workflow said no.
    #[error(transparent)]
    Workflow(#[from] Error),
    /// The database failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// Fires timers until the server stops.
pub(super) async fn run(app: App) {
    poll(app, |app| async move { round(&app).await }).await;
}

/// Claims and fires one batch. True when there may be more.
pub async fn round(app: &App) -> bool {
    let now = app.clock.now();
    let until = now.plus(chrono::Duration::seconds(app.config.worker.lease_s.into()));
    let batch = app.config.worker.batch;
    let claimed = app.store.write(move |tx| Box::pin(async move { timer::claim_due(tx, now, until, batch).await })).await;
    let due = match claimed {
        Ok(due) => due,
        Err(error) => {
            tracing::warn!(%error, "due timers cannot be read; the next look tries again");
            return false;
        }
    };
    let full = u32::try_from(due.len()).is_ok_and(|count| count == batch);
    futures_util::stream::iter(due).for_each_concurrent(AT_ONCE, |(tenant, timer)| settle(app, tenant, timer)).await;
    full
}

async fn settle(app: &App, tenant: TenantId, timer: Timer) {
    let (ticket, kind) = (timer.ticket, timer.kind.clone());
    match fire(app, tenant, &timer).await {
        Ok(()) => {
            metrics::counter!("redress_timers_fired_total", "kind" => kind).increment(1);
        }
        Err(FireError::Gone) => {}
        // The ticket has moved on: the timer means nothing any more.
        Err(FireError::Workflow(Error::Refused(refusal))) => {
            tracing::debug!(ticket.id = %ticket, kind, %refusal, "timer {kind} of {ticket} came too late");
            drop_timer(app, tenant, timer).await;
        }
        Err(error) => {
            tracing::warn!(tenant.id = %tenant, ticket.id = %ticket, kind, %error, "timer {kind} of {ticket} did not fire; it is tried again");
            if !passes(&error) {
                in_vain(app, tenant, timer, &error).await;
            }
        }
    }
}

/// True for what is over by itself: others wrote at the same moment, all sandboxes are taken, the database is away. That a newer
/// version is needed is over with the roll-out.
fn passes(error: &FireError) -> bool {
    use StoreError as S;
    let store = |error: &S| matches!(error, S::Stale { .. } | S::NotUnique { .. } | S::Contended(_) | S::Away(_));
    match error {
        FireError::Gone => true,
        FireError::Store(error)
        | FireError::Workflow(Error::Store(error) | Error::Rules(RulesError::Store(error)) | Error::Drawing(DrawingError::Store(error))) => {
            store(error)
        }
        FireError::Workflow(Error::NotFound { what, .. }) => *what == KIND,
        FireError::Workflow(error) => matches!(error, Error::Stale { .. } | Error::Raced { .. } | Error::Busy(_)),
    }
}

/// Counts a try in vain. After the last one a person is told, and the timer waits for them with all that it was for.
async fn in_vain(app: &App, tenant: TenantId, timer: Timer, error: &FireError) {
    let title: String = format!("timer {} was given up after {TRIES} tries: {error}", timer.kind).chars().take(TITLE).collect();
    let (now, id) = (app.clock.now(), TaskId::generate(&*app.clock, &mut app.entropy.clone()));
    let task = Task::for_role(id, timer.ticket, title, TOLD.to_owned(), Actor::System, now);
    let store = app.store.tenant(tenant);
    let written = store.write(move |tx| {
        Box::pin(async move {
            let given_up = timer::failed(tx, timer.id).await?.is_some_and(|failures| failures >= TRIES);
            if given_up {
                timer::give_up(tx, timer.id, now).await?;
                task::insert_many(tx, &[task]).await?;
            }
            Ok::<_, StoreError>(given_up)
        })
    });
    match written.await {
        Ok(true) => metrics::counter!("redress_timers_given_up_total").increment(1),
        Ok(false) => {}
        Err(error) => tracing::warn!(%error, "a try of a timer in vain was not counted; the next one is"),
    }
}

async fn fire(app: &App, tenant: TenantId, due: &Timer) -> Result<(), FireError> {
    if let Some(task) = due.kind.strip_prefix(OPEN_LINKED).and_then(|task| task.parse::<TaskId>().ok()) {
        return Ok(app.workflow.open_linked(tenant, due.ticket, due.id, task).await?);
    }
    if let Some(user) = due.kind.strip_prefix(ABSENCE).and_then(|user| user.parse::<UserId>().ok()) {
        return Ok(app.workflow.tell_absence(tenant, due.ticket, due.id, user).await?);
    }
    if due.kind == OPEN_CLAIM {
        return Ok(app.workflow.open_claim(tenant, due.ticket, due.id).await?);
    }
    if due.kind == CLOSE_LINKED {
        return Ok(app.workflow.close_linked(tenant, due.ticket, due.id).await?);
    }
    if due.kind == WORKFLOW {
        let turn = app.workflow.fire(tenant, due.ticket, due.id).await?;
        return settled(app, turn, due.id).await;
    }
    let Ok(kind) = due.kind.parse::<TimerKind>() else {
        tracing::warn!(kind = due.kind, "a timer of an unknown kind waits for the newer version that set it");
        return Err(FireError::Workflow(Error::not_found(KIND, &due.kind)));
    };
    let turn = app.workflow.expire(tenant, due.ticket, kind).await?;
    settled(app, turn, due.id).await
}

async fn settled(app: &App, turn: Turn, id: TimerId) -> Result<(), FireError> {
    app.workflow
        .commit(turn, move |tx| Box::pin(async move { if timer::done(tx, id).await? { Ok(()) } else { Err(FireError::Gone) } }))
        .await
}

async fn drop_timer(app: &App, tenant: TenantId, timer: Timer) {
    let done = app.store.tenant(tenant).write(move |tx| Box::pin(async move { timer::done(tx, timer.id).await })).await;
    if let Err(error) = done {
        tracing::warn!(%error, "a timer that means nothing any more was not removed; it is tried again");
    }
}
