//! `DELETE /parameters/{code}`

use axum::extract::State;
use axum::http::StatusCode;
use redress_store::parameter;

use crate::app::App;
use crate::http::{Can, Path, Problem, ReadProblems, permit};

/// Delete a parameter.
///
/// A rule that reads it is told from then on that there is none.
#[utoipa::path(delete, path = "/parameters/{code}", tag = "parameters", params(("code" = String, Path)),
    responses((status = 204, description = "Deleted"), ReadProblems))]
pub async fn delete_parameter(
    State(app): State<App>,
    caller: Can<permit::BindingWrite>,
    Path(code): Path<String>,
) -> Result<StatusCode, Problem> {
    caller.store.write(move |tx| Box::pin(async move { parameter::delete(tx, &code).await.map_err(Problem::from) })).await?;
    app.rules.invalidate(caller.tenant.id);
    Ok(StatusCode::NO_CONTENT)
}
