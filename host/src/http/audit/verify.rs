//! `GET /audit/verify`

use axum::Json;
use redress_domain::audit::Seal;
use redress_store::audit;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use crate::http::{Can, Code, Problem, Query, ReadProblems, permit};

/// Seals looked at in one request, with at most a thousand rows each.
const AT_ONCE: u32 = 200;

/// From where.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct VerifyQuery {
    /// `next` of the answer before; the beginning when left out.
    after: Option<i64>,
}

/// Whether the log is what was written.
#[derive(Debug, Serialize, ToSchema)]
pub struct AuditCheck {
    /// True when everything looked at is whole.
    whole: bool,
    /// What is wrong first, in words.
    fault: Option<String>,
    /// How many sealed rows were looked at.
    entries: u64,
    /// How many rows wait for their seal, which comes within seconds.
    unsealed: u64,
    /// The last seal looked at. Whoever writes its hash down elsewhere can show later that nothing before it changed.
    head: Option<Seal>,
    /// Hand it back as `after` to go on; null at the end.
    next: Option<i64>,
}

/// Verify the operation log.
///
/// Finds rows that were changed, added or removed behind the server's back, and seals that are missing.
#[utoipa::path(get, path = "/audit/verify", tag = "audit", params(VerifyQuery), responses((status = 200, body = AuditCheck), ReadProblems))]
pub async fn verify_audit(caller: Can<permit::AdminRead>, Query(query): Query<VerifyQuery>) -> Result<Json<AuditCheck>, Problem> {
    let after = query.after.unwrap_or(0);
    if after < 0 {
        return Err(Problem::new(Code::InvalidQuery, "after is the number of a seal and begins at 0"));
    }
    let found =
        caller.store.read(move |tx| Box::pin(async move { audit::verify(tx, after, AT_ONCE).await.map_err(Problem::from) })).await?;
    let next = found.last.as_ref().filter(|_| found.more && found.fault.is_none()).map(|seal| seal.seq);
    let audit::Checked { last, entries, unsealed, fault, more: _ } = found;
    Ok(Json(AuditCheck { whole: fault.is_none(), fault, entries, unsealed, head: last, next }))
}
