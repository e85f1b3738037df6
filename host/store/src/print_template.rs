//! Templates for papers that tenants wrote.

use redress_domain::paper::PrintTemplate;

use crate::error::{Error, Result};
use crate::sql::column::parse;
use crate::sql::stamp::Stamp;
use crate::sql::{TenantTx, execute, fetch_all, fetch_optional, insert};

#[derive(sqlx::FromRow)]
struct PrintTemplateRow {
    key: String,
    version: i64,
    name: String,
    kind: String,
    source: String,
    updated_at: Stamp,
}

impl PrintTemplateRow {
    fn into_template(self) -> Result<PrintTemplate> {
        let kind = parse(&self.kind, "print_template", "kind", &self.key)?;
        let Self { key, version, name, source, updated_at, .. } = self;
        Ok(PrintTemplate { key, version, name, kind, source, updated_at: updated_at.0 })
    }
}

/// Adds a template.
///
/// # Errors
/// [`Error::NotUnique`] `print_template_key`.
pub async fn insert(tx: &mut TenantTx, template: &PrintTemplate) -> Result<()> {
    let tenant = tx.tenant;
    insert!(tx, "print_template (tenant_id, key, version, name, kind, source, updated_at)", [template], |values, t| {
        values.bind(tenant).bind(&t.key).bind(t.version).bind(&t.name).bind(t.kind.as_str()).bind(&t.source);
        values.bind(Stamp(t.updated_at));
    });
    tx.flush().await
}

/// Replaces a template that is at version `expected`.
///
/// # Errors
/// [`Error::Stale`] when it is at another version or does not exist.
pub async fn update(tx: &mut TenantTx, template: &PrintTemplate, expected: i64) -> Result<()> {
    let sql = "UPDATE print_template SET version = $4, name = $5, kind = $6, source = $7, updated_at = $8 \
               WHERE tenant_id = $1 AND key = $2 AND version = $3";
    let PrintTemplate { key, version, name, kind, source, updated_at } = template;
    match execute!(tx, sql, tx.tenant, key, expected, version, name, kind.as_str(), source, Stamp(*updated_at))? {
        0 => Err(Error::Stale { what: "print_template", id: key.clone(), expected }),
        _ => Ok(()),
    }
}

/// Removes a template.
///
/// # Errors
/// [`Error::NotFound`].
pub async fn delete(tx: &mut TenantTx, key: &str) -> Result<()> {
    match execute!(tx, "DELETE FROM print_template WHERE tenant_id = $1 AND key = $2", tx.tenant, key)? {
        0 => Err(Error::NotFound { what: "print_template", id: key.to_owned() }),
        _ => Ok(()),
    }
}

/// The template with this key.
pub async fn find(tx: &mut TenantTx, key: &str) -> Result<Option<PrintTemplate>> {
    let sql = "SELECT * FROM print_template WHERE tenant_id = $1 AND key = $2";
    fetch_optional!(tx, PrintTemplateRow, sql, tx.tenant, key)?.map(PrintTemplateRow::into_template).transpose()
}

/// All templates by key.
pub async fn list(tx: &mut TenantTx) -> Result<Vec<PrintTemplate>> {
    let sql = "SELECT * FROM print_template WHERE tenant_id = $1 ORDER BY key";
    fetch_all!(tx, PrintTemplateRow, sql, tx.tenant)?.into_iter().map(PrintTemplateRow::into_template).collect()
}
