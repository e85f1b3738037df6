//! Forgets idempotency keys that nobody will repeat any more, sessions that are over, and messages of gateways that nobody will ask about.

use std::time::Duration;

use redress_store::{api_key, gateway, idempotency};
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

/// How long messages of gateways are kept: longer than any gateway repeats one, and than payments are usually disputed.
const NOTICES: chrono::Duration = chrono::Duration::days(180);

async fn purge(app: &App) {
    let before = app.clock.now().plus(-NOTICES);
    match app.store.write(move |tx| Box::pin(async move { gateway::notice::purge(tx, before).await })).await {
        Ok(0) => {}
        Ok(count) => tracing::debug!(count, "{count} messages of gateways were forgotten"),
        Err(error) => tracing::warn!(%error, "messages of gateways were not purged; the next purge tries again"),
    }
    let before = app.clock.now().plus(-chrono::Duration::hours(app.config.worker.idempotency_hours.into()));
    let now = app.clock.now();
    match app.store.write(move |tx| Box::pin(async move { api_key::purge_sessions(tx, now).await })).await {
        Ok(0) => {}
        Ok(count) => tracing::debug!(count, "{count} sessions that were over were forgotten"),
        Err(error) => tracing::warn!(%error, "sessions that are over were not purged; the next purge tries again"),
    }
    match app.store.write(move |tx| Box::pin(async move { idempotency::purge(tx, before).await })).await {
        Ok(0) => {}
        Ok(count) => tracing::debug!(count, "{count} idempotency keys were forgotten"),
        Err(error) => tracing::warn!(%error, "idempotency keys were not purged; the next purge tries again"),
    }
}
