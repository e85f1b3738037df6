//! Counts what rule calls use until a worker writes it down.

use std::collections::HashMap;

use parking_lot::Mutex;
use redress_domain::Timestamp;
use redress_domain::decision::Outcome;
use redress_domain::id::{PluginId, TenantId};
use redress_domain::usage::{Purpose, Usage};
use redress_sandbox::Call;

/// Milliseconds of a day.
const DAY: i64 = 86_400_000;

/// What was used since it was last taken.
#[derive(Default)]
pub(super) struct Meter {
    used: Mutex<HashMap<(TenantId, i64, PluginId, Purpose), Usage>>,
}

impl Meter {
    pub(super) fn note(&self, tenant: TenantId, plugin: PluginId, purpose: Purpose, at: Timestamp, call: &Call) {
        let day = at.as_millis().div_euclid(DAY);
        let mut used = self.used.lock();
        let entry = used.entry((tenant, day, plugin, purpose)).or_insert_with(|| Usage {
            day,
            plugin,
            purpose,
            calls: 0,
            faults: 0,
            fuel: 0,
            duration_us: 0,
            peak_memory: 0,
        });
        entry.calls += 1;
        entry.faults += u64::from(call.outcome != Outcome::Ok);
        entry.fuel = entry.fuel.saturating_add(call.fuel);
        entry.duration_us = entry.duration_us.saturating_add(call.duration_us);
        entry.peak_memory = entry.peak_memory.max(call.peak_memory);
    }

    /// Adds what could not be written.
    pub(super) fn give_back(&self, tenant: TenantId, unwritten: Vec<Usage>) {
        let mut used = self.used.lock();
        for one in unwritten {
            let key = (tenant, one.day, one.plugin, one.purpose);
            match used.get_mut(&key) {
                None => {
                    used.insert(key, one);
                }
                Some(mine) => {
                    mine.calls += one.calls;
                    mine.faults += one.faults;
                    mine.fuel = mine.fuel.saturating_add(one.fuel);
                    mine.duration_us = mine.duration_us.saturating_add(one.duration_us);
                    mine.peak_memory = mine.peak_memory.max(one.peak_memory);
                }
            }
        }
    }

    /// Takes everything, by tenant.
    pub(super) fn take(&self) -> HashMap<TenantId, Vec<Usage>> {
        let used = std::mem::take(&mut *self.used.lock());
        let mut by_tenant: HashMap<TenantId, Vec<Usage>> = HashMap::new();
        for ((tenant, ..), one) in used {
            by_tenant.entry(tenant).or_default().push(one);
        }
        by_tenant
    }
}
