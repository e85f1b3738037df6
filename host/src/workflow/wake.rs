//! Wakes the workers of this process; those of other nodes find due work by polling.

use std::collections::BTreeSet;
use std::sync::Arc;

use parking_lot::Mutex;
use redress_domain::id::{BindingId, TenantId};
use tokio::sync::Notify;

/// Bells that use cases ring and workers hear. Cheap to clone.
#[derive(Clone, Default)]
pub struct Wake {
    outbox: Arc<Notify>,
    jobs: Arc<Notify>,
    guards: Arc<Guards>,
}

#[derive(Default)]
struct Guards {
    rang: Notify,
    waiting: Mutex<BTreeSet<(TenantId, BindingId)>>,
}

impl Wake {
    /// Messages wait in the outbox.
    pub fn outbox(&self) {
        self.outbox.notify_one();
    }

    /// Waits until messages wait in the outbox.
    pub async fn outbox_rang(&self) {
        self.outbox.notified().await;
    }

    /// A job waits.
    pub fn jobs(&self) {
        self.jobs.notify_one();
    }

    /// Waits until a job waits.
    pub async fn jobs_rang(&self) {
        self.jobs.notified().await;
    }

    /// Guarded bindings have decided something.
    pub fn guards(&self, tenant: TenantId, bindings: impl IntoIterator<Item = BindingId>) {
        self.guards.waiting.lock().extend(bindings.into_iter().map(|binding| (tenant, binding)));
        self.guards.rang.notify_one();
    }

    /// Waits until guarded bindings have decided something, and takes which.
    pub async fn guards_rang(&self) -> BTreeSet<(TenantId, BindingId)> {
        self.guards.rang.notified().await;
        std::mem::take(&mut *self.guards.waiting.lock())
    }
}
