//! `PUT /sla-policies/{id}`

use axum::extract::State;
use redress_domain::id::SlaPolicyId;
use redress_domain::sla::SlaPolicy;
use redress_store::{service_level, sla_policy};

use super::{PolicyDraft, checked};
use crate::app::App;
use crate::http::openapi::IfMatchHeader;
use crate::http::{Answer, Can, ChangeProblems, IfMatch, Json, Path, Problem, permit};

/// Replace a service level policy.
///
/// It holds at once, for tickets that run already too (L23). What ended before keeps its verdict; what was done for a ticket
/// under a target of the same key is not done again.
#[utoipa::path(put, path = "/sla-policies/{id}", tag = "sla-policies", request_body = PolicyDraft,
    params(("id" = SlaPolicyId, Path), IfMatchHeader), responses((status = 200, body = SlaPolicy), ChangeProblems))]
pub async fn update_sla_policy(
    State(app): State<App>,
    caller: Can<permit::BindingWrite>,
    Path(id): Path<SlaPolicyId>,
    if_match: IfMatch,
    Json(draft): Json<PolicyDraft>,
) -> Result<Answer<SlaPolicy>, Problem> {
    let now = app.clock.now();
    let changed = caller
        .store
        .write(move |tx| {
            Box::pin(async move {
                let found = sla_policy::find(tx, id).await?.ok_or_else(|| Problem::not_found("service level policy", id))?;
                if_match.check("service level policy", id, found.version)?;
                let PolicyDraft { order, enabled, calendar, applies_to, policy } = checked(tx, draft).await?;
                let changed = SlaPolicy { id, version: found.version + 1, order, enabled, calendar, applies_to, policy };
                sla_policy::update(tx, &changed, found.version).await?;
                service_level::wake_all(tx, now).await?;
                Ok::<_, Problem>(changed)
            })
        })
        .await?;
    app.workflow.promises_changed(caller.tenant.id);
    let version = changed.version;
    Ok(Answer::ok(changed).version(version))
}
