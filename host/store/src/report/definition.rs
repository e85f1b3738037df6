//! The definitions that merchants keep.

use redress_domain::Timestamp;
use redress_domain::id::{ReportId, UserId};
use redress_domain::report::{Definition, Schedule};
use uuid::Uuid;

use crate::error::{Error, Result};
use crate::page::{Cursor, Page, push_page};
use crate::sql::column::{json, parse, to_json};
use crate::sql::stamp::Stamp;
use crate::sql::{TenantTx, execute, fetch_built, fetch_optional, insert};

/// A report of a merchant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// Redress id.
    pub id: ReportId,
    /// Counts changes.
    pub version: i64,
    /// What it says.
    pub definition: Definition,
    /// When it goes out by itself.
    pub schedule: Option<Schedule>,
    /// When it does so next.
    pub next_at: Option<Timestamp>,
    /// Who defined it; its mails show what they may see.
    pub created_by: UserId,
    /// When it was defined.
    pub created_at: Timestamp,
    /// When it last changed.
    pub updated_at: Timestamp,
}

#[derive(sqlx::FromRow)]
pub(super) struct ReportRow {
    pub(super) tenant_id: Uuid,
    id: Uuid,
    version: i64,
    definition: String,
    schedule: Option<String>,
    next_at: Option<Stamp>,
    created_by: String,
    created_at: Stamp,
    updated_at: Stamp,
}

impl ReportRow {
    pub(super) fn into_report(self) -> Result<Report> {
        let id = ReportId::from_uuid(self.id);
        Ok(Report {
            id,
            version: self.version,
            definition: json(&self.definition, "report", "definition", id)?,
            schedule: self.schedule.map(|text| json(&text, "report", "schedule", id)).transpose()?,
            next_at: self.next_at.map(|at| at.0),
            created_by: parse(&self.created_by, "report", "created_by", id)?,
            created_at: self.created_at.0,
            updated_at: self.updated_at.0,
        })
    }
}

/// Adds a report.
pub async fn insert(tx: &mut TenantTx, report: &Report) -> Result<()> {
    let tenant = tx.tenant;
    insert!(
        tx,
        "report (tenant_id, id, version, definition, schedule, next_at, created_by, created_at, updated_at)",
        [report],
        |values, r| {
            values.bind(tenant).bind(r.id.as_uuid()).bind(r.version).bind(to_json(&r.definition)).bind(r.schedule.as_ref().map(to_json));
            values.bind(r.next_at.map(Stamp)).bind(r.created_by.to_string()).bind(Stamp(r.created_at)).bind(Stamp(r.updated_at));
        }
    );
    tx.flush().await
}

/// Replaces a report that is at version `expected`. Whoever has claimed it to send it loses the claim.
///
/// # Errors
/// [`Error::Stale`] when it is at another version or does not exist.
pub async fn update(tx: &mut TenantTx, report: &Report, expected: i64) -> Result<()> {
    let sql = "UPDATE report SET version = $4, definition = $5, schedule = $6, next_at = $7, updated_at = $8, leased_until = NULL \
               WHERE tenant_id = $1 AND id = $2 AND version = $3";
    let (definition, schedule) = (to_json(&report.definition), report.schedule.as_ref().map(to_json));
    let (next, updated, id) = (report.next_at.map(Stamp), Stamp(report.updated_at), report.id.as_uuid());
    match execute!(tx, sql, tx.tenant, id, expected, report.version, definition, schedule, next, updated)? {
        0 => Err(Error::Stale { what: "report", id: report.id.to_string(), expected }),
        _ => Ok(()),
    }
}

/// Removes a report.
///
/// # Errors
/// [`Error::NotFound`].
pub async fn delete(tx: &mut TenantTx, id: ReportId) -> Result<()> {
    match execute!(tx, "DELETE FROM report WHERE tenant_id = $1 AND id = $2", tx.tenant, id.as_uuid())? {
        0 => Err(Error::NotFound { what: "report", id: id.to_string() }),
        _ => Ok(()),
    }
}

/// The report with this id.
pub async fn find(tx: &mut TenantTx, id: ReportId) -> Result<Option<Report>> {
    let sql = "SELECT * FROM report WHERE tenant_id = $1 AND id = $2";
    fetch_optional!(tx, ReportRow, sql, tx.tenant, id.as_uuid())?.map(ReportRow::into_report).transpose()
}

/// A page of reports, newest first.
pub async fn list(tx: &mut TenantTx, page: &Page) -> Result<(Vec<Report>, Option<Cursor>)> {
    let tenant = tx.tenant;
    let rows = fetch_built!(tx, ReportRow, "SELECT * FROM report WHERE tenant_id = ", |query| {
        query.push_bind(tenant);
        push_page!(query, page);
    })?;
    let (rows, next) = page.cut(rows, |row| row.id);
    Ok((rows.into_iter().map(ReportRow::into_report).collect::<Result<_>>()?, next))
}
