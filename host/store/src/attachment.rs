//! Files that belong to tickets: what is known of them. Their bytes lie in the object store, under the tenant and the digest.

use redress_domain::Timestamp;
use redress_domain::attachment::Attachment;
use redress_domain::digest::Digest;
use redress_domain::id::{AttachmentId, TenantId, TicketId};
use uuid::Uuid;

use crate::error::{Error, Result};
use crate::sql::column::{count, digest, json, signed, to_json};
use crate::sql::stamp::Stamp;
use crate::sql::{SystemTx, TenantTx, execute, fetch_all, fetch_optional, insert};

#[derive(sqlx::FromRow)]
struct AttachmentRow {
    id: Uuid,
    ticket_id: Option<Uuid>,
    digest: Vec<u8>,
    size: i64,
    media_type: String,
    name: String,
    uploaded_by: String,
    internal: bool,
    created_at: Stamp,
}

impl AttachmentRow {
    fn into_attachment(self) -> Result<Attachment> {
        let id = AttachmentId::from_uuid(self.id);
        Ok(Attachment {
            id,
            ticket: self.ticket_id.map(TicketId::from_uuid),
            digest: digest(&self.digest, "attachment", "digest", id)?,
            size: count(self.size, "attachment", "size", id)?,
            media_type: self.media_type,
            name: self.name,
            uploaded_by: json(&self.uploaded_by, "attachment", "uploaded_by", id)?,
            internal: self.internal,
            created_at: self.created_at.0,
        })
    }
}

/// Adds an attachment whose bytes are in the object store.
pub async fn insert(tx: &mut TenantTx, attachment: &Attachment) -> Result<()> {
    let (tenant, size) = (tx.tenant, signed(attachment.size, "the size of the file")?);
    insert!(
        tx,
        "attachment (tenant_id, id, ticket_id, digest, size, media_type, name, uploaded_by, internal, created_at)",
        [attachment],
        |values, a| {
            values.bind(tenant).bind(a.id.as_uuid()).bind(a.ticket.map(|id| id.as_uuid())).bind(&a.digest.as_bytes()[..]);
            values.bind(size).bind(&a.media_type).bind(&a.name).bind(to_json(&a.uploaded_by)).bind(a.internal);
            values.bind(Stamp(a.created_at));
        }
    );
    Ok(())
}

/// The attachment with this id.
pub async fn find(tx: &mut TenantTx, id: AttachmentId) -> Result<Option<Attachment>> {
    let sql = "SELECT * FROM attachment WHERE tenant_id = $1 AND id = $2";
    fetch_optional!(tx, AttachmentRow, sql, tx.tenant, id.as_uuid())?.map(AttachmentRow::into_attachment).transpose()
}

/// The newest attachment with these bytes.
pub async fn find_by_digest(tx: &mut TenantTx, digest: Digest) -> Result<Option<Attachment>> {
    let sql = "SELECT * FROM attachment WHERE tenant_id = $1 AND digest = $2 ORDER BY id DESC LIMIT 1";
    fetch_optional!(tx, AttachmentRow, sql, tx.tenant, &digest.as_bytes()[..])?.map(AttachmentRow::into_attachment).transpose()
}

/// The attachments of a ticket, oldest first, at most 500.
pub async fn list(tx: &mut TenantTx, ticket: TicketId) -> Result<Vec<Attachment>> {
    let sql = "SELECT * FROM attachment WHERE tenant_id = $1 AND ticket_id = $2 ORDER BY id LIMIT 500";
    let rows = fetch_all!(tx, AttachmentRow, sql, tx.tenant, ticket.as_uuid())?;
    rows.into_iter().map(AttachmentRow::into_attachment).collect()
}

/// Gives attachments to a ticket, and says whether the customer must not see them. One that is the ticket's already stays so.
///
/// # Errors
/// [`Error::NotFound`] for one that does not exist or belongs to another ticket.
pub async fn use_for(tx: &mut TenantTx, ticket: TicketId, ids: &[AttachmentId], internal: bool) -> Result<()> {
    let sql = "UPDATE attachment SET ticket_id = $3, internal = $4 \
               WHERE tenant_id = $1 AND id = $2 AND (ticket_id IS NULL OR ticket_id = $3)";
    for id in ids {
        if execute!(tx, sql, tx.tenant, id.as_uuid(), ticket.as_uuid(), internal)? == 0 {
            return Err(Error::NotFound { what: "attachment", id: id.to_string() });
        }
    }
    Ok(())
}

/// Keeps uploads for something that has no ticket yet.
///
/// # Errors
/// [`Error::NotFound`] for one that does not exist.
pub async fn hold(tx: &mut TenantTx, ids: &[AttachmentId]) -> Result<()> {
    for id in ids {
        if execute!(tx, "UPDATE attachment SET held = $3 WHERE tenant_id = $1 AND id = $2", tx.tenant, id.as_uuid(), true)? == 0 {
            return Err(Error::NotFound { what: "attachment", id: id.to_string() });
        }
    }
    Ok(())
}

/// Gives uploads that no ticket uses to the one whose form names them by digest. What is named and not there changes nothing.
pub async fn use_named(tx: &mut TenantTx, ticket: TicketId, digests: &[Digest]) -> Result<()> {
    let sql = "UPDATE attachment SET ticket_id = $3 WHERE tenant_id = $1 AND digest = $2 AND ticket_id IS NULL";
    for digest in digests {
        execute!(tx, sql, tx.tenant, &digest.as_bytes()[..], ticket.as_uuid())?;
    }
    Ok(())
}

/// Says that an object is about to be written or used. False when it is being deleted at this moment: try again soon.
pub async fn touch(tx: &mut TenantTx, digest: Digest, now: Timestamp) -> Result<bool> {
    let sql = "INSERT INTO attachment_object (tenant_id, digest, touched_at, leaving) VALUES ($1, $2, $3, $4) \
               ON CONFLICT (tenant_id, digest) DO UPDATE SET touched_at = excluded.touched_at WHERE NOT attachment_object.leaving";
    Ok(execute!(tx, sql, tx.tenant, &digest.as_bytes()[..], Stamp(now), false)? > 0)
}

/// Forgets attachments that nobody used since `before`, over all tenants, and says how many there were.
pub async fn forget_unused(tx: &mut SystemTx, before: Timestamp) -> Result<u64> {
    let tx = &mut tx.0;
    execute!(tx, "DELETE FROM attachment WHERE ticket_id IS NULL AND NOT held AND created_at < $1", Stamp(before))
}

#[derive(sqlx::FromRow)]
struct ObjectRow {
    tenant_id: Uuid,
    digest: Vec<u8>,
}

/// Marks objects that no attachment names and nobody touched since `before`, and answers those that are marked, at most
/// `limit`: delete each, then say [`gone`]. One that was marked before and never deleted is among them.
pub async fn leaving(tx: &mut SystemTx, before: Timestamp, limit: u32) -> Result<Vec<(TenantId, Digest)>> {
    let tx = &mut tx.0;
    // The row is checked again under its lock, so that an upload that touched it meanwhile keeps its object.
    let mark = "UPDATE attachment_object SET leaving = $2 WHERE touched_at < $1 AND NOT leaving AND NOT EXISTS (\
                SELECT 1 FROM attachment a WHERE a.tenant_id = attachment_object.tenant_id AND a.digest = attachment_object.digest)";
    execute!(tx, mark, Stamp(before), true)?;
    let sql = "SELECT tenant_id, digest FROM attachment_object WHERE leaving ORDER BY touched_at LIMIT $1";
    let rows = fetch_all!(tx, ObjectRow, sql, i64::from(limit))?;
    rows.into_iter()
        .map(|row| Ok((TenantId::from_uuid(row.tenant_id), digest(&row.digest, "attachment_object", "digest", row.tenant_id)?)))
        .collect()
}

/// Notes that an object that was leaving is no longer in the object store.
pub async fn gone(tx: &mut TenantTx, digest: Digest) -> Result<()> {
    let sql = "DELETE FROM attachment_object WHERE tenant_id = $1 AND digest = $2 AND leaving";
    execute!(tx, sql, tx.tenant, &digest.as_bytes()[..]).map(drop)
}
