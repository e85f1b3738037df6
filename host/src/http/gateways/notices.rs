//! `GET /gateways/{id}/notices`

use axum::Json;
use redress_domain::gateway::{GatewayNotice, NoticeState};
use redress_domain::id::GatewayId;
use redress_store::gateway;
use serde::Deserialize;
use utoipa::IntoParams;

use crate::http::page::{list, page};
use crate::http::{Can, List, Path, Problem, Query, ReadProblems, permit};

/// Which messages.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct NoticeQuery {
    /// What came of them.
    state: Option<NoticeState>,
    /// Rows wanted, 1 to 200; 50 when left out.
    limit: Option<u32>,
    /// `next` of the page before.
    after: Option<String>,
}

/// List what a gateway reported by itself, newest first.
#[utoipa::path(get, path = "/gateways/{id}/notices", tag = "gateways", params(("id" = GatewayId, Path), NoticeQuery),
    responses((status = 200, body = List<GatewayNotice>), ReadProblems))]
pub async fn list_gateway_notices(
    caller: Can<permit::FinanceRead>,
    Path(id): Path<GatewayId>,
    Query(query): Query<NoticeQuery>,
) -> Result<Json<List<GatewayNotice>>, Problem> {
    let page = page(query.limit, query.after.as_deref())?;
    let rows = caller.store.read(move |tx| {
        Box::pin(async move {
            gateway::find(tx, id).await?.ok_or_else(|| Problem::not_found("gateway", id))?;
            Ok::<_, Problem>(gateway::notice::list(tx, id, query.state, &page).await?)
        })
    });
    Ok(list(rows.await?))
}
