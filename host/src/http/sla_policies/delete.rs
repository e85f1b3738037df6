//! `DELETE /sla-policies/{id}`

use axum::extract::State;
use axum::http::StatusCode;
use redress_domain::id::SlaPolicyId;
use redress_store::{service_level, sla_policy};

use crate::app::App;
use crate::http::openapi::IfMatchHeader;
use crate::http::{Can, ChangeProblems, Code, IfMatch, Path, Problem, permit};

/// Delete a service level policy that is switched off.
///
/// One that is switched on is in use: switch it off first, which shows what that does. What ended under it keeps its verdict.
#[utoipa::path(delete, path = "/sla-policies/{id}", tag = "sla-policies", params(("id" = SlaPolicyId, Path), IfMatchHeader),
    responses((status = 204, description = "Deleted"), ChangeProblems))]
pub async fn delete_sla_policy(
    State(app): State<App>,
    caller: Can<permit::BindingWrite>,
    Path(id): Path<SlaPolicyId>,
    if_match: IfMatch,
) -> Result<StatusCode, Problem> {
    let now = app.clock.now();
    caller
        .store
        .write(move |tx| {
            Box::pin(async move {
                let found = sla_policy::find(tx, id).await?.ok_or_else(|| Problem::not_found("service level policy", id))?;
                if_match.check("service level policy", id, found.version)?;
                if found.enabled {
                    return Err(Problem::new(
                        Code::InUse,
                        format!("the policy '{}' is switched on: switch it off first", found.policy.name),
                    ));
                }
                sla_policy::delete(tx, id, found.version).await?;
                service_level::wake_all(tx, now).await?;
                Ok(())
            })
        })
        .await?;
    app.workflow.promises_changed(caller.tenant.id);
    Ok(StatusCode::NO_CONTENT)
}
