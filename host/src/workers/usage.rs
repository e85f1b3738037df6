//! Writes down what rule calls used, every few seconds and when the server stops. A crash loses at most the last seconds.

use std::time::Duration;

use tokio::time::{MissedTickBehavior, interval};

use crate::app::App;

/// Between two writings.
const PAUSE: Duration = Duration::from_secs(5);

/// Writes until the server stops.
pub(super) async fn run(app: App) {
    let mut tick = interval(PAUSE);
    tick.set_missed_tick_behavior(MissedTickBehavior::Skip);
    loop {
        let stopping = tokio::select! {
            () = app.stop.cancelled() => true,
            _ = tick.tick() => false,
        };
        app.rules.write_usage().await;
        if stopping {
            return;
        }
    }
}
