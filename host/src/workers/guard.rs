//! Watches bindings that have guardrails: whenever one has decided something it is measured, and taken back when it breaks
//! its limits. Each node looks after what it wrote itself.

use std::time::{Duration, Instant};

use redress_domain::id::{BindingId, TenantId};

use crate::app::App;
use crate::rollout;

/// Between two measurements, so that a busy binding is not measured at every ticket.
const PAUSE: Duration = Duration::from_millis(200);

/// Watches until the server stops.
pub(super) async fn run(app: App) {
    loop {
        let bindings = tokio::select! {
            () = app.stop.cancelled() => return,
            bindings = app.wake.guards_rang() => bindings,
        };
        let begun = Instant::now();
        for (tenant, binding) in bindings {
            look(&app, tenant, binding).await;
        }
        // Long windows of busy bindings take long to measure: at most a fifth of the time goes into it.
        let pause = PAUSE.max(begun.elapsed() * 4);
        tokio::select! {
            () = app.stop.cancelled() => return,
            () = tokio::time::sleep(pause) => {}
        }
    }
}

async fn look(app: &App, tenant: TenantId, binding: BindingId) {
    match rollout::watch(app, tenant, binding).await {
        Ok(None) => {}
        Ok(Some(breach)) => {
            metrics::counter!("redress_guardrails_hit_total").increment(1);
            tracing::warn!(tenant.id = %tenant, binding.id = %binding, "binding {binding} was taken back: {breach}");
        }
        Err(problem) => {
            tracing::warn!(tenant.id = %tenant, binding.id = %binding, problem = ?problem, "binding {binding} was not measured; its next decision tries again");
        }
    }
}
