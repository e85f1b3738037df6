//! `GET /parameters`, `GET /parameters/{code}`

use axum::Json;
use redress_domain::parameter::Parameter;
use redress_store::parameter;

use crate::http::{Can, List, Path, Problem, ReadProblems, permit};

/// List all parameters by code.
#[utoipa::path(get, path = "/parameters", tag = "parameters", responses((status = 200, body = List<Parameter>), ReadProblems))]
pub async fn list_parameters(caller: Can<permit::RuleRead>) -> Result<Json<List<Parameter>>, Problem> {
    let items = caller.store.read(|tx| Box::pin(async move { parameter::list(tx).await.map_err(Problem::from) })).await?;
    Ok(Json(List { items, next: None }))
}

/// Get a parameter.
#[utoipa::path(get, path = "/parameters/{code}", tag = "parameters", params(("code" = String, Path)),
    responses((status = 200, body = Parameter), ReadProblems))]
pub async fn get_parameter(caller: Can<permit::RuleRead>, Path(code): Path<String>) -> Result<Json<Parameter>, Problem> {
    let wanted = code.clone();
    let found = caller.store.read(move |tx| Box::pin(async move { parameter::find(tx, &wanted).await.map_err(Problem::from) })).await?;
    found.map(Json).ok_or_else(|| Problem::not_found("parameter", code))
}
