//! Puts a job into the queue.

use redress_domain::Timestamp;
use redress_domain::id::JobId;
use redress_domain::job::{Job, JobKind, JobState};
use redress_domain::timeline::Actor;
use redress_store::{TenantTx, job};
use serde::Serialize;

use crate::problem::{Code, Problem};

/// Jobs of one tenant that may wait or run at once.
const OPEN: u64 = 8;

/// Adds a job that waits for a worker, in the caller's transaction.
///
/// # Errors
/// 429 `quota_exceeded` when too many of the tenant's wait already; what the database says.
pub async fn start<S: Serialize>(
    tx: &mut TenantTx,
    id: JobId,
    kind: JobKind,
    spec: &S,
    actor: Actor,
    now: Timestamp,
) -> Result<Job, Problem> {
    let open = job::count_open(tx).await?;
    if open >= OPEN {
        let detail = format!("{open} jobs wait or run already, and {OPEN} is the most: wait until one is done, or cancel one");
        return Err(Problem::new(Code::QuotaExceeded, detail));
    }
    let new = Job {
        id,
        kind,
        spec: serde_json::to_value(spec).map_err(|error| Problem::internal(&error))?,
        state: JobState::Queued,
        done: 0,
        total: 0,
        report: None,
        error: None,
        created_by: actor,
        created_at: now,
        started_at: None,
        finished_at: None,
    };
    job::insert(tx, &new).await?;
    Ok(new)
}
