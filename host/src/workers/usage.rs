//! Writes down what rule calls used, every few seconds and when the server stops. A crash loses at most the last seconds.

use std::time::Duration;

use redress_store::usage;
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
        write(&app).await;
        if stopping {
            return;
        }
    }
}

/// Writes what was used since the last time.
pub async fn write(app: &App) {
    for (tenant, used) in app.rules.take_usage() {
        let rows = used.clone();
        let written = app.store.tenant(tenant).write(move |tx| Box::pin(async move { usage::add(tx, &rows).await })).await;
        if let Err(error) = written {
            tracing::warn!(tenant.id = %tenant, %error, "what rule calls used was not written down; it is tried again");
            app.rules.give_back_usage(tenant, used);
        }
    }
}
