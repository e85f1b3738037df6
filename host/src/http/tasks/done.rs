//! `POST /tasks/{id}/done`

use axum::extract::State;
use axum::response::Response;
use redress_domain::id::TaskId;
use redress_domain::task::Task;
use redress_store::task;

use crate::app::App;
use crate::http::openapi::IdempotencyHeader;
use crate::http::{Answer, Bare, Can, Code, Path, Problem, WriteProblems, permit};

/// Note that a task is done.
#[utoipa::path(post, path = "/tasks/{id}/done", tag = "tasks", params(("id" = TaskId, Path), IdempotencyHeader),
    responses((status = 200, body = Task), WriteProblems))]
pub async fn finish_task(
    State(app): State<App>,
    caller: Can<permit::TicketWrite>,
    Path(id): Path<TaskId>,
    Bare(idempotency): Bare,
) -> Result<Response, Problem> {
    let (now, by) = (app.clock.now(), caller.user.id);
    idempotency
        .once(&caller, now, move |tx| {
            Box::pin(async move {
                let found = task::find(tx, id).await?.ok_or_else(|| Problem::not_found("task", id))?;
                if found.node.is_some() {
                    let detail = format!("task {id} belongs to a workflow: press one of its buttons with POST /tasks/{id}/act");
                    return Err(Problem::new(Code::NotAllowedNow, detail));
                }
                let done = task::done(tx, id, Some(by), now).await?;
                let task = task::find(tx, id).await?.ok_or_else(|| Problem::not_found("task", id))?;
                if !done {
                    return Err(Problem::new(Code::NotAllowedNow, format!("task {id} is done already")));
                }
                Ok(Answer::ok(task))
            })
        })
        .await
}
