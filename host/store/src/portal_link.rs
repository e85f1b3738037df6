//! Links by which customers reach their tickets.

use redress_domain::Timestamp;
use redress_domain::digest::Digest;
use redress_domain::id::{PortalLinkId, TicketId};
use redress_domain::portal::PortalLink;
use redress_domain::tenant::Tenant;
use uuid::Uuid;

use crate::error::{Error, Result};
use crate::sql::column::{digest, json, parse, to_json};
use crate::sql::stamp::Stamp;
use crate::sql::{SystemTx, TenantTx, fetch_all, fetch_optional, insert};
use crate::tenant;

#[derive(sqlx::FromRow)]
struct LinkRow {
    id: Uuid,
    ticket_id: Uuid,
    scope: String,
    token_digest: Vec<u8>,
    created_by: String,
    created_at: Stamp,
    expires_at: Stamp,
    revoked_at: Option<Stamp>,
}

impl LinkRow {
    fn into_link(self) -> Result<PortalLink> {
        let id = PortalLinkId::from_uuid(self.id);
        Ok(PortalLink {
            id,
            ticket: TicketId::from_uuid(self.ticket_id),
            scope: parse(&self.scope, "portal_link", "scope", id)?,
            token_digest: digest(&self.token_digest, "portal_link", "token_digest", id)?,
            created_by: json(&self.created_by, "portal_link", "created_by", id)?,
            created_at: self.created_at.0,
            expires_at: self.expires_at.0,
            revoked_at: self.revoked_at.map(|at| at.0),
        })
    }
}

/// Adds a link. Gathered: the error may show only when the transaction commits.
///
/// # Errors
/// [`Error::NotUnique`] `portal_token`.
pub async fn insert(tx: &mut TenantTx, link: &PortalLink) -> Result<()> {
    let tenant = tx.tenant;
    insert!(
        tx,
        "portal_link (tenant_id, id, ticket_id, scope, token_digest, created_by, created_at, expires_at, revoked_at)",
        [link],
        |values, l| {
            values.bind(tenant).bind(l.id.as_uuid()).bind(l.ticket.as_uuid()).bind(l.scope.as_str());
            values.bind(&l.token_digest.as_bytes()[..]).bind(to_json(&l.created_by)).bind(Stamp(l.created_at));
            values.bind(Stamp(l.expires_at)).bind(l.revoked_at.map(Stamp));
        }
    );
    Ok(())
}

/// What a token opens: the link (revoked and expired ones too) and its tenant.
pub async fn find_by_token_digest(tx: &mut SystemTx, token: Digest) -> Result<Option<(Tenant, PortalLink)>> {
    let tx = &mut tx.0;
    let sql = "SELECT * FROM portal_link WHERE token_digest = $1";
    let sql_tenant = "SELECT t.* FROM tenant t JOIN portal_link l ON l.tenant_id = t.id WHERE l.token_digest = $1";
    let Some(link) = fetch_optional!(tx, LinkRow, sql, &token.as_bytes()[..])? else { return Ok(None) };
    let Some(tenant) = fetch_optional!(tx, tenant::TenantRow, sql_tenant, &token.as_bytes()[..])? else { return Ok(None) };
    Ok(Some((tenant.into_tenant()?, link.into_link()?)))
}

/// The links of a ticket, newest first.
pub async fn list(tx: &mut TenantTx, ticket: TicketId) -> Result<Vec<PortalLink>> {
    let sql = "SELECT * FROM portal_link WHERE tenant_id = $1 AND ticket_id = $2 ORDER BY id DESC LIMIT 200";
    fetch_all!(tx, LinkRow, sql, tx.tenant, ticket.as_uuid())?.into_iter().map(LinkRow::into_link).collect()
}

/// Stops a link from working, and answers it; `None` a second time, which changes nothing.
///
/// # Errors
/// [`Error::NotFound`].
pub async fn revoke(tx: &mut TenantTx, id: PortalLinkId, now: Timestamp) -> Result<Option<PortalLink>> {
    let sql = "SELECT * FROM portal_link WHERE tenant_id = $1 AND id = $2";
    if fetch_all!(tx, LinkRow, sql, tx.tenant, id.as_uuid())?.is_empty() {
        return Err(Error::NotFound { what: "portal_link", id: id.to_string() });
    }
    let sql = "UPDATE portal_link SET revoked_at = $3 WHERE tenant_id = $1 AND id = $2 AND revoked_at IS NULL RETURNING *";
    fetch_all!(tx, LinkRow, sql, tx.tenant, id.as_uuid(), Stamp(now))?.into_iter().next().map(LinkRow::into_link).transpose()
}
