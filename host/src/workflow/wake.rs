//! Wakes the workers of this process; those of other nodes find due work by polling.

use std::sync::Arc;

use tokio::sync::Notify;

/// A bell that use cases ring and workers hear. Cheap to clone.
#[derive(Clone, Default)]
pub struct Wake {
    outbox: Arc<Notify>,
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
}
