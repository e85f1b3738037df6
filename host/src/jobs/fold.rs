//! Reads the past page by page and works on it with all cores.

use std::sync::Arc;
use std::time::{Duration, Instant};

use parking_lot::Mutex;
use redress_domain::id::{DecisionId, TenantId};
use redress_domain::job::{Job, JobState};
use redress_sandbox::Busy;
use redress_store::job;
use serde_json::Value;
use tokio::task::JoinSet;
use tokio::time::{MissedTickBehavior, interval};

use crate::app::App;
use crate::rules::{RuleCache, Snapshot};
use crate::workflow::Error;

/// Decisions read at once.
pub(super) const PAGE: u32 = 256;
/// How long one piece of work holds a sandbox before live tickets get their turn; the call under way is finished first.
const SLICE: Duration = Duration::from_millis(20);
/// How long a job waits before it asks again for a sandbox when live tickets hold them all.
const PATIENCE: Duration = Duration::from_millis(50);
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

/// Works a job off: `read` gives the page behind a decision, `work` adds one decision to what is gathered, on a thread of the
/// sandbox. Writes progress now and then and the end at the end; stops when a person cancels, at most one call later.
pub(super) async fn fold<P, G, R, F, W>(app: &App, tenant: TenantId, mut job: Job, limit: u64, read: R, work: W) -> Result<(), Error>
where
    P: Send + 'static,
    G: Gather,
    R: Fn(Option<DecisionId>, u32) -> F,
    F: Future<Output = Result<Page<P>, Error>>,
    W: Fn(P, &mut G) + Send + Sync + 'static,
{
    let (begun, work, snapshot) = (Instant::now(), Arc::new(work), app.rules.get(tenant).await?);
    // One more than there are places: it has its page at hand when a place comes free.
    let most = app.rules.places_of(&snapshot) + 1;
    let (mut gathered, mut under_way, mut waiting) = (G::default(), JoinSet::new(), Vec::new());
    let (mut after, mut left, mut more) = (None, limit, true);
    let mut note_due = interval(NOTE);
    note_due.set_missed_tick_behavior(MissedTickBehavior::Skip);
    loop {
        while under_way.len() < most {
            // A page that was not finished in its slice goes on first; the next one is read while the others are worked on.
            let items = match waiting.pop() {
                Some(rest) => rest,
                None if more => {
                    let size = u32::try_from(left).unwrap_or(PAGE).min(PAGE);
                    let page = if size == 0 { Page { items: Vec::new(), last: None } } else { read(after, size).await? };
                    left -= page.items.len() as u64;
                    (after, more) = (page.last, !page.items.is_empty());
                    page.items.into_iter()
                }
                None => break,
            };
            let (rules, snapshot, work) = (app.rules.clone(), Arc::clone(&snapshot), Arc::clone(&work));
            under_way.spawn(async move { slice(&rules, &snapshot, items, work).await });
        }
        tokio::select! {
            done = under_way.join_next() => match done {
                Some(done) => {
                    let (part, rest): (G, std::vec::IntoIter<P>) = done.map_err(|error| Error::Job(error.to_string()))?;
                    gathered.merge(part);
                    if rest.len() > 0 {
                        waiting.push(rest);
                    }
                }
                None => break,
            },
            _ = note_due.tick() => {
                if app.stop.is_cancelled() {
                    return Ok(());
                }
                (job.done, job.report) = (gathered.done(), Some(gathered.report(begun.elapsed())));
                if !note(app, tenant, &job).await? {
                    return end(app, tenant, job, JobState::Cancelled).await;
                }
            }
        }
    }
    (job.done, job.report) = (gathered.done(), Some(gathered.report(begun.elapsed())));
    end(app, tenant, job, JobState::Done).await
}

/// Works on a page for a slice of time; answers what came of it and what is left.
async fn slice<P, G, W>(rules: &RuleCache, snapshot: &Snapshot, items: std::vec::IntoIter<P>, work: Arc<W>) -> (G, std::vec::IntoIter<P>)
where
    P: Send + 'static,
    G: Gather,
    W: Fn(P, &mut G) + Send + Sync + 'static,
{
    // Waiting for a place may fail; what was to be done is then still here.
    let shared = Arc::new(Mutex::new(items));
    loop {
        let (items, work) = (Arc::clone(&shared), Arc::clone(&work));
        let done = rules.run(snapshot, move || {
            let (begun, mut part, mut items) = (Instant::now(), G::default(), items.lock());
            for item in items.by_ref() {
                work(item, &mut part);
                if begun.elapsed() >= SLICE {
                    break;
                }
            }
            part
        });
        match done.await {
            Ok(part) => {
                let rest = std::mem::take(&mut *shared.lock());
                return (part, rest);
            }
            Err(Busy) => tokio::time::sleep(PATIENCE).await,
        }
    }
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
