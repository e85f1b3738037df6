//! `GET /jobs/{id}`, `POST /jobs/{id}/cancel`

use axum::Json;
use axum::extract::State;
use redress_domain::id::JobId;
use redress_domain::job::Job;
use redress_domain::role::Permission;
use redress_store::{TenantTx, job};

use crate::app::App;
use crate::http::{Can, Code, Path, Problem, ReadProblems, WriteProblems, permit};

/// Get a job: how far it is, and its report.
#[utoipa::path(get, path = "/jobs/{id}", tag = "jobs", params(("id" = JobId, Path)),
    responses((status = 200, body = Job), ReadProblems))]
pub async fn get_job(caller: Can<permit::RuleRead>, Path(id): Path<JobId>) -> Result<Json<Job>, Problem> {
    Ok(Json(caller.store.read(move |tx| Box::pin(async move { find(tx, id).await })).await?))
}

/// Stop a job.
///
/// Whoever started it may, and whoever may change bindings. One that waits is over at once; one that runs stops within a second, and its report covers what was done.
#[utoipa::path(post, path = "/jobs/{id}/cancel", tag = "jobs", params(("id" = JobId, Path)),
    responses((status = 200, body = Job), WriteProblems))]
pub async fn cancel_job(State(app): State<App>, caller: Can<permit::RuleRead>, Path(id): Path<JobId>) -> Result<Json<Job>, Problem> {
    let (now, actor, any) = (app.clock.now(), caller.actor(), caller.may(Permission::BindingWrite));
    let cancelled = caller.store.write(move |tx| {
        Box::pin(async move {
            let present = find(tx, id).await?;
            if !any && present.created_by != actor {
                let detail = format!("job {id} was started by {}; who may change bindings can cancel it", present.created_by);
                return Err(Problem::new(Code::Forbidden, detail));
            }
            let stopped = job::cancel(tx, id, now).await?;
            let job = find(tx, id).await?;
            if !stopped {
                return Err(Problem::new(Code::NotAllowedNow, format!("job {id} is {} already", job.state)));
            }
            Ok(job)
        })
    });
    Ok(Json(cancelled.await?))
}

/// The job of an id.
pub(super) async fn find(tx: &mut TenantTx, id: JobId) -> Result<Job, Problem> {
    job::find(tx, id).await?.ok_or_else(|| Problem::not_found("job", id))
}
