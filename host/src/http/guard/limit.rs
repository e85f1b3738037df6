//! How many refusals are written down: a program that is wrong a thousand times a second must not fill the log.

use std::collections::HashMap;

use parking_lot::Mutex;
use redress_domain::Timestamp;
use redress_domain::id::TenantId;

/// Refusals of a tenant that are written down in a minute, on one node.
const PER_MINUTE: u32 = 120;
/// Most tenants remembered.
const MAX_TENANTS: usize = 10_000;

/// Counts by tenant and minute.
#[derive(Default)]
pub(super) struct Limit(Mutex<HashMap<TenantId, Window>>);

#[derive(Default)]
struct Window {
    minute: i64,
    written: u32,
    suppressed: u32,
}

impl Limit {
    /// `Some` when a refusal may be written down, with the number of those before it that were not.
    pub(super) fn admit(&self, tenant: TenantId, now: Timestamp) -> Option<u32> {
        let minute = now.as_millis().div_euclid(60_000);
        let mut windows = self.0.lock();
        if windows.len() >= MAX_TENANTS {
            windows.retain(|_, window| window.minute == minute || window.suppressed > 0);
        }
        let window = windows.entry(tenant).or_default();
        if window.minute != minute {
            window.minute = minute;
            window.written = 0;
        }
        if window.written >= PER_MINUTE {
            window.suppressed = window.suppressed.saturating_add(1);
            return None;
        }
        window.written += 1;
        Some(std::mem::take(&mut window.suppressed))
    }
}
