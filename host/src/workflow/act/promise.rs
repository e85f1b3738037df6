//! What is promised has changed: running clocks go on by it at once (L23).

use std::time::Duration;

use redress_domain::id::TenantId;
use redress_store::service_level;

use crate::workflow::Workflow;

/// After this long no node thinks by what was promised before: its snapshots are at most three seconds old, and turns are short.
const SETTLED: Duration = Duration::from_secs(5);

impl Workflow {
    /// Call it after a write to policies, calendars or their order, which has woken the open tickets in its transaction. Other
    /// nodes may know the change only seconds later, and note times by what they know: the tickets are woken once more then.
    pub fn promises_changed(&self, tenant: TenantId) {
        self.rules.invalidate(tenant);
        let this = self.clone();
        tokio::spawn(async move {
            tokio::time::sleep(SETTLED).await;
            let now = this.now();
            let woken = this.tenant(tenant).write(move |tx| Box::pin(async move { service_level::wake_all(tx, now).await })).await;
            if let Err(error) = woken {
                tracing::warn!(tenant.id = %tenant, %error, "open tickets were not looked at again after a change of what is promised");
            }
        });
    }
}
