//! Puts a job into the queue.

use redress_domain::Timestamp;
use redress_domain::id::JobId;
use redress_domain::job::{Job, JobKind, JobState};
use redress_domain::timeline::Actor;
use redress_store::{TenantTx, job};
use serde::Serialize;

use crate::problem::Problem;

/// Adds a job that waits for a worker, in the caller's transaction.
///
/// # Errors
/// What the database says.
pub async fn start<S: Serialize>(
    tx: &mut TenantTx,
    id: JobId,
    kind: JobKind,
    spec: &S,
    actor: Actor,
    now: Timestamp,
) -> Result<Job, Problem> {
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
