//! Reads the past page by page and works on it with all cores.

use std::sync::Arc;
use std::time::{Duration, Instant};

use redress_domain::id::{DecisionId, TenantId};
use redress_domain::job::{Job, JobState};
use redress_store::job;
use serde_json::Value;
use tokio::task::JoinSet;

use crate::app::App;
use crate::workflow::Error;

/// Decisions read and worked on at once. One thread of the sandbox has a page for about 20 ms, so that live tickets never wait
/// long for it.
pub(super) const PAGE: u32 = 256;
/// Between two notes of how far the job is.
const NOTE: Duration = Duration::from_millis(250);
/// How long a silent worker keeps a job.
const LEASE: chrono::Duration = chrono::Duration::seconds(30);

/// What is gathered over all pages.
pub(super) trait Gather: Default + Send + 'static {
    /// Decisions worked on.
    fn done(&self) -> u64;
    /// Adds what another page gave.
    fn merge(&mut self, other: Self);
    /// The report so far.
    fn report(&self, elapsed: Duration) -> Value;
}

/// A page of the past.
pub(super) struct Page<P> {
    /// Its decisions.
    pub(super) items: Vec<P>,
    /// The last of them, where the next page begins.
    pub(super) last: Option<DecisionId>,
}

/// Works a job off: `read` gives the page behind a decision, `work` runs on a thread of the sandbox. Writes progress now and
/// then and the end at the end; stops when a person cancels.
pub(super) async fn fold<P, G, R, F, W>(app: &App, tenant: TenantId, mut job: Job, limit: u64, read: R, work: W) -> Result<(), Error>
where
    P: Send + 'static,
    G: Gather,
    R: Fn(Option<DecisionId>, u32) -> F,
    F: Future<Output = Result<Page<P>, Error>>,
    W: Fn(Vec<P>) -> G + Send + Sync + 'static,
{
    let (begun, work, snapshot) = (Instant::now(), Arc::new(work), app.rules.get(tenant).await?);
    let (mut gathered, mut under_way) = (G::default(), JoinSet::new());
    let most = std::thread::available_parallelism().map_or(1, usize::from);
    let (mut after, mut left, mut noted, mut more) = (None, limit, Instant::now(), true);
    while more || !under_way.is_empty() {
        if more && under_way.len() <= most {
            let size = u32::try_from(left).unwrap_or(PAGE).min(PAGE);
            let page = if size == 0 { Page { items: Vec::new(), last: None } } else { read(after, size).await? };
            left -= page.items.len() as u64;
            more = !page.items.is_empty();
            after = page.last;
            if more {
                let (rules, snapshot, work) = (app.rules.clone(), Arc::clone(&snapshot), Arc::clone(&work));
                under_way.spawn(async move { rules.run(&snapshot, move || work(page.items)).await });
                continue;
            }
        }
        if let Some(done) = under_way.join_next().await {
            let part: G = done.map_err(|_| Error::Busy(redress_sandbox::Busy))??;
            gathered.merge(part);
        }
        job.done = gathered.done();
        if noted.elapsed() >= NOTE {
            noted = Instant::now();
            job.report = Some(gathered.report(begun.elapsed()));
            if app.stop.is_cancelled() {
                return Ok(());
            }
            if !note(app, tenant, &job).await? {
                return end(app, tenant, job, JobState::Cancelled).await;
            }
        }
    }
    job.done = gathered.done();
    job.report = Some(gathered.report(begun.elapsed()));
    end(app, tenant, job, JobState::Done).await
}

/// Writes how far a job is; false when it shall stop.
pub(super) async fn note(app: &App, tenant: TenantId, job: &Job) -> Result<bool, Error> {
    let (job, until) = (job.clone(), app.clock.now().plus(LEASE));
    Ok(app.store.tenant(tenant).write(move |tx| Box::pin(async move { job::progress(tx, &job, until).await })).await?)
}

/// Writes how a job ended.
pub(super) async fn end(app: &App, tenant: TenantId, job: Job, state: JobState) -> Result<(), Error> {
    let job = Job { state, finished_at: Some(app.clock.now()), ..job };
    Ok(app.store.tenant(tenant).write(move |tx| Box::pin(async move { job::finish(tx, &job).await })).await?)
}
