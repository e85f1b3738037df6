//! Past decisions that bindings are held to.

use redress_domain::golden::Golden;
use redress_domain::id::{BindingId, DecisionId};
use uuid::Uuid;

use crate::error::{Error, Result};
use crate::sql::column::{json, to_json};
use crate::sql::stamp::Stamp;
use crate::sql::{TenantTx, execute, fetch_all, insert};

#[derive(sqlx::FromRow)]
struct GoldenRow {
    decision_id: Uuid,
    note: String,
    added_by: String,
    added_at: Stamp,
}

/// Holds a binding to decisions.
///
/// # Errors
/// [`Error::NotUnique`] `golden_decision` when it is held to one of them already.
pub async fn insert_many(tx: &mut TenantTx, golden: &[Golden]) -> Result<()> {
    let tenant = tx.tenant;
    insert!(tx, "golden (tenant_id, binding_id, decision_id, note, added_by, added_at)", golden, |values, g| {
        values.bind(tenant).bind(g.binding.as_uuid()).bind(g.decision.as_uuid()).bind(&g.note);
        values.bind(to_json(&g.added_by)).bind(Stamp(g.added_at));
    });
    tx.flush().await
}

/// What a binding is held to, oldest first.
pub async fn list(tx: &mut TenantTx, binding: BindingId) -> Result<Vec<Golden>> {
    let sql = "SELECT decision_id, note, added_by, added_at FROM golden WHERE tenant_id = $1 AND binding_id = $2 \
               ORDER BY added_at, decision_id";
    let rows = fetch_all!(tx, GoldenRow, sql, tx.tenant, binding.as_uuid())?;
    rows.into_iter()
        .map(|row| {
            let decision = DecisionId::from_uuid(row.decision_id);
            let added_by = json(&row.added_by, "golden", "added_by", decision)?;
            Ok(Golden { binding, decision, note: row.note, added_by, added_at: row.added_at.0 })
        })
        .collect()
}

/// Lets a binding go from a decision.
///
/// # Errors
/// [`Error::NotFound`].
pub async fn delete(tx: &mut TenantTx, binding: BindingId, decision: DecisionId) -> Result<()> {
    let sql = "DELETE FROM golden WHERE tenant_id = $1 AND binding_id = $2 AND decision_id = $3";
    match execute!(tx, sql, tx.tenant, binding.as_uuid(), decision.as_uuid())? {
        0 => Err(Error::NotFound { what: "golden decision", id: decision.to_string() }),
        _ => Ok(()),
    }
}
