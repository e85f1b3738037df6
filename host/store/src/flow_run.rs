//! Where tickets stand in their workflows. What a run contains is JSON of the workflow room.

use redress_domain::Timestamp;
use redress_domain::id::TicketId;
use uuid::Uuid;

use crate::error::Result;
use crate::sql::column::{count, json, to_json};
use crate::sql::stamp::Stamp;
use crate::sql::{TenantTx, execute, fetch_all, fetch_optional, insert};

/// One time that a ticket went through a workflow.
#[derive(Debug, Clone, PartialEq)]
pub struct StoredRun {
    /// The ticket.
    pub ticket: TicketId,
    /// Which time, from 1; a ticket that is reopened begins a new one.
    pub round: u32,
    /// Key of the workflow.
    pub definition: String,
    /// The edition that it is pinned to.
    pub edition: u32,
    /// It goes on.
    pub is_running: bool,
    /// Where it stands.
    pub content: serde_json::Value,
    /// When it last moved.
    pub updated_at: Timestamp,
}

#[derive(sqlx::FromRow)]
struct RunRow {
    ticket_id: Uuid,
    round: i64,
    definition: String,
    edition: i64,
    is_running: bool,
    content: String,
    updated_at: Stamp,
}

impl RunRow {
    fn into_run(self) -> Result<StoredRun> {
        const TABLE: &str = "flow_run";
        let ticket = TicketId::from_uuid(self.ticket_id);
        Ok(StoredRun {
            ticket,
            round: count(self.round, TABLE, "round", ticket)?,
            definition: self.definition,
            edition: count(self.edition, TABLE, "edition", ticket)?,
            is_running: self.is_running,
            content: json(&self.content, TABLE, "content", ticket)?,
            updated_at: self.updated_at.0,
        })
    }
}

/// Adds a run. Gathered.
pub async fn insert(tx: &mut TenantTx, run: &StoredRun) -> Result<()> {
    let tenant = tx.tenant;
    insert!(tx, "flow_run (tenant_id, ticket_id, round, definition, edition, is_running, content, updated_at)", [run], |values, r| {
        values.bind(tenant).bind(r.ticket.as_uuid()).bind(i64::from(r.round)).bind(&r.definition).bind(i64::from(r.edition));
        values.bind(r.is_running).bind(to_json(&r.content)).bind(Stamp(r.updated_at));
    });
    Ok(())
}

/// Replaces a run. The ticket's version, compared and set in the same transaction, keeps two writers apart.
pub async fn update(tx: &mut TenantTx, run: &StoredRun) -> Result<()> {
    let sql = "UPDATE flow_run SET edition = $4, is_running = $5, content = $6, updated_at = $7 \
               WHERE tenant_id = $1 AND ticket_id = $2 AND round = $3";
    let (ticket, round, edition) = (run.ticket.as_uuid(), i64::from(run.round), i64::from(run.edition));
    execute!(tx, sql, tx.tenant, ticket, round, edition, run.is_running, to_json(&run.content), Stamp(run.updated_at)).map(drop)
}

/// A ticket's last run.
pub async fn last(tx: &mut TenantTx, ticket: TicketId) -> Result<Option<StoredRun>> {
    let sql = "SELECT ticket_id, round, definition, edition, is_running, content, updated_at FROM flow_run \
               WHERE tenant_id = $1 AND ticket_id = $2 ORDER BY round DESC LIMIT 1";
    fetch_optional!(tx, RunRow, sql, tx.tenant, ticket.as_uuid())?.map(RunRow::into_run).transpose()
}

/// Runs of a workflow that go on under another edition than this one, by ticket, after one of them.
pub async fn behind(tx: &mut TenantTx, definition: &str, edition: u32, after: Option<TicketId>, limit: u32) -> Result<Vec<StoredRun>> {
    let sql = "SELECT ticket_id, round, definition, edition, is_running, content, updated_at FROM flow_run \
               WHERE tenant_id = $1 AND definition = $2 AND is_running AND edition <> $3 AND ticket_id > $4 ORDER BY ticket_id LIMIT $5";
    let after = after.map_or(Uuid::nil(), |id| id.as_uuid());
    let rows = fetch_all!(tx, RunRow, sql, tx.tenant, definition, i64::from(edition), after, i64::from(limit))?;
    rows.into_iter().map(RunRow::into_run).collect()
}
