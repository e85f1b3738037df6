//! What rule calls used, by day.

use redress_domain::id::PluginId;
use redress_domain::usage::Usage;
use uuid::Uuid;

use crate::error::Result;
use crate::sql::column::{count, parse, signed};
use crate::sql::{TenantTx, fetch_all, insert};

#[derive(sqlx::FromRow)]
struct UsageRow {
    day: i64,
    plugin_id: Uuid,
    purpose: String,
    calls: i64,
    faults: i64,
    fuel: i64,
    duration_us: i64,
    peak_memory: i64,
}

impl UsageRow {
    fn into_usage(self) -> Result<Usage> {
        let plugin = PluginId::from_uuid(self.plugin_id);
        let number = |value, column| count(value, "rule_usage", column, plugin);
        Ok(Usage {
            day: self.day,
            plugin,
            purpose: parse(&self.purpose, "rule_usage", "purpose", plugin)?,
            calls: number(self.calls, "calls")?,
            faults: number(self.faults, "faults")?,
            fuel: number(self.fuel, "fuel")?,
            duration_us: number(self.duration_us, "duration_us")?,
            peak_memory: number(self.peak_memory, "peak_memory")?,
        })
    }
}

/// Adds to what is there.
pub async fn add(tx: &mut TenantTx, used: &[Usage]) -> Result<()> {
    let tenant = tx.tenant;
    let mut rows = used
        .iter()
        .map(|u| {
            Ok((
                u,
                signed(u.calls, "calls")?,
                signed(u.faults, "faults")?,
                signed(u.fuel, "fuel")?,
                signed(u.duration_us, "duration")?,
                signed(u.peak_memory, "memory")?,
            ))
        })
        .collect::<Result<Vec<_>>>()?;
    // One order for everybody, so that two nodes cannot wait for each other's rows.
    rows.sort_by_key(|(u, ..)| (u.day, u.plugin, u.purpose));
    insert!(
        tx,
        "rule_usage (tenant_id, day, plugin_id, purpose, calls, faults, fuel, duration_us, peak_memory)",
        rows,
        |values, (u, calls, faults, fuel, duration_us, peak_memory)| {
            values.bind(tenant).bind(u.day).bind(u.plugin.as_uuid()).bind(u.purpose.as_str());
            values.bind(calls).bind(faults).bind(fuel).bind(duration_us).bind(peak_memory);
        },
        " ON CONFLICT (tenant_id, day, plugin_id, purpose) DO UPDATE SET calls = rule_usage.calls + excluded.calls, \
         faults = rule_usage.faults + excluded.faults, fuel = rule_usage.fuel + excluded.fuel, \
         duration_us = rule_usage.duration_us + excluded.duration_us, peak_memory = CASE WHEN rule_usage.peak_memory > \
         excluded.peak_memory THEN rule_usage.peak_memory ELSE excluded.peak_memory END"
    );
    tx.flush().await
}

/// What was used in these days, both included, oldest first.
pub async fn list(tx: &mut TenantTx, first_day: i64, last_day: i64) -> Result<Vec<Usage>> {
    let sql = "SELECT * FROM rule_usage WHERE tenant_id = $1 AND day >= $2 AND day <= $3 ORDER BY day, plugin_id, purpose";
    fetch_all!(tx, UsageRow, sql, tx.tenant, first_day, last_day)?.into_iter().map(UsageRow::into_usage).collect()
}
