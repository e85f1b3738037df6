//! How many of the places for uploads one tenant takes: a quarter, so that nobody keeps the others out.

use redress_domain::id::TenantId;

use super::Attachments;

/// One tenant's place, free again when it is dropped.
pub(super) struct Share {
    attachments: Attachments,
    tenant: TenantId,
}

impl Attachments {
    /// Takes a place of a tenant's share; `None` when it has no more.
    pub(super) fn share(&self, tenant: TenantId) -> Option<Share> {
        let most = (self.0.settings.uploads / 4).max(1);
        let mut shares = self.0.shares.lock();
        let used = shares.entry(tenant).or_default();
        if *used >= most {
            return None;
        }
        *used += 1;
        Some(Share { attachments: self.clone(), tenant })
    }
}

impl Drop for Share {
    fn drop(&mut self) {
        let mut shares = self.attachments.0.shares.lock();
        match shares.get_mut(&self.tenant) {
            Some(used) if *used > 1 => *used -= 1,
            _ => drop(shares.remove(&self.tenant)),
        }
    }
}
