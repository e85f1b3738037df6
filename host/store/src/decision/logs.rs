//! What the rules of a binding logged.

use redress_domain::Timestamp;
use redress_domain::decision::LogLine;
use redress_domain::id::{BindingId, DecisionId};
use uuid::Uuid;

use super::payload::decode;
use super::scan::lower_bound;
use crate::error::{Error, Result};
use crate::sql::{TenantTx, fetch_built};

/// The logs of a binding's decisions since a moment, oldest first, behind `after`. Shadows and fallbacks count too.
pub async fn logs(
    tx: &mut TenantTx,
    binding: BindingId,
    since: Timestamp,
    after: Option<DecisionId>,
    limit: u32,
) -> Result<Vec<(DecisionId, Vec<LogLine>)>> {
    let tenant = tx.tenant;
    let rows = fetch_built!(tx, (Uuid, Vec<u8>), "SELECT id, payload FROM decision WHERE tenant_id = ", |query| {
        query.push_bind(tenant).push(" AND binding_id = ").push_bind(binding.as_uuid());
        query.push(" AND id >= ").push_bind(lower_bound(since));
        if let Some(after) = after {
            query.push(" AND id > ").push_bind(after.as_uuid());
        }
        query.push(" ORDER BY id LIMIT ").push_bind(i64::from(limit));
    })?;
    rows.into_iter()
        .map(|(id, payload)| {
            let id = DecisionId::from_uuid(id);
            let payload = decode(&payload).ok_or_else(|| Error::corrupt("decision", "payload", id))?;
            Ok((id, payload.log))
        })
        .collect()
}
