//! `PUT /parameters/{code}`

use axum::extract::State;
use redress_domain::parameter::Parameter;
use redress_store::parameter;

use crate::app::App;
use crate::http::{Answer, Can, Json, Path, Problem, WriteProblems, permit};
use crate::rollout::ParameterBody;

/// Add or replace a parameter.
///
/// Rules read it from the next decision on.
#[utoipa::path(put, path = "/parameters/{code}", tag = "parameters", request_body = ParameterBody, params(("code" = String, Path)),
    responses((status = 200, body = Parameter), WriteProblems))]
pub async fn put_parameter(
    State(app): State<App>,
    caller: Can<permit::ParameterWrite>,
    Path(code): Path<String>,
    Json(body): Json<ParameterBody>,
) -> Result<Answer<Parameter>, Problem> {
    let stored = body.check(code)?;
    let written = stored.clone();
    caller.store.write(move |tx| Box::pin(async move { parameter::upsert(tx, &written).await.map_err(Problem::from) })).await?;
    app.rules.invalidate(caller.tenant.id);
    Ok(Answer::ok(stored))
}
