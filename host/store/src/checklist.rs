//! The parts of articles.

use redress_domain::warehouse::checklist::Checklist;

use crate::error::{Error, Result};
use crate::sql::column::{json, to_json};
use crate::sql::{TenantTx, execute, fetch_all, fetch_built, fetch_optional, insert};

#[derive(sqlx::FromRow)]
struct ChecklistRow {
    sku: String,
    version: i64,
    parts: String,
}

impl ChecklistRow {
    fn into_checklist(self) -> Result<Checklist> {
        let parts = json(&self.parts, "checklist", "parts", &self.sku)?;
        Ok(Checklist { sku: self.sku, version: self.version, parts })
    }
}

/// Adds a checklist, or replaces the one that is a version behind.
///
/// # Errors
/// [`Error::Stale`] when it is at another version; [`Error::NotUnique`] `checklist_sku` when somebody added it meanwhile.
pub async fn put(tx: &mut TenantTx, list: &Checklist) -> Result<()> {
    if list.version == 1 {
        let tenant = tx.tenant;
        insert!(tx, "checklist (tenant_id, sku, version, parts)", [list], |values, l| {
            values.bind(tenant).bind(&l.sku).bind(l.version).bind(to_json(&l.parts));
        });
        return tx.flush().await;
    }
    let sql = "UPDATE checklist SET version = $4, parts = $5 WHERE tenant_id = $1 AND sku = $2 AND version = $3";
    match execute!(tx, sql, tx.tenant, &list.sku, list.version - 1, list.version, to_json(&list.parts))? {
        0 => Err(Error::Stale { what: "checklist", id: list.sku.clone(), expected: list.version - 1 }),
        _ => Ok(()),
    }
}

/// The checklist of an article.
pub async fn find(tx: &mut TenantTx, sku: &str) -> Result<Option<Checklist>> {
    let sql = "SELECT sku, version, parts FROM checklist WHERE tenant_id = $1 AND sku = $2";
    fetch_optional!(tx, ChecklistRow, sql, tx.tenant, sku)?.map(ChecklistRow::into_checklist).transpose()
}

/// The checklists of these articles, as far as there are any.
pub async fn of(tx: &mut TenantTx, skus: &[String]) -> Result<Vec<Checklist>> {
    if skus.is_empty() {
        return Ok(Vec::new());
    }
    let tenant = tx.tenant;
    let rows = fetch_built!(tx, ChecklistRow, "SELECT sku, version, parts FROM checklist WHERE tenant_id = ", |query| {
        query.push_bind(tenant).push(" AND sku IN (");
        let mut list = query.separated(", ");
        for sku in skus {
            list.push_bind(sku.clone());
        }
        query.push(") ORDER BY sku");
    })?;
    rows.into_iter().map(ChecklistRow::into_checklist).collect()
}

/// Checklists by article, behind `after`, at most `limit`.
pub async fn list(tx: &mut TenantTx, after: &str, limit: u32) -> Result<Vec<Checklist>> {
    let sql = "SELECT sku, version, parts FROM checklist WHERE tenant_id = $1 AND sku > $2 ORDER BY sku LIMIT $3";
    fetch_all!(tx, ChecklistRow, sql, tx.tenant, after, i64::from(limit))?.into_iter().map(ChecklistRow::into_checklist).collect()
}
