//! `DELETE /webhooks/{id}`

use axum::extract::State;
use axum::http::StatusCode;
use redress_domain::id::WebhookId;
use redress_store::webhook;

use crate::app::App;
use crate::http::openapi::IfMatchHeader;
use crate::http::{Can, ChangeProblems, IfMatch, Path, Problem, permit};

/// Delete an endpoint.
///
/// Messages that still wait for it go to the dead letters.
#[utoipa::path(delete, path = "/webhooks/{id}", tag = "webhooks", params(("id" = WebhookId, Path), IfMatchHeader),
    responses((status = 204, description = "Deleted"), ChangeProblems))]
pub async fn delete_webhook(
    State(app): State<App>,
    caller: Can<permit::AdminWrite>,
    Path(id): Path<WebhookId>,
    if_match: IfMatch,
) -> Result<StatusCode, Problem> {
    caller
        .store
        .write(move |tx| {
            Box::pin(async move {
                let endpoint = webhook::find(tx, id).await?.ok_or_else(|| Problem::not_found("webhook", id))?;
                if_match.check("webhook", id, endpoint.version)?;
                Ok::<_, Problem>(webhook::delete(tx, id).await?)
            })
        })
        .await?;
    app.rules.invalidate(caller.tenant.id);
    Ok(StatusCode::NO_CONTENT)
}
