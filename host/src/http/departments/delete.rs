//! `DELETE /departments/{id}`

use axum::extract::State;
use axum::http::StatusCode;
use redress_domain::id::DepartmentId;
use redress_store::department;

use crate::app::App;
use crate::http::openapi::IfMatchHeader;
use crate::http::{Can, ChangeProblems, IfMatch, Path, Problem, permit};

/// Delete a department.
///
/// Refused while a user, a smaller department, an open task or a published workflow names it.
#[utoipa::path(delete, path = "/departments/{id}", tag = "departments", params(("id" = DepartmentId, Path), IfMatchHeader),
    responses((status = 204, description = "Deleted"), ChangeProblems))]
pub async fn delete_department(
    State(app): State<App>,
    caller: Can<permit::AdminWrite>,
    Path(id): Path<DepartmentId>,
    if_match: IfMatch,
) -> Result<StatusCode, Problem> {
    caller
        .store
        .write(move |tx| {
            Box::pin(async move {
                department::lock(tx).await?;
                let found = department::find(tx, id).await?.ok_or_else(|| Problem::not_found("department", id))?;
                if_match.check("department", id, found.version)?;
                department::delete(tx, &found, found.version).await.map_err(Problem::from)
            })
        })
        .await?;
    app.rules.invalidate(caller.tenant.id);
    Ok(StatusCode::NO_CONTENT)
}
