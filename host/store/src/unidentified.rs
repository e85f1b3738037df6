//! Parcels that nobody is known for.

use redress_domain::id::{ParcelId, ScanId, TicketId};
use redress_domain::warehouse::kept::{Assigned, QueuedParcel};
use redress_domain::warehouse::tracking::TrackingNumber;
use redress_domain::warehouse::unidentified::UnidentifiedParcel;
use uuid::Uuid;

use crate::error::{Error, Result};
use crate::page::{Cursor, Page, push_page};
use crate::sql::column::{json, parse, to_json};
use crate::sql::stamp::Stamp;
use crate::sql::{TenantTx, execute, fetch_built, fetch_optional, insert};
use crate::timeline::actor;

#[derive(sqlx::FromRow)]
struct QueuedRow {
    id: Uuid,
    number: Option<String>,
    photos: String,
    note: String,
    since: Stamp,
    outcome: String,
    ticket_id: Option<Uuid>,
    parcel_id: Option<Uuid>,
    assigned_by: Option<String>,
    assigned_at: Option<Stamp>,
}

impl QueuedRow {
    fn into_queued(self) -> Result<QueuedParcel> {
        let scan = ScanId::from_uuid(self.id);
        let assigned = match (self.ticket_id, self.parcel_id, self.assigned_by, self.assigned_at) {
            (Some(ticket), Some(parcel), Some(by), Some(at)) => Some(Assigned {
                ticket: TicketId::from_uuid(ticket),
                parcel: ParcelId::from_uuid(parcel),
                by: actor(&by).ok_or_else(|| Error::corrupt("unidentified_parcel", "assigned_by", scan))?,
                at: at.0,
            }),
            _ => None,
        };
        let parcel = UnidentifiedParcel {
            scan,
            number: self.number.map(|number| parse(&number, "unidentified_parcel", "number", scan)).transpose()?,
            photos: json(&self.photos, "unidentified_parcel", "photos", scan)?,
            note: self.note,
            since: self.since.0,
        };
        Ok(QueuedParcel { parcel, outcome: parse(&self.outcome, "unidentified_parcel", "outcome", scan)?, assigned })
    }
}

/// Adds a parcel that waits for its ticket. Gathered: the error may show only when the transaction commits.
///
/// # Errors
/// [`Error::NotUnique`] `unidentified_number` when a parcel with this number waits already.
pub async fn insert(tx: &mut TenantTx, queued: &QueuedParcel) -> Result<()> {
    let tenant = tx.tenant;
    insert!(tx, "unidentified_parcel (tenant_id, id, number, photos, note, since, outcome)", [queued], |values, q| {
        values.bind(tenant).bind(q.parcel.scan.as_uuid()).bind(q.parcel.number.as_ref().map(TrackingNumber::as_str));
        values.bind(to_json(&q.parcel.photos)).bind(&q.parcel.note).bind(Stamp(q.parcel.since)).bind(q.outcome.as_str());
    });
    Ok(())
}

/// Gives a parcel that waits to a ticket. False when it was given to one before.
pub async fn assign(tx: &mut TenantTx, id: ScanId, to: &Assigned) -> Result<bool> {
    let sql = "UPDATE unidentified_parcel SET ticket_id = $3, parcel_id = $4, assigned_by = $5, assigned_at = $6 \
               WHERE tenant_id = $1 AND id = $2 AND assigned_at IS NULL";
    let (ticket, parcel, by) = (to.ticket.as_uuid(), to.parcel.as_uuid(), to.by.to_string());
    Ok(execute!(tx, sql, tx.tenant, id.as_uuid(), ticket, parcel, by, Stamp(to.at))? > 0)
}

/// The parcel that a scan brought.
pub async fn find(tx: &mut TenantTx, id: ScanId) -> Result<Option<QueuedParcel>> {
    let sql = "SELECT * FROM unidentified_parcel WHERE tenant_id = $1 AND id = $2";
    fetch_optional!(tx, QueuedRow, sql, tx.tenant, id.as_uuid())?.map(QueuedRow::into_queued).transpose()
}

/// The parcel under a number that still waits.
pub async fn waiting(tx: &mut TenantTx, number: &TrackingNumber) -> Result<Option<QueuedParcel>> {
    let sql = "SELECT * FROM unidentified_parcel WHERE tenant_id = $1 AND number = $2 AND assigned_at IS NULL";
    fetch_optional!(tx, QueuedRow, sql, tx.tenant, number.as_str())?.map(QueuedRow::into_queued).transpose()
}

/// A page of parcels, newest first; `open` leaves out those that were given to a ticket.
pub async fn list(tx: &mut TenantTx, open: bool, page: &Page) -> Result<(Vec<QueuedParcel>, Option<Cursor>)> {
    let tenant = tx.tenant;
    let rows = fetch_built!(tx, QueuedRow, "SELECT * FROM unidentified_parcel WHERE tenant_id = ", |query| {
        query.push_bind(tenant);
        if open {
            query.push(" AND assigned_at IS NULL");
        }
        push_page!(query, page);
    })?;
    let (rows, next) = page.cut(rows, |row| row.id);
    Ok((rows.into_iter().map(QueuedRow::into_queued).collect::<Result<_>>()?, next))
}
