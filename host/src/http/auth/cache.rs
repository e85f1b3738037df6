//! Keys found lately, so that authentication costs no query per request.

use std::collections::HashMap;
use std::sync::Arc;

use parking_lot::RwLock;
use redress_domain::clock::Timestamp;
use redress_domain::id::{ApiKeyId, TenantId, UserId};
use redress_domain::{Clock, Digest};

use super::Caller;

/// Most keys remembered; beyond it, all that are too old are dropped, then all.
const MAX_KEYS: usize = 10_000;

/// Callers by the digest of their key. Entries live for a second or two, and leave at once when this process revokes a
/// key or changes a user or role; keys that were not found are never remembered.
pub struct KeyCache {
    ttl: chrono::Duration,
    found: RwLock<HashMap<Digest, (Timestamp, Arc<Caller>)>>,
}

impl KeyCache {
    /// A cache that forgets after so many milliseconds.
    pub fn new(ttl_ms: u32) -> Self {
        Self { ttl: chrono::Duration::milliseconds(ttl_ms.into()), found: RwLock::default() }
    }

    /// The caller of a key, when it was found lately.
    pub fn get(&self, key: &Digest, clock: &dyn Clock) -> Option<Arc<Caller>> {
        let found = self.found.read();
        let (until, caller) = found.get(key)?;
        (clock.now() < *until).then(|| Arc::clone(caller))
    }

    /// Remembers a caller.
    pub fn put(&self, key: Digest, caller: Arc<Caller>, clock: &dyn Clock) {
        let now = clock.now();
        let mut found = self.found.write();
        if found.len() >= MAX_KEYS {
            found.retain(|_, (until, _)| now < *until);
        }
        if found.len() >= MAX_KEYS {
            found.clear();
        }
        found.insert(key, (now.plus(self.ttl), caller));
    }

    /// Forgets one key.
    pub fn forget_key(&self, key: ApiKeyId) {
        self.found.write().retain(|_, (_, caller)| caller.key != key);
    }

    /// Forgets the keys of one user.
    pub fn forget_user(&self, user: UserId) {
        self.found.write().retain(|_, (_, caller)| caller.user.id != user);
    }

    /// Forgets all keys of a tenant, after a change of its roles.
    pub fn forget_tenant(&self, tenant: TenantId) {
        self.found.write().retain(|_, (_, caller)| caller.tenant.id != tenant);
    }
}
