//! The row that a request leaves, carried beside the request instead of through every function: whatever writes within a
//! request writes the row in the same transaction, and no use case can forget it.

use std::sync::Arc;

use parking_lot::Mutex;
use redress_domain::audit::AuditEntry;
use redress_domain::id::TenantId;

use super::append;
use crate::error::Result;
use crate::sql::TenantTx;

tokio::task_local! {
    static TRAIL: Option<Arc<Trail>>;
}

/// What a request will have done, until its first change commits.
pub struct Trail(Mutex<State>);

struct State {
    entry: AuditEntry,
    tenant: Option<TenantId>,
    written: bool,
}

impl Trail {
    /// A trail that begins with what is known before the request is read.
    pub fn new(entry: AuditEntry) -> Arc<Self> {
        Arc::new(Self(Mutex::new(State { entry, tenant: None, written: false })))
    }

    /// Runs `work` so that its first change writes the row.
    pub async fn follow<F: Future>(self: Arc<Self>, work: F) -> F::Output {
        TRAIL.scope(Some(self), work).await
    }

    /// Runs `work` without: for writes that are no change of the caller's, for example a block of numbers taken from a counter.
    pub async fn aside<F: Future>(work: F) -> F::Output {
        TRAIL.scope(None, work).await
    }

    /// The trail of the request that runs, if any.
    pub fn current() -> Option<Arc<Self>> {
        TRAIL.try_with(Clone::clone).ok().flatten()
    }

    /// Completes the row of the request that runs, if any.
    pub fn note(complete: impl FnOnce(&mut AuditEntry)) {
        if let Some(trail) = Self::current() {
            complete(&mut trail.0.lock().entry);
        }
    }

    /// Says whose log it is, for requests that name their tenant only inside.
    pub fn of_tenant(tenant: TenantId) {
        if let Some(trail) = Self::current() {
            trail.0.lock().tenant = Some(tenant);
        }
    }

    /// True when a change of this request was written.
    pub fn is_written(&self) -> bool {
        self.0.lock().written
    }

    /// The row as it stands.
    pub fn entry(&self) -> AuditEntry {
        self.0.lock().entry.clone()
    }

    /// Whose log it is, when the request said so.
    pub fn tenant(&self) -> Option<TenantId> {
        self.0.lock().tenant
    }

    /// The trail of the request that runs, as long as nothing was written.
    pub(crate) fn open() -> Option<Arc<Self>> {
        Self::current().filter(|trail| !trail.is_written())
    }

    /// Runs what writes, followed by this trail on whichever thread it runs.
    pub(crate) async fn within<F: Future>(self: &Arc<Self>, work: F) -> F::Output {
        TRAIL.scope(Some(Arc::clone(self)), work).await
    }

    /// Gathers the row behind the change.
    pub(crate) async fn leave(&self, tx: &mut TenantTx) -> Result<()> {
        let mut entry = self.entry();
        // Every change is compare-and-set and counts the version by one.
        if entry.after.is_none() && entry.method != "DELETE" {
            entry.after = entry.before.map(|before| before + 1);
        }
        append(tx, &entry).await
    }

    /// The change is committed.
    pub(crate) fn close(&self) {
        self.0.lock().written = true;
    }
}
