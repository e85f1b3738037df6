//! `GET /gateways`, `GET /gateways/{id}`

use axum::Json;
use redress_domain::gateway::Gateway;
use redress_domain::id::GatewayId;
use redress_store::gateway;

use crate::http::{Answer, Can, List, Path, Problem, ReadProblems, permit};

/// List all gateways by tender.
#[utoipa::path(get, path = "/gateways", tag = "gateways", responses((status = 200, body = List<Gateway>), ReadProblems))]
pub async fn list_gateways(caller: Can<permit::FinanceRead>) -> Result<Json<List<Gateway>>, Problem> {
    let items = caller.store.read(|tx| Box::pin(async move { gateway::list(tx).await.map_err(Problem::from) })).await?;
    Ok(Json(List { items, next: None }))
}

/// Get a gateway.
#[utoipa::path(get, path = "/gateways/{id}", tag = "gateways", params(("id" = GatewayId, Path)),
    responses((status = 200, body = Gateway), ReadProblems))]
pub async fn get_gateway(caller: Can<permit::FinanceRead>, Path(id): Path<GatewayId>) -> Result<Answer<Gateway>, Problem> {
    let found = caller.store.read(move |tx| Box::pin(async move { gateway::find(tx, id).await.map_err(Problem::from) })).await?;
    let gateway = found.ok_or_else(|| Problem::not_found("gateway", id))?;
    let version = gateway.version;
    Ok(Answer::ok(gateway).version(version))
}
