//! Examinations of past decisions that run in the background, on whichever node takes them.

use redress_domain::Timestamp;
use redress_domain::id::{JobId, TenantId};
use redress_domain::job::{Job, JobKind, JobState};
use sqlx::AssertSqlSafe;
use uuid::Uuid;

use crate::error::{Error, Result};
use crate::page::{Cursor, Page, push_page};
use crate::sql::column::{count, json, parse, signed, to_json};
use crate::sql::stamp::{Stamp, too_far};
use crate::sql::{SystemTx, TenantTx, execute, fetch_all, fetch_built, fetch_one, fetch_optional, insert};

#[derive(sqlx::FromRow)]
struct JobRow {
    tenant_id: Uuid,
    id: Uuid,
    kind: String,
    spec: String,
    state: String,
    done: i64,
    total: i64,
    report: Option<String>,
    error: Option<String>,
    created_by: String,
    created_at: Stamp,
    started_at: Option<Stamp>,
    finished_at: Option<Stamp>,
}

impl JobRow {
    fn into_job(self) -> Result<Job> {
        let id = JobId::from_uuid(self.id);
        Ok(Job {
            id,
            kind: parse(&self.kind, "job", "kind", id)?,
            spec: json(&self.spec, "job", "spec", id)?,
            state: parse(&self.state, "job", "state", id)?,
            done: count(self.done, "job", "done", id)?,
            total: count(self.total, "job", "total", id)?,
            report: self.report.map(|text| json(&text, "job", "report", id)).transpose()?,
            error: self.error,
            created_by: json(&self.created_by, "job", "created_by", id)?,
            created_at: self.created_at.0,
            started_at: self.started_at.map(|at| at.0),
            finished_at: self.finished_at.map(|at| at.0),
        })
    }
}

/// Adds a job that nobody has begun.
pub async fn insert(tx: &mut TenantTx, job: &Job) -> Result<()> {
    let tenant = tx.tenant;
    insert!(
        tx,
        "job (tenant_id, id, kind, spec, state, done, total, report, error, created_by, created_at, started_at, finished_at, cancelled)",
        [job],
        |values, j| {
            values.bind(tenant).bind(j.id.as_uuid()).bind(j.kind.as_str()).bind(to_json(&j.spec)).bind(j.state.as_str());
            values.bind(0_i64).bind(0_i64).bind(j.report.as_ref().map(to_json)).bind(&j.error).bind(to_json(&j.created_by));
            values.bind(Stamp(j.created_at)).bind(j.started_at.map(Stamp)).bind(j.finished_at.map(Stamp)).bind(false);
        }
    );
    tx.flush().await
}

/// The job with this id.
pub async fn find(tx: &mut TenantTx, id: JobId) -> Result<Option<Job>> {
    let sql = "SELECT * FROM job WHERE tenant_id = $1 AND id = $2";
    fetch_optional!(tx, JobRow, sql, tx.tenant, id.as_uuid())?.map(JobRow::into_job).transpose()
}

/// A page of jobs of one kind, newest first.
pub async fn list(tx: &mut TenantTx, kind: JobKind, page: &Page) -> Result<(Vec<Job>, Option<Cursor>)> {
    let tenant = tx.tenant;
    let rows = fetch_built!(tx, JobRow, "SELECT * FROM job WHERE tenant_id = ", |query| {
        query.push_bind(tenant).push(" AND kind = ").push_bind(kind.as_str());
        push_page!(query, page);
    })?;
    let (rows, next) = page.cut(rows, |row| row.id);
    Ok((rows.into_iter().map(JobRow::into_job).collect::<Result<_>>()?, next))
}

/// How many jobs wait or run.
pub async fn count_open(tx: &mut TenantTx) -> Result<u64> {
    let sql = "SELECT COUNT(*) FROM job WHERE tenant_id = $1 AND state IN ('queued', 'running')";
    let (open,) = fetch_one!(tx, (i64,), sql, tx.tenant)?;
    Ok(u64::try_from(open).unwrap_or(0))
}

/// Takes a job that waits, or that a worker took and left behind; it begins from the start. The tenant whose last job ended
/// longest ago comes first, so that many jobs of one do not keep the others waiting.
pub async fn claim(tx: &mut SystemTx, now: Timestamp, leased_until: Timestamp) -> Result<Option<(TenantId, Job)>> {
    let tx = &mut tx.0;
    let sql = format!(
        "UPDATE job SET state = 'running', leased_until = $2, started_at = $1, done = 0 WHERE (tenant_id, id) IN \
         (SELECT tenant_id, id FROM job WHERE state IN ('queued', 'running') AND (leased_until IS NULL OR leased_until <= $1 OR leased_until > $3) \
         ORDER BY (SELECT MAX(done.finished_at) FROM job done WHERE done.tenant_id = job.tenant_id) NULLS FIRST, id LIMIT 1{}) RETURNING *",
        tx.skip_locked()
    );
    let rows = fetch_all!(tx, JobRow, AssertSqlSafe(sql.as_str()), Stamp(now), Stamp(leased_until), too_far(now, leased_until))?;
    rows.into_iter().next().map(|row| Ok((TenantId::from_uuid(row.tenant_id), row.into_job()?))).transpose()
}

/// Notes how far a job is and keeps its lease. False when it shall stop: a person cancelled it, or it is over.
pub async fn progress(tx: &mut TenantTx, job: &Job, leased_until: Timestamp) -> Result<bool> {
    let (done, total) = (signed(job.done, "done")?, signed(job.total, "total")?);
    let sql = "UPDATE job SET done = $3, total = $4, report = $5, leased_until = $6 \
               WHERE tenant_id = $1 AND id = $2 AND state = 'running' AND cancelled = $7";
    let report = job.report.as_ref().map(to_json);
    Ok(execute!(tx, sql, tx.tenant, job.id.as_uuid(), done, total, report, Stamp(leased_until), false)? > 0)
}

/// Ends a job that runs.
///
/// # Errors
/// [`Error::NotFound`] when it does not run any more.
pub async fn finish(tx: &mut TenantTx, job: &Job) -> Result<()> {
    let (done, total) = (signed(job.done, "done")?, signed(job.total, "total")?);
    let sql = "UPDATE job SET state = $3, done = $4, total = $5, report = $6, error = $7, finished_at = $8, leased_until = NULL \
               WHERE tenant_id = $1 AND id = $2 AND state = 'running'";
    let report = job.report.as_ref().map(to_json);
    let finished = job.finished_at.map(Stamp);
    match execute!(tx, sql, tx.tenant, job.id.as_uuid(), job.state.as_str(), done, total, report, &job.error, finished)? {
        0 => Err(Error::NotFound { what: "running job", id: job.id.to_string() }),
        _ => Ok(()),
    }
}

/// Asks a job to stop: one that waits is over at once, one that runs stops at its next step. False when it was over already.
pub async fn cancel(tx: &mut TenantTx, id: JobId, now: Timestamp) -> Result<bool> {
    let sql = "UPDATE job SET cancelled = $3, state = CASE WHEN state = 'queued' THEN $4 ELSE state END, \
               finished_at = CASE WHEN state = 'queued' THEN $5 ELSE finished_at END \
               WHERE tenant_id = $1 AND id = $2 AND state IN ('queued', 'running')";
    let state = JobState::Cancelled.as_str();
    Ok(execute!(tx, sql, tx.tenant, id.as_uuid(), true, state, Stamp(now))? > 0)
}
