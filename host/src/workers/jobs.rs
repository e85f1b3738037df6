//! Takes jobs that wait and works them off, one at a time: each uses all cores already.

use redress_domain::id::TenantId;
use redress_domain::job::{Job, JobState};
use redress_store::job;
use tokio::time::{MissedTickBehavior, interval};

use crate::app::App;
use crate::jobs;

/// How long a worker that took a job and died keeps it.
const LEASE: chrono::Duration = chrono::Duration::seconds(30);

/// Works until the server stops.
pub(super) async fn run(app: App) {
    let mut tick = interval(app.config.worker.poll().max(std::time::Duration::from_secs(1)));
    tick.set_missed_tick_behavior(MissedTickBehavior::Skip);
    loop {
        tokio::select! {
            () = app.stop.cancelled() => return,
            _ = tick.tick() => {}
            () = app.wake.jobs_rang() => {}
        }
        while let Some((tenant, job)) = claim(&app).await {
            work(&app, tenant, job).await;
            if app.stop.is_cancelled() {
                return;
            }
        }
    }
}

async fn claim(app: &App) -> Option<(TenantId, Job)> {
    let now = app.clock.now();
    match app.store.write(move |tx| Box::pin(async move { job::claim(tx, now, now.plus(LEASE)).await })).await {
        Ok(claimed) => claimed,
        Err(error) => {
            tracing::warn!(%error, "jobs cannot be read; the next look tries again");
            None
        }
    }
}

async fn work(app: &App, tenant: TenantId, job: Job) {
    let id = job.id;
    let Err(error) = jobs::run(app, tenant, job.clone()).await else { return };
    tracing::warn!(tenant.id = %tenant, job.id = %id, %error, "job {id} failed: {error}");
    let failed = Job { state: JobState::Failed, error: Some(error.to_string()), finished_at: Some(app.clock.now()), ..job };
    let written = app.store.tenant(tenant).write(move |tx| Box::pin(async move { job::finish(tx, &failed).await })).await;
    if let Err(error) = written {
        tracing::warn!(job.id = %id, %error, "that job {id} failed was not written; its lease ends and it begins anew");
    }
}
