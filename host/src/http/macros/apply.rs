//! `POST /tickets/{id}/macros/{key}/preview`, `POST /tickets/{id}/macros/{key}/apply`

use axum::Json;
use axum::extract::State;
use axum::response::Response;
use redress_domain::id::TicketId;
use redress_domain::macros::{Macro, Rendered, veiled};
use redress_store::{TenantStore, macros};

use crate::app::App;
use crate::http::once::{Once, once};
use crate::http::openapi::{IdempotencyHeader, IfMatchHeader};
use crate::http::{Bare, Can, ChangeProblems, Code, IfMatch, Path, Problem, ReadProblems, permit};
use crate::workflow::act::Doer;
use crate::workflow::view::TicketView;

/// Show what a macro would say on a ticket. Nothing changes.
#[utoipa::path(post, path = "/tickets/{id}/macros/{key}/preview", tag = "macros", params(("id" = TicketId, Path), ("key" = String, Path)),
    responses((status = 200, body = Rendered), ReadProblems))]
pub async fn preview_macro(
    State(app): State<App>,
    caller: Can<permit::TicketRead>,
    Path((id, key)): Path<(TicketId, String)>,
) -> Result<Json<Rendered>, Problem> {
    let used = find(&caller.store, key).await?;
    let doer = Doer { user: caller.user.id, roles: caller.user.roles.clone() };
    Ok(Json(app.workflow.preview_macro(caller.tenant.id, &doer, id, &used.body, &caller.fields).await?))
}

/// Apply a macro: insert its text and do what it does, all or nothing.
///
/// A variable without a value or one that the caller's roles hide, or one act that the ticket does not take now, and nothing is done.
#[utoipa::path(post, path = "/tickets/{id}/macros/{key}/apply", tag = "macros",
    params(("id" = TicketId, Path), ("key" = String, Path), IdempotencyHeader, IfMatchHeader),
    responses((status = 200, body = TicketView), ChangeProblems))]
pub async fn apply_macro(
    State(app): State<App>,
    caller: Can<permit::TicketWrite>,
    Path((id, key)): Path<(TicketId, String)>,
    expected: IfMatch,
    Bare(idempotency): Bare,
) -> Result<Response, Problem> {
    let used = find(&caller.store, key).await?;
    let veiled = veiled(&used.body, &caller.fields).map_err(crate::workflow::Error::from)?;
    if !veiled.is_empty() {
        let (key, named) = (&used.key, veiled.join(", "));
        let detail = format!("macro {key} writes {named}, which the caller's roles hide; use another text, or ask a colleague");
        return Err(Problem::new(Code::Forbidden, detail));
    }
    let (tenant, doer) = (caller.tenant.id, Doer { user: caller.user.id, roles: caller.user.roles.clone() });
    once(&app, &caller, idempotency, expected.0.is_none(), || {
        let (workflow, doer, used) = (app.workflow.clone(), doer.clone(), used.clone());
        async move { Once::ticket(workflow.apply_macro(tenant, doer, id, expected.0, used).await?) }
    })
    .await
}

async fn find(store: &TenantStore, key: String) -> Result<Macro, Problem> {
    let wanted = key.clone();
    let found = store.read(move |tx| Box::pin(async move { macros::find_by_key(tx, &wanted).await.map_err(Problem::from) })).await?;
    found.ok_or_else(|| Problem::not_found("macro", key))
}
