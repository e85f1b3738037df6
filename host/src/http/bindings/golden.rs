//! `/bindings/{id}/golden`: past decisions whose outcome a binding must keep.

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use redress_domain::golden::Golden;
use redress_domain::id::{BindingId, DecisionId};
use redress_store::{decision, golden};
use serde::Deserialize;
use utoipa::ToSchema;

use super::update::look;
use crate::app::App;
use crate::http::openapi::IdempotencyHeader;
use crate::http::{Answer, Can, Command, List, Path, Problem, ReadProblems, WriteProblems, permit};
use crate::problem::check::text_between;

/// Decisions to hold a binding to.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewGolden {
    /// The decisions; of the binding's hook.
    decisions: Vec<DecisionId>,
    /// Why they matter, 1 to 300 characters.
    note: String,
}

/// Hold a binding to past decisions.
///
/// A later change of the binding that would let one of them end in another way needs a sign-off.
#[utoipa::path(post, path = "/bindings/{id}/golden", tag = "bindings", request_body = NewGolden,
    params(("id" = BindingId, Path), IdempotencyHeader), responses((status = 201, body = List<Golden>), WriteProblems))]
pub async fn add_golden(
    State(app): State<App>,
    caller: Can<permit::BindingWrite>,
    Path(id): Path<BindingId>,
    command: Command<NewGolden>,
) -> Result<Response, Problem> {
    let NewGolden { decisions, note } = command.body;
    let note = text_between("/note", note, 1, 300)?;
    let (now, actor) = (app.clock.now(), caller.actor());
    command
        .idempotency
        .once(&caller, now, move |tx| {
            Box::pin(async move {
                let (binding, _) = look(tx, id, None).await?;
                let mut held = Vec::with_capacity(decisions.len());
                for (place, decision) in decisions.into_iter().enumerate() {
                    let pointer = format!("/decisions/{place}");
                    let found = decision::find(tx, decision).await?;
                    let found = found.ok_or_else(|| Problem::invalid(pointer.as_str(), format!("there is no decision {decision} here")))?;
                    if found.hook != binding.hook || !found.outcome.is_deterministic() {
                        let message =
                            format!("{decision} is a {} decision that ended {}; choose one of {}", found.hook, found.outcome, binding.hook);
                        return Err(Problem::invalid(pointer, message));
                    }
                    held.push(Golden { binding: id, decision, note: note.clone(), added_by: actor.clone(), added_at: now });
                }
                golden::insert_many(tx, &held).await?;
                Ok(Answer::created(List { items: golden::list(tx, id).await?, next: None }))
            })
        })
        .await
}

/// List the decisions that a binding is held to.
#[utoipa::path(get, path = "/bindings/{id}/golden", tag = "bindings", params(("id" = BindingId, Path)),
    responses((status = 200, body = List<Golden>), ReadProblems))]
pub async fn list_golden(caller: Can<permit::RuleRead>, Path(id): Path<BindingId>) -> Result<Json<List<Golden>>, Problem> {
    let items = caller.store.read(move |tx| {
        Box::pin(async move {
            look(tx, id, None).await?;
            Ok::<_, Problem>(golden::list(tx, id).await?)
        })
    });
    Ok(Json(List { items: items.await?, next: None }))
}

/// Let a binding go from a decision.
#[utoipa::path(delete, path = "/bindings/{id}/golden/{decision}", tag = "bindings",
    params(("id" = BindingId, Path), ("decision" = DecisionId, Path)), responses((status = 204, description = "Deleted"), ReadProblems))]
pub async fn delete_golden(
    caller: Can<permit::BindingWrite>,
    Path((id, decision)): Path<(BindingId, DecisionId)>,
) -> Result<StatusCode, Problem> {
    caller.store.write(move |tx| Box::pin(async move { golden::delete(tx, id, decision).await.map_err(Problem::from) })).await?;
    Ok(StatusCode::NO_CONTENT)
}
