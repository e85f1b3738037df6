//! Products and batches that stand out (U17).

use redress_domain::Timestamp;
use redress_domain::id::TicketId;
use redress_domain::report::Days;
use redress_domain::report::defect::{Claims, Suspect};
use uuid::Uuid;

use crate::error::Result;
use crate::report;
use crate::sql::stamp::Stamp;
use crate::sql::{TenantTx, execute, fetch_all, fetch_optional};
use redress_domain::report::cell::SLICES;
use redress_domain::report::fact::{Dimension, Flag};
use redress_domain::report::{Question, Source, Sum};

/// Tickets by product and batch over some days.
pub async fn claims(tx: &mut TenantTx, days: Days) -> Result<Vec<Claims>> {
    let keys = vec![Dimension::Sku, Dimension::Batch];
    let slice = SLICES.iter().find(|(_, dimensions)| *dimensions == keys.as_slice());
    let source = slice.map_or(Source::Facts, |(slice, dimensions)| Source::Cells { slice, dimensions });
    let sums = vec![Sum::Tickets, Sum::Flag(Flag::Quality)];
    let grid = report::ask(tx, &Question { source, keys, grain: None, days, filters: Vec::new(), sums }).await?;
    let claim = |((mut keys, _), numbers): ((Vec<String>, i64), Vec<i64>)| {
        let (batch, sku) = (keys.pop().unwrap_or_default(), keys.pop().unwrap_or_default());
        Claims { sku, batch, tickets: numbers[0], quality: numbers[1] }
    };
    Ok(grid.into_iter().map(claim).collect())
}

/// Notes that a product or batch stands out. True the first time, or when the last time was before `again_after`: then people are told.
pub async fn note(tx: &mut TenantTx, suspect: &Suspect, now: Timestamp, again_after: Timestamp) -> Result<bool> {
    let sql = "INSERT INTO defect (tenant_id, sku, batch, found_at, tickets, quality) VALUES ($1, $2, $3, $4, $5, $6) \
               ON CONFLICT (tenant_id, sku, batch) DO UPDATE SET found_at = excluded.found_at, tickets = excluded.tickets, \
               quality = excluded.quality WHERE defect.found_at < $7";
    let batch = suspect.batch.as_deref().unwrap_or_default();
    let (now, again) = (Stamp(now), Stamp(again_after));
    Ok(execute!(tx, sql, tx.tenant, &suspect.sku, batch, now, suspect.tickets, suspect.quality, again)? > 0)
}

/// Products and batches that people were told of, with when, newest first.
pub async fn noted(tx: &mut TenantTx) -> Result<Vec<(String, String, Timestamp)>> {
    let sql = "SELECT sku, batch, found_at FROM defect WHERE tenant_id = $1 ORDER BY found_at DESC, sku, batch LIMIT 1000";
    let rows = fetch_all!(tx, (String, String, Stamp), sql, tx.tenant)?;
    Ok(rows.into_iter().map(|(sku, batch, at)| (sku, batch, at.0)).collect())
}

/// The newest ticket about a product, and about its batch when there is one.
pub async fn newest_ticket(tx: &mut TenantTx, suspect: &Suspect, days: Days) -> Result<Option<TicketId>> {
    let sql = "SELECT f.ticket_id FROM ticket_fact f WHERE f.tenant_id = $1 AND f.day >= $2 AND f.day <= $3 AND ($4 = '' OR f.batch = $4) \
               AND EXISTS (SELECT 1 FROM ticket_line l WHERE l.tenant_id = $1 AND l.ticket_id = f.ticket_id AND l.sku = $5) \
               ORDER BY f.day DESC, f.ticket_id DESC LIMIT 1";
    let batch = suspect.batch.as_deref().unwrap_or_default();
    let found = fetch_optional!(tx, (Uuid,), sql, tx.tenant, days.first, days.last, batch, &suspect.sku)?;
    Ok(found.map(|(id,)| TicketId::from_uuid(id)))
}
