//! Works timetables off: every due tick asks the binding's rule about each ticket that matches, in order, page by page.

use redress_domain::binding::{Binding, Timetable};
use redress_domain::id::{TaskId, TenantId, TicketId};
use redress_domain::rule::Tick;
use redress_domain::task::Task;
use redress_domain::timeline::Actor;
use redress_store::tick::{self, NextTick};
use redress_store::{binding, task, ticket};

use super::poll::poll;
use crate::app::App;
use crate::workflow::turn::Ticked;
use crate::workflow::{Error, again};

/// Tickets read at once.
const PAGE: u32 = 100;
/// Tickets in a row that may fail within a tick.
const GIVE_UP: u32 = 50;
/// Who is told then: whoever may change bindings.
const ALERTED: &str = "supervisor";
/// Characters of a task's title that are kept.
const TITLE: usize = 200;
/// Ticks in a row that may fail before people are told.
const PATIENCE: u32 = 3;

/// Works until the server stops.
pub(super) async fn run(app: App) {
    poll(app, |app| async move { round(&app).await }).await;
}

/// Claims and works off one tick. True when there may be more.
async fn round(app: &App) -> bool {
    let (now, until) = (app.clock.now(), lease(app));
    let claimed = match app.store.write(move |tx| Box::pin(async move { tick::claim_due(tx, now, until, 1).await })).await {
        Ok(claimed) => claimed,
        Err(error) => {
            tracing::warn!(%error, "due timetables cannot be read; the next look tries again");
            return false;
        }
    };
    let Some((tenant, due)) = claimed.into_iter().next() else { return false };
    if let Err(error) = settle(app, tenant, &due).await {
        tracing::warn!(tenant.id = %tenant, binding.id = %due.binding, %error, "a tick of binding {} is not done; its lease ends and it goes on", due.binding);
    }
    true
}

fn lease(app: &App) -> redress_domain::Timestamp {
    app.clock.now().plus(chrono::Duration::seconds(app.config.worker.lease_s.into()))
}

async fn settle(app: &App, tenant: TenantId, due: &NextTick) -> Result<(), Error> {
    let (store, id) = (app.store.tenant(tenant), due.binding);
    let found = store.read(move |tx| Box::pin(async move { binding::find(tx, id).await })).await?;
    let Some((binding, table)) = found.filter(|found| found.enabled).and_then(|found| found.timetable.clone().map(|table| (found, table)))
    else {
        return Ok(store.write(move |tx| Box::pin(async move { tick::remove(tx, id).await })).await?);
    };
    let Some(walked) = ask_all(app, tenant, due, &table).await? else { return Ok(()) };
    metrics::counter!("redress_ticks_total", "result" => if walked.failure.is_some() { "failed" } else { "done" }).increment(1);
    advance(app, tenant, due, &binding, &table, walked).await
}

/// How far a tick came.
struct Walked {
    /// The first ticket that failed, when one did, and why.
    failure: Option<(TicketId, String)>,
    /// Where the next tick goes on, when this one gave up.
    after: Option<TicketId>,
}

/// Asks about every ticket that matches. One that fails keeps nobody else from being asked; so many in a row end the tick, and
/// the next one goes on behind them. `None` when the server stops or another node has the tick: what is left of it is done
/// when its lease ends.
async fn ask_all(app: &App, tenant: TenantId, due: &NextTick, table: &Timetable) -> Result<Option<Walked>, Error> {
    let store = app.store.tenant(tenant);
    let tick = Tick { due: due.due_at, previous: due.previous_at };
    let (mut after, mut failure, mut in_a_row) = (due.after, None, 0);
    loop {
        let (wanted, now) = (table.tickets.clone(), app.clock.now());
        let page = store.read(move |tx| Box::pin(async move { ticket::matching(tx, &wanted, now, after, PAGE).await })).await?;
        if page.is_empty() {
            return Ok(Some(Walked { failure, after: None }));
        }
        for ticket in page {
            if app.stop.is_cancelled() {
                return Ok(None);
            }
            match ask(app, tenant, due, ticket, tick).await? {
                None => in_a_row = 0,
                Some(why) => {
                    in_a_row += 1;
                    failure.get_or_insert((ticket, why));
                }
            }
            after = Some(ticket);
            if in_a_row >= GIVE_UP {
                return Ok(Some(Walked { failure, after }));
            }
        }
        let (noted, until) = (due.clone(), lease(app));
        let Some(last) = after else { continue };
        if !store.write(move |tx| Box::pin(async move { tick::progress(tx, &noted, last, until).await })).await? {
            return Ok(None);
        }
    }
}

/// Asks about one ticket and writes what the rule wants, again when somebody changes the ticket at the same moment. One that
/// everybody changes waits for the next tick.
async fn ask(app: &App, tenant: TenantId, due: &NextTick, ticket: TicketId, tick: Tick) -> Result<Option<String>, Error> {
    let asked = again(Error::is_race, || async {
        let (ticked, turn) = app.workflow.tick(tenant, ticket, due.binding, tick).await?;
        if let Some(turn) = turn {
            app.workflow.commit::<Error>(turn, |_| Box::pin(async { Ok(()) })).await?;
        }
        Ok(ticked)
    });
    match asked.await {
        Ok(Ticked::Failed(message)) => Ok(Some(message)),
        Ok(Ticked::Done | Ticked::Nothing) => Ok(None),
        // A ticket that cannot be read, or does not take what the rule did, keeps the others from nothing.
        Err(error @ (Error::NotFound { .. } | Error::Refused(_) | Error::Store(redress_store::Error::Corrupt { .. }))) => {
            Ok(Some(error.to_string()))
        }
        Err(error) if error.is_race() => {
            tracing::debug!(ticket.id = %ticket, %error, "ticket {ticket} was changed meanwhile; the next tick asks again");
            Ok(None)
        }
        Err(error) => Err(error),
    }
}

/// Sets the tick after this one. Ticks that were missed are not made up for: the rule looks at the tickets as they are now.
async fn advance(app: &App, tenant: TenantId, due: &NextTick, binding: &Binding, table: &Timetable, walked: Walked) -> Result<(), Error> {
    let Walked { failure, after } = walked;
    let failures = if failure.is_some() { due.failures + 1 } else { 0 };
    let mut alert = None;
    if let Some((ticket, message)) = failure {
        tracing::warn!(tenant.id = %tenant, binding.id = %binding.id, failures, "timetable {} failed: {message}", binding.key);
        if failures == PATIENCE {
            metrics::counter!("redress_timetables_failing_total").increment(1);
            let title = format!("timetable {} failed {PATIENCE} times in a row: {message}", binding.key).chars().take(TITLE).collect();
            let id = app.new_id(TaskId::generate);
            alert = Some(Task::for_role(id, ticket, title, ALERTED.to_owned(), Actor::System, app.clock.now()));
            tracing::error!(tenant.id = %tenant, binding.id = %binding.id, "timetable {} failed {PATIENCE} times in a row: {message}", binding.key);
        }
    }
    let next = table.next(app.clock.now().max(due.due_at));
    let (id, this) = (due.binding, due.due_at);
    let store = app.store.tenant(tenant);
    let written = store.write(move |tx| {
        Box::pin(async move {
            task::insert_many(tx, alert.as_slice()).await?;
            if tick::find(tx, id).await?.is_none_or(|now| now.due_at != this) {
                // Somebody changed the binding meanwhile, and its ticks with it.
                return Ok(());
            }
            match next {
                Ok(due_at) => tick::put(tx, &NextTick { binding: id, due_at, previous_at: Some(this), after, failures }).await,
                Err(_) => tick::remove(tx, id).await,
            }
        })
    });
    Ok(written.await?)
}
