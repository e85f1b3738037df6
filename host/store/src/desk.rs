//! Who could take a ticket now.

use std::collections::BTreeMap;

use redress_domain::id::UserId;
use redress_domain::rule::{Desk, DeskAgent, DeskQueue};
use uuid::Uuid;

use crate::error::Result;
use crate::queue;
use crate::sql::column::{count, json};
use crate::sql::{TenantTx, fetch_all};

#[derive(sqlx::FromRow)]
struct AgentRow {
    id: Uuid,
    name: String,
    queues: String,
    skills: String,
    capacity: i64,
    rating: Option<i64>,
    available: bool,
}

/// Queues, and the users who work in any of them, with the number of open tickets each has. Users who are disabled or work in
/// no queue are left out. The turn counter is 0: callers set it.
///
/// Counting costs about a microsecond per assigned open ticket, so callers on the main path keep the answer for a second.
pub async fn snapshot(tx: &mut TenantTx) -> Result<Desk> {
    let queues = queue::list(tx).await?;
    let sql = "SELECT id, name, queues, skills, capacity, rating, available FROM account \
               WHERE tenant_id = $1 AND NOT disabled AND queues <> '[]' ORDER BY id";
    let rows = fetch_all!(tx, AgentRow, sql, tx.tenant)?;
    let sql = "SELECT assignee_id, COUNT(*) FROM ticket \
               WHERE tenant_id = $1 AND is_open AND assignee_id IS NOT NULL GROUP BY assignee_id";
    let open: BTreeMap<Uuid, i64> = fetch_all!(tx, (Uuid, i64), sql, tx.tenant)?.into_iter().collect();
    let agents = rows.into_iter().map(|row| agent(row, &open)).collect::<Result<_>>()?;
    Ok(Desk { queues: queues.into_iter().map(|queue| DeskQueue { key: queue.key, name: queue.name }).collect(), agents, turn: 0 })
}

fn agent(row: AgentRow, open: &BTreeMap<Uuid, i64>) -> Result<DeskAgent> {
    let id = UserId::from_uuid(row.id);
    Ok(DeskAgent {
        id: id.to_string(),
        name: row.name,
        queues: json(&row.queues, "account", "queues", id)?,
        skills: json(&row.skills, "account", "skills", id)?,
        open_tickets: count(open.get(&row.id).copied().unwrap_or(0), "ticket", "assignee_id", id)?,
        capacity: count(row.capacity, "account", "capacity", id)?,
        rating: row.rating.map(|rating| count(rating, "account", "rating", id)).transpose()?,
        available: row.available,
    })
}
