//! `PATCH /queues/{id}`

use axum::extract::State;
use redress_domain::id::{QueueId, UserId};
use redress_domain::tenant::Queue;
use redress_store::queue;
use serde::Deserialize;
use utoipa::ToSchema;

use super::lead;
use crate::app::App;
use crate::http::openapi::IfMatchHeader;
use crate::http::{Answer, Can, ChangeProblems, IfMatch, Json, Path, Problem, permit};
use crate::problem::check::{name, nullable};

/// What to change of a queue; what is left out stays.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct QueueChange {
    /// Display name, 1 to 100 characters.
    name: Option<String>,
    /// True: gets what no rule routed, in place of the queue that did so far.
    is_default: Option<bool>,
    /// Who leads it; null for nobody.
    #[serde(default, deserialize_with = "nullable")]
    #[schema(value_type = Option<UserId>)]
    #[expect(clippy::option_option, reason = "left out, null and a person differ")]
    lead: Option<Option<UserId>>,
}

/// Change a queue.
///
/// Its key stays, because rules name queues by it.
#[utoipa::path(patch, path = "/queues/{id}", tag = "queues", request_body = QueueChange, params(("id" = QueueId, Path), IfMatchHeader),
    responses((status = 200, body = Queue), ChangeProblems))]
pub async fn update_queue(
    State(app): State<App>,
    caller: Can<permit::AdminWrite>,
    Path(id): Path<QueueId>,
    if_match: IfMatch,
    Json(change): Json<QueueChange>,
) -> Result<Answer<Queue>, Problem> {
    let name = change.name.map(|text| name("/name", text)).transpose()?;
    let changed = caller
        .store
        .write(move |tx| {
            Box::pin(async move {
                let mut queue = queue::find(tx, id).await?.ok_or_else(|| Problem::not_found("queue", id))?;
                if_match.check("queue", id, queue.version)?;
                let expected = queue.version;
                queue.is_default = default(queue.is_default, change.is_default)?;
                queue.lead = change.lead.unwrap_or(queue.lead);
                lead(tx, queue.lead).await?;
                queue.version += 1;
                queue.name = name.unwrap_or(queue.name);
                queue::update(tx, &queue, expected).await?;
                Ok::<_, Problem>(queue)
            })
        })
        .await?;
    app.rules.invalidate(caller.tenant.id);
    let version = changed.version;
    Ok(Answer::ok(changed).version(version))
}

fn default(is: bool, wanted: Option<bool>) -> Result<bool, Problem> {
    match (is, wanted) {
        (true, Some(false)) => Err(Problem::invalid("/is_default", "a tenant always has a default queue; make another one the default")),
        (is, wanted) => Ok(wanted.unwrap_or(is)),
    }
}
