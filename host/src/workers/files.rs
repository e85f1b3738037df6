//! Sweeps files that nobody uses.

use std::time::Duration;

use tokio::time::{MissedTickBehavior, interval};

use crate::app::App;
use crate::attachments::sweep;

/// Sweeps until the server stops.
pub(super) async fn run(app: App) {
    let mut tick = interval(Duration::from_secs(app.config.worker.purge_s.max(1)));
    tick.set_missed_tick_behavior(MissedTickBehavior::Skip);
    loop {
        tokio::select! {
            () = app.stop.cancelled() => return,
            _ = tick.tick() => {}
        }
        let before = app.clock.now().plus(-chrono::Duration::hours(app.config.storage.unused_hours.max(1).into()));
        match sweep(&app.attachments, &app.store, before).await {
            Ok(0) => {}
            Ok(count) => tracing::debug!(count, "{count} unused attachments were deleted"),
            Err(error) => tracing::warn!(%error, "unused attachments were not all deleted; the next sweep goes on"),
        }
    }
}
