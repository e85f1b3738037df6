//! Walks through standard operating procedures.

use redress_domain::id::{SopRunId, TicketId};
use redress_domain::sop::{SopRun, by_key};
use uuid::Uuid;

use crate::error::{Error, Result};
use crate::sql::column::{json, to_json};
use crate::sql::stamp::Stamp;
use crate::sql::{TenantTx, execute, fetch_all, fetch_optional, insert};

#[derive(sqlx::FromRow)]
struct RunRow {
    id: Uuid,
    version: i64,
    ticket_id: Uuid,
    sop: String,
    procedure: Option<String>,
    step: Option<String>,
    done: String,
    started_by: String,
    started_at: Stamp,
    finished_at: Option<Stamp>,
}

impl RunRow {
    fn into_run(self) -> Result<SopRun> {
        let id = SopRunId::from_uuid(self.id);
        let procedure = match &self.procedure {
            Some(text) => json(text, "sop_run", "procedure", id)?,
            // It began when there were none but those that ship.
            None => by_key(&self.sop).ok_or_else(|| Error::corrupt("sop_run", "sop", id))?.procedure,
        };
        Ok(SopRun {
            id,
            version: self.version,
            ticket: TicketId::from_uuid(self.ticket_id),
            sop: self.sop,
            procedure,
            step: self.step,
            done: json(&self.done, "sop_run", "done", id)?,
            started_by: json(&self.started_by, "sop_run", "started_by", id)?,
            started_at: self.started_at.0,
            finished_at: self.finished_at.map(|at| at.0),
        })
    }
}

/// Adds a run. Gathered.
pub async fn insert(tx: &mut TenantTx, run: &SopRun) -> Result<()> {
    let tenant = tx.tenant;
    insert!(
        tx,
        "sop_run (tenant_id, id, version, ticket_id, sop, procedure, step, done, started_by, started_at, finished_at)",
        [run],
        |values, r| {
            values.bind(tenant).bind(r.id.as_uuid()).bind(r.version).bind(r.ticket.as_uuid()).bind(&r.sop);
            values
                .bind(to_json(&r.procedure))
                .bind(&r.step)
                .bind(to_json(&r.done))
                .bind(to_json(&r.started_by))
                .bind(Stamp(r.started_at))
                .bind(r.finished_at.map(Stamp));
        }
    );
    Ok(())
}

/// Replaces a run that is at version `expected`.
///
/// # Errors
/// [`Error::Stale`] when it is at another version or does not exist.
pub async fn update(tx: &mut TenantTx, run: &SopRun, expected: i64) -> Result<()> {
    let sql = "UPDATE sop_run SET version = $4, step = $5, done = $6, finished_at = $7 WHERE tenant_id = $1 AND id = $2 AND version = $3";
    let (id, done, finished) = (run.id.as_uuid(), to_json(&run.done), run.finished_at.map(Stamp));
    match execute!(tx, sql, tx.tenant, id, expected, run.version, &run.step, &done, finished)? {
        0 => Err(Error::Stale { what: "SOP run", id: run.id.to_string(), expected }),
        _ => Ok(()),
    }
}

/// The run with this id.
pub async fn find(tx: &mut TenantTx, id: SopRunId) -> Result<Option<SopRun>> {
    let sql = "SELECT * FROM sop_run WHERE tenant_id = $1 AND id = $2";
    fetch_optional!(tx, RunRow, sql, tx.tenant, id.as_uuid())?.map(RunRow::into_run).transpose()
}

/// The runs of a ticket, newest first.
pub async fn list(tx: &mut TenantTx, ticket: TicketId) -> Result<Vec<SopRun>> {
    let sql = "SELECT * FROM sop_run WHERE tenant_id = $1 AND ticket_id = $2 ORDER BY id DESC LIMIT 200";
    fetch_all!(tx, RunRow, sql, tx.tenant, ticket.as_uuid())?.into_iter().map(RunRow::into_run).collect()
}
