//! `GET /queues`, `GET /queues/{id}`

use axum::Json;
use redress_domain::id::QueueId;
use redress_domain::tenant::Queue;
use redress_store::queue;

use crate::http::{Answer, Can, List, Path, Problem, ReadProblems, permit};

/// List all queues.
#[utoipa::path(get, path = "/queues", tag = "queues", responses((status = 200, body = List<Queue>), ReadProblems))]
pub async fn list_queues(caller: Can<permit::TicketRead>) -> Result<Json<List<Queue>>, Problem> {
    let items = caller.store.read(|tx| Box::pin(async move { queue::list(tx).await.map_err(Problem::from) })).await?;
    // A shop has tens of queues; they are one page.
    Ok(Json(List { items, next: None }))
}

/// Get a queue.
#[utoipa::path(get, path = "/queues/{id}", tag = "queues", params(("id" = QueueId, Path)),
    responses((status = 200, body = Queue), ReadProblems))]
pub async fn get_queue(caller: Can<permit::TicketRead>, Path(id): Path<QueueId>) -> Result<Answer<Queue>, Problem> {
    let found = caller.store.read(move |tx| Box::pin(async move { queue::find(tx, id).await.map_err(Problem::from) })).await?;
    let queue = found.ok_or_else(|| Problem::not_found("queue", id))?;
    let version = queue.version;
    Ok(Answer::ok(queue).version(version))
}
