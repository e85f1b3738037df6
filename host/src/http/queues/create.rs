//! `POST /queues`

use axum::extract::State;
use axum::response::Response;
use redress_domain::id::{QueueId, UserId};
use redress_domain::tenant::Queue;
use redress_store::queue;
use serde::Deserialize;
use utoipa::ToSchema;

use super::lead;
use crate::app::App;
use crate::http::openapi::IdempotencyHeader;
use crate::http::{Answer, Can, Command, Problem, WriteProblems, permit};
use crate::problem::check::{key, name};

/// A queue to add.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewQueue {
    /// Key for rules: 1 to 64 lower-case letters, digits, `_`, `-`, unique within the tenant.
    key: String,
    /// Display name, 1 to 100 characters.
    name: String,
    /// Gets what no rule routed, in place of the queue that did so far.
    #[serde(default)]
    is_default: bool,
    /// Who leads it, and is told when tickets stay in it for too long.
    #[serde(default)]
    lead: Option<UserId>,
}

/// Add a queue.
///
/// Every tenant begins with one, `default`, which gets what no rule routed.
#[utoipa::path(post, path = "/queues", tag = "queues", request_body = NewQueue, params(IdempotencyHeader),
    responses((status = 201, body = Queue), WriteProblems))]
pub async fn create_queue(
    State(app): State<App>,
    caller: Can<permit::AdminWrite>,
    command: Command<NewQueue>,
) -> Result<Response, Problem> {
    let queue = Queue {
        id: app.new_id(QueueId::generate),
        version: 1,
        key: key("/key", command.body.key)?,
        name: name("/name", command.body.name)?,
        is_default: command.body.is_default,
        lead: command.body.lead,
    };
    let answer = command
        .idempotency
        .once(&caller, app.clock.now(), move |tx| {
            Box::pin(async move {
                lead(tx, queue.lead).await?;
                queue::insert(tx, &queue).await?;
                Ok(Answer::created(queue).version(1))
            })
        })
        .await?;
    app.rules.invalidate(caller.tenant.id);
    Ok(answer)
}
