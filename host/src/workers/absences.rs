//! Looks through the work of people who are away, back, gone, or in other groups, so that nothing waits for them (Z17).

use redress_store::absence;

use super::poll::poll;
use crate::app::App;

/// People claimed at once.
const BATCH: u32 = 16;

/// Works until the server stops.
pub(super) async fn run(app: App) {
    poll(app, |app| async move { round(&app).await }).await;
}

/// Claims those who are due and gives every ticket in which they have work a timer. True when there may be more.
pub async fn round(app: &App) -> bool {
    let now = app.clock.now();
    let until = now.plus(chrono::Duration::seconds(app.config.worker.lease_s.into()));
    let claimed = app.store.write(move |tx| Box::pin(async move { absence::claim_due(tx, now, until, BATCH).await })).await;
    let due = match claimed {
        Ok(due) => due,
        Err(error) => {
            tracing::warn!(%error, "people whose work is to be looked through cannot be read; the next look tries again");
            return false;
        }
    };
    let full = u32::try_from(due.len()).is_ok_and(|count| count == BATCH);
    for (tenant, absence) in due {
        let user = absence.user;
        // Another node may have changed them a moment ago.
        app.rules.invalidate(tenant);
        match app.workflow.look_through(tenant, absence).await {
            Ok(0) => {}
            Ok(tickets) => {
                tracing::info!(tenant.id = %tenant, user.id = %user, tickets, "{tickets} tickets are told that {user} works otherwise now");
            }
            Err(error) => {
                tracing::warn!(tenant.id = %tenant, user.id = %user, %error, "the work of {user} was not looked through; the lease ends and it is tried again");
            }
        }
    }
    full
}
