//! The tickets that a timetable is about.

use redress_domain::Timestamp;
use redress_domain::binding::TicketMatch;
use redress_domain::id::TicketId;
use uuid::Uuid;

use crate::error::Result;
use crate::sql::stamp::Stamp;
use crate::sql::{TenantTx, fetch_built};

/// The next tickets that match, in the order of their identifiers, behind `after`.
pub async fn matching(
    tx: &mut TenantTx,
    wanted: &TicketMatch,
    now: Timestamp,
    after: Option<TicketId>,
    limit: u32,
) -> Result<Vec<TicketId>> {
    let tenant = tx.tenant;
    let rows = fetch_built!(tx, (Uuid,), "SELECT id FROM ticket WHERE tenant_id = ", |query| {
        query.push_bind(tenant);
        if wanted.case.is_empty() {
            query.push(" AND is_open");
        } else {
            query.push(" AND case_status IN (");
            let mut list = query.separated(", ");
            for status in &wanted.case {
                list.push_bind(status.as_str());
            }
            query.push(")");
        }
        if !wanted.kinds.is_empty() {
            query.push(" AND kind IN (");
            let mut list = query.separated(", ");
            for kind in &wanted.kinds {
                list.push_bind(kind.as_str());
            }
            query.push(")");
        }
        if let Some(key) = &wanted.queue {
            query.push(" AND queue_id = (SELECT id FROM queue WHERE tenant_id = ").push_bind(tenant);
            query.push(" AND key = ").push_bind(key.clone()).push(")");
        }
        if let Some(minutes) = wanted.older_than_minutes {
            query.push(" AND created_at < ").push_bind(Stamp(now.plus(-chrono::Duration::minutes(minutes.into()))));
        }
        if let Some(after) = after {
            query.push(" AND id > ").push_bind(after.as_uuid());
        }
        query.push(" ORDER BY id LIMIT ").push_bind(i64::from(limit));
    })?;
    Ok(rows.into_iter().map(|(id,)| TicketId::from_uuid(id)).collect())
}
