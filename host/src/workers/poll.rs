//! How workers look for what is due: at every beat, and again at once while there was something.

use tokio::time::{MissedTickBehavior, interval};

use crate::app::App;

/// Calls `round` at every beat until the server stops, and again while it answers that there may be more. A round that has begun
/// is finished.
pub(super) async fn poll<F: Future<Output = bool>>(app: App, round: impl Fn(App) -> F) {
    let mut tick = interval(app.config.worker.poll());
    tick.set_missed_tick_behavior(MissedTickBehavior::Skip);
    loop {
        tokio::select! {
            () = app.stop.cancelled() => return,
            _ = tick.tick() => while round(app.clone()).await && !app.stop.is_cancelled() {},
        }
    }
}

/// How long a claim holds whose holder asks somebody outside: longer than the slowest answer, so that no two nodes ask about the
/// same thing at once.
pub(super) fn lease(app: &App) -> chrono::Duration {
    let seconds = u64::from(app.config.worker.lease_s).max(app.config.worker.timeout_s * 2 + 10);
    chrono::Duration::seconds(i64::try_from(seconds).unwrap_or(i64::MAX / 1000))
}
