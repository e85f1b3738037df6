//! Forgets idempotency keys that nobody will repeat any more.

use std::time::Duration;

use redress_store::idempotency;
use tokio::time::{MissedTickBehavior, interval};

use crate::app::App;

/// Purges until the server stops.
pub(super) async fn run(app: App) {
    let mut tick = interval(Duration::from_secs(app.config.worker.purge_s.max(1)));
    tick.set_missed_tick_behavior(MissedTickBehavior::Skip);
    loop {
        tokio::select! {
            () = app.stop.cancelled() => return,
            _ = tick.tick() => purge(&app).await,
        }
    }
}

async fn purge(app: &App) {
    let before = app.clock.now().plus(-chrono::Duration::hours(app.config.worker.idempotency_hours.into()));
    match app.store.write(move |tx| Box::pin(async move { idempotency::purge(tx, before).await })).await {
        Ok(0) => {}
        Ok(count) => tracing::debug!(count, "{count} idempotency keys were forgotten"),
        Err(error) => tracing::warn!(%error, "idempotency keys were not purged; the next purge tries again"),
    }
}
