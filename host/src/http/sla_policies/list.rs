//! `GET /sla-policies`, `GET /sla-policies/{id}`

use redress_domain::id::SlaPolicyId;
use redress_domain::sla::SlaPolicy;
use redress_store::sla_policy;

use crate::http::{Answer, Can, List, Path, Problem, ReadProblems, permit};

/// List all service level policies, in the order in which they are asked.
#[utoipa::path(get, path = "/sla-policies", tag = "sla-policies", responses((status = 200, body = List<SlaPolicy>), ReadProblems))]
pub async fn list_sla_policies(caller: Can<permit::TicketRead>) -> Result<axum::Json<List<SlaPolicy>>, Problem> {
    let items = caller.store.read(|tx| Box::pin(async move { sla_policy::list(tx).await.map_err(Problem::from) })).await?;
    // A shop has a handful of policies; they are one page.
    Ok(axum::Json(List { items, next: None }))
}

/// Get a service level policy.
#[utoipa::path(get, path = "/sla-policies/{id}", tag = "sla-policies", params(("id" = SlaPolicyId, Path)),
    responses((status = 200, body = SlaPolicy), ReadProblems))]
pub async fn get_sla_policy(caller: Can<permit::TicketRead>, Path(id): Path<SlaPolicyId>) -> Result<Answer<SlaPolicy>, Problem> {
    let found = caller.store.read(move |tx| Box::pin(async move { sla_policy::find(tx, id).await.map_err(Problem::from) })).await?;
    let policy = found.ok_or_else(|| Problem::not_found("service level policy", id))?;
    let version = policy.version;
    Ok(Answer::ok(policy).version(version))
}
