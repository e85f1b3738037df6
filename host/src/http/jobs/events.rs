//! `GET /jobs/{id}/events`

use std::convert::Infallible;
use std::time::Duration;

use axum::extract::State;
use axum::response::sse::{Event, KeepAlive, Sse};
use futures_util::stream::{self, Stream};
use redress_domain::id::JobId;
use redress_domain::job::Job;
use redress_store::TenantStore;

use super::get::find;
use crate::app::App;
use crate::http::{Can, Path, Problem, ReadProblems, permit};

/// Between two looks at the job. It may run on another node, so the database is asked.
const LOOK: Duration = Duration::from_millis(250);

/// Follow a job: server-sent events (HTML Living Standard §9.2).
///
/// `progress` whenever it got further, and `end` once; both carry the job as JSON. The stream closes after `end`.
#[utoipa::path(get, path = "/jobs/{id}/events", tag = "jobs", params(("id" = JobId, Path)),
    responses((status = 200, content_type = "text/event-stream", body = String), ReadProblems))]
pub async fn job_events(
    State(app): State<App>,
    caller: Can<permit::RuleRead>,
    Path(id): Path<JobId>,
) -> Result<Sse<impl Stream<Item = Result<Event, Infallible>>>, Problem> {
    let store = caller.store.clone();
    let first = look(&store, id).await?;
    let follow = Follow { store, id, app, next: Some(first), told: None };
    Ok(Sse::new(stream::unfold(follow, step)).keep_alive(KeepAlive::default()))
}

struct Follow {
    store: TenantStore,
    id: JobId,
    app: App,
    /// Read and not told yet.
    next: Option<Job>,
    /// What was told last; the end of the stream when it was final.
    told: Option<Job>,
}

async fn look(store: &TenantStore, id: JobId) -> Result<Job, Problem> {
    store.read(move |tx| Box::pin(async move { find(tx, id).await })).await
}

async fn step(mut follow: Follow) -> Option<(Result<Event, Infallible>, Follow)> {
    if follow.told.as_ref().is_some_and(|job| job.state.is_final()) {
        return None;
    }
    loop {
        let job = if let Some(job) = follow.next.take() {
            job
        } else {
            tokio::select! {
                () = follow.app.stop.cancelled() => return None,
                () = tokio::time::sleep(LOOK) => {}
            }
            // A stream cannot say that it failed; whoever follows connects again and learns why.
            look(&follow.store, follow.id).await.ok()?
        };
        if follow.told.as_ref() == Some(&job) {
            continue;
        }
        let name = if job.state.is_final() { "end" } else { "progress" };
        let event = Event::default().event(name).json_data(&job).ok()?;
        follow.told = Some(job);
        return Some((Ok(event), follow));
    }
}
