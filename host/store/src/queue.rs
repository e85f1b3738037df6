//! Queues of tickets.

use redress_domain::id::{QueueId, UserId};
use redress_domain::tenant::Queue;
use uuid::Uuid;

use crate::error::{Error, Result};
use crate::sql::{TenantTx, execute, fetch_all, fetch_optional, insert};

#[derive(sqlx::FromRow)]
struct QueueRow {
    id: Uuid,
    version: i64,
    key: String,
    name: String,
    is_default: bool,
    lead_id: Option<Uuid>,
}

impl From<QueueRow> for Queue {
    fn from(row: QueueRow) -> Self {
        Self {
            id: QueueId::from_uuid(row.id),
            version: row.version,
            key: row.key,
            name: row.name,
            is_default: row.is_default,
            lead: row.lead_id.map(UserId::from_uuid),
        }
    }
}

/// Adds a queue. When it is the default, the one before no longer is.
///
/// # Errors
/// [`Error::NotUnique`] `queue_key`.
pub async fn insert(tx: &mut TenantTx, queue: &Queue) -> Result<()> {
    make_room(tx, queue).await?;
    let tenant = tx.tenant;
    insert!(tx, "queue (tenant_id, id, version, key, name, is_default, lead_id)", [queue], |values, q| {
        values.bind(tenant).bind(q.id.as_uuid()).bind(q.version).bind(&q.key).bind(&q.name).bind(q.is_default);
        values.bind(q.lead.map(|id| id.as_uuid()));
    });
    tx.flush().await
}

/// Replaces a queue that is at version `expected`. When it becomes the default, the one before no longer is.
///
/// # Errors
/// [`Error::Stale`] when it is at another version or does not exist; [`Error::NotUnique`] `queue_key`.
pub async fn update(tx: &mut TenantTx, queue: &Queue, expected: i64) -> Result<()> {
    make_room(tx, queue).await?;
    let sql = "UPDATE queue SET version = $4, key = $5, name = $6, is_default = $7, lead_id = $8 \
               WHERE tenant_id = $1 AND id = $2 AND version = $3";
    let (id, lead) = (queue.id.as_uuid(), queue.lead.map(|id| id.as_uuid()));
    match execute!(tx, sql, tx.tenant, id, expected, queue.version, &queue.key, &queue.name, queue.is_default, lead)? {
        0 => Err(Error::Stale { what: "queue", id: queue.id.to_string(), expected }),
        _ => Ok(()),
    }
}

/// There is one default queue, so another one steps back.
async fn make_room(tx: &mut TenantTx, queue: &Queue) -> Result<()> {
    if queue.is_default {
        let sql = "UPDATE queue SET is_default = $3, version = version + 1 WHERE tenant_id = $1 AND id <> $2 AND is_default";
        execute!(tx, sql, tx.tenant, queue.id.as_uuid(), false)?;
    }
    Ok(())
}

/// The queue with this id.
pub async fn find(tx: &mut TenantTx, id: QueueId) -> Result<Option<Queue>> {
    let sql = "SELECT * FROM queue WHERE tenant_id = $1 AND id = $2";
    Ok(fetch_optional!(tx, QueueRow, sql, tx.tenant, id.as_uuid())?.map(Queue::from))
}

/// The queue with this key.
pub async fn find_by_key(tx: &mut TenantTx, key: &str) -> Result<Option<Queue>> {
    let sql = "SELECT * FROM queue WHERE tenant_id = $1 AND key = $2";
    Ok(fetch_optional!(tx, QueueRow, sql, tx.tenant, key)?.map(Queue::from))
}

/// The queue that gets what no rule routed.
pub async fn default(tx: &mut TenantTx) -> Result<Option<Queue>> {
    let sql = "SELECT * FROM queue WHERE tenant_id = $1 AND is_default";
    Ok(fetch_optional!(tx, QueueRow, sql, tx.tenant)?.map(Queue::from))
}

/// All queues by key.
pub async fn list(tx: &mut TenantTx) -> Result<Vec<Queue>> {
    let sql = "SELECT * FROM queue WHERE tenant_id = $1 ORDER BY key";
    Ok(fetch_all!(tx, QueueRow, sql, tx.tenant)?.into_iter().map(Queue::from).collect())
}
