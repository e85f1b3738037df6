//! The live board (L20): what is open now and what went wrong today.

use redress_domain::Timestamp;

use crate::error::Result;
use crate::sql::stamp::Stamp;
use crate::sql::{TenantTx, fetch_all, fetch_one};

/// Counts of this moment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Board {
    /// Open tickets by queue, by the queue's key; empty for those in none.
    pub open: Vec<(String, i64)>,
    /// Open tickets that nobody has taken.
    pub unassigned: i64,
    /// Tickets with a time limit that passed since the beginning of the day.
    pub overdue_today: i64,
    /// Open tickets submitted before the moment given that nobody has taken.
    pub waiting_long: i64,
}

/// The board. `midnight` is the beginning of the tenant's day, `before` the submission of what has waited too long (L19).
pub async fn board(tx: &mut TenantTx, midnight: Timestamp, before: Timestamp) -> Result<Board> {
    let sql = "SELECT COALESCE(q.key, ''), n.tickets FROM (SELECT queue_id, COUNT(*) AS tickets FROM ticket \
               WHERE tenant_id = $1 AND is_open GROUP BY queue_id) n \
               LEFT JOIN queue q ON q.tenant_id = $1 AND q.id = n.queue_id ORDER BY n.tickets DESC, q.key";
    let open = fetch_all!(tx, (String, i64), sql, tx.tenant)?;
    let sql = "SELECT (SELECT COUNT(*) FROM ticket WHERE tenant_id = $1 AND is_open AND assignee_id IS NOT NULL), \
               (SELECT COUNT(*) FROM ticket_fact WHERE tenant_id = $1 AND overdue_at IS NOT NULL AND overdue_at >= $2), \
               (SELECT COUNT(*) FROM ticket WHERE tenant_id = $1 AND is_open AND assignee_id IS NULL AND created_at < $3)";
    let (assigned, overdue_today, waiting_long) = fetch_one!(tx, (i64, i64, i64), sql, tx.tenant, Stamp(midnight), Stamp(before))?;
    let all: i64 = open.iter().map(|(_, tickets)| tickets).sum();
    Ok(Board { open, unassigned: all - assigned, overdue_today, waiting_long })
}
