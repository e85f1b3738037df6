//! `GET /tenants`

use axum::Json;
use axum::extract::State;
use redress_domain::tenant::Tenant;
use redress_store::tenant;

use crate::app::App;
use crate::http::auth::Operator;
use crate::http::{List, Problem, ReadProblems};

/// List all tenants by slug. Needs the operator's key.
#[utoipa::path(get, path = "/tenants", tag = "tenants", responses((status = 200, body = List<Tenant>), ReadProblems))]
pub async fn list_tenants(State(app): State<App>, _: Operator) -> Result<Json<List<Tenant>>, Problem> {
    let items = app.store.read(|tx| Box::pin(async move { tenant::list(tx).await.map_err(Problem::from) })).await?;
    Ok(Json(List { items, next: None }))
}
