//! `POST /replays`, `GET /replays`

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Response};
use redress_domain::id::JobId;
use redress_domain::job::{Job, JobKind};
use redress_store::job;

use crate::app::App;
use crate::http::openapi::IdempotencyHeader;
use crate::http::page::list;
use crate::http::{Answer, Can, Command, List, PageQuery, Problem, Query, ReadProblems, WriteProblems, permit};
use crate::jobs::{self, ReplaySpec};

/// Run past decisions again as they were.
///
/// Each with its own bytes, inputs and recorded look-ups; answer and fuel must agree. The job runs in the background; follow it
/// at `/jobs/{id}/events`.
#[utoipa::path(post, path = "/replays", tag = "jobs", request_body = ReplaySpec, params(IdempotencyHeader),
    responses((status = 202, body = Job), WriteProblems))]
pub async fn start_replay(
    State(app): State<App>,
    caller: Can<permit::RuleRead>,
    command: Command<ReplaySpec>,
) -> Result<Response, Problem> {
    let (spec, id, now, actor) = (command.body, app.new_id(JobId::generate), app.clock.now(), caller.actor());
    let answer = command
        .idempotency
        .once(&caller, now, move |tx| {
            Box::pin(async move {
                let job = jobs::start(tx, id, JobKind::Replay, &spec, actor, now).await?;
                Ok(Answer { status: StatusCode::ACCEPTED, ..Answer::ok(job) })
            })
        })
        .await?;
    app.wake.jobs();
    Ok(answer)
}

/// List replays, newest first.
#[utoipa::path(get, path = "/replays", tag = "jobs", params(PageQuery), responses((status = 200, body = List<Job>), ReadProblems))]
pub async fn list_replays(caller: Can<permit::RuleRead>, Query(query): Query<PageQuery>) -> Result<Response, Problem> {
    let page = query.page()?;
    let found = caller.store.read(move |tx| Box::pin(async move { job::list(tx, JobKind::Replay, &page).await })).await?;
    Ok(list(found).into_response())
}
