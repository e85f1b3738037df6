//! `DELETE /gateways/{id}`

use axum::http::StatusCode;
use redress_domain::id::GatewayId;
use redress_store::gateway;

use crate::http::openapi::IfMatchHeader;
use crate::http::{Can, ChangeProblems, IfMatch, Path, Problem, permit};

/// Delete a gateway.
///
/// Instructions of its tender wait for another one, or for finance; what is not known of them stays unknown until then.
#[utoipa::path(delete, path = "/gateways/{id}", tag = "gateways", params(("id" = GatewayId, Path), IfMatchHeader),
    responses((status = 204, description = "Deleted"), ChangeProblems))]
pub async fn delete_gateway(caller: Can<permit::AdminWrite>, Path(id): Path<GatewayId>, if_match: IfMatch) -> Result<StatusCode, Problem> {
    caller
        .store
        .write(move |tx| {
            Box::pin(async move {
                let present = gateway::find(tx, id).await?.ok_or_else(|| Problem::not_found("gateway", id))?;
                if_match.check("gateway", id, present.version)?;
                Ok::<_, Problem>(gateway::delete(tx, id).await?)
            })
        })
        .await?;
    Ok(StatusCode::NO_CONTENT)
}
