//! Merchants.

use redress_domain::id::TenantId;
use redress_domain::tenant::Tenant;
use uuid::Uuid;

use crate::error::{Error, Result};
use crate::sql::column::parse;
use crate::sql::stamp::Stamp;
use crate::sql::{SystemTx, execute, fetch_all, fetch_optional, insert};

#[derive(sqlx::FromRow)]
pub(crate) struct TenantRow {
    id: Uuid,
    slug: String,
    name: String,
    locale: String,
    currency: String,
    plan: String,
    requires_signature: bool,
    created_at: Stamp,
}

impl TenantRow {
    pub(crate) fn into_tenant(self) -> Result<Tenant> {
        let id = TenantId::from_uuid(self.id);
        Ok(Tenant {
            id,
            slug: self.slug,
            name: self.name,
            locale: self.locale,
            currency: parse(&self.currency, "tenant", "currency", id)?,
            plan: self.plan,
            requires_signature: self.requires_signature,
            created_at: self.created_at.0,
        })
    }
}

/// Adds a tenant.
///
/// # Errors
/// [`NotUnique`](crate::Error::NotUnique) `tenant_slug`.
pub async fn insert(tx: &mut SystemTx, tenant: &Tenant) -> Result<()> {
    let tx = &mut tx.0;
    insert!(tx, "tenant (id, slug, name, locale, currency, plan, requires_signature, created_at)", [tenant], |values, t| {
        values.bind(t.id.as_uuid()).bind(&t.slug).bind(&t.name).bind(&t.locale);
        values.bind(t.currency.as_str()).bind(&t.plan).bind(t.requires_signature).bind(Stamp(t.created_at));
    });
    // Whoever adds a tenant goes on to add its rows, which refer to it.
    tx.flush().await
}

/// Changes a tenant's plan and whether it wants signatures.
///
/// # Errors
/// [`Error::NotFound`].
pub async fn update(tx: &mut SystemTx, tenant: &Tenant) -> Result<()> {
    let tx = &mut tx.0;
    let sql = "UPDATE tenant SET plan = $2, requires_signature = $3 WHERE id = $1";
    match execute!(tx, sql, tenant.id.as_uuid(), &tenant.plan, tenant.requires_signature)? {
        0 => Err(Error::NotFound { what: "tenant", id: tenant.id.to_string() }),
        _ => Ok(()),
    }
}

/// The tenant with this id.
pub async fn find(tx: &mut SystemTx, id: TenantId) -> Result<Option<Tenant>> {
    let tx = &mut tx.0;
    fetch_optional!(tx, TenantRow, "SELECT * FROM tenant WHERE id = $1", id.as_uuid())?.map(TenantRow::into_tenant).transpose()
}

/// The tenant with this short name.
pub async fn find_by_slug(tx: &mut SystemTx, slug: &str) -> Result<Option<Tenant>> {
    let tx = &mut tx.0;
    fetch_optional!(tx, TenantRow, "SELECT * FROM tenant WHERE slug = $1", slug)?.map(TenantRow::into_tenant).transpose()
}

/// All tenants by short name.
pub async fn list(tx: &mut SystemTx) -> Result<Vec<Tenant>> {
    let tx = &mut tx.0;
    fetch_all!(tx, TenantRow, "SELECT * FROM tenant ORDER BY slug")?.into_iter().map(TenantRow::into_tenant).collect()
}
