//! `DELETE /bindings/{id}`

use axum::extract::State;
use axum::http::StatusCode;
use redress_domain::binding::RevisionAction;
use redress_domain::id::BindingId;
use redress_store::binding;

use crate::app::App;
use crate::http::openapi::IfMatchHeader;
use crate::http::{Can, ChangeProblems, IfMatch, Path, Problem, permit};
use crate::rollout::{self, Note};

/// Delete a binding.
///
/// Decisions that it made stay and can be run again.
#[utoipa::path(delete, path = "/bindings/{id}", tag = "bindings", params(("id" = BindingId, Path), IfMatchHeader),
    responses((status = 204, description = "Deleted"), ChangeProblems))]
pub async fn delete_binding(
    State(app): State<App>,
    caller: Can<permit::BindingWrite>,
    Path(id): Path<BindingId>,
    if_match: IfMatch,
) -> Result<StatusCode, Problem> {
    let note = Note { at: app.clock.now(), actor: caller.actor(), action: RevisionAction::Deleted, reason: None };
    caller
        .store
        .write(move |tx| {
            Box::pin(async move {
                let binding = binding::find(tx, id).await?.ok_or_else(|| Problem::not_found("binding", id))?;
                if_match.check("binding", id, binding.version)?;
                rollout::remove(tx, &binding, note).await
            })
        })
        .await?;
    app.rules.invalidate(caller.tenant.id);
    Ok(StatusCode::NO_CONTENT)
}
