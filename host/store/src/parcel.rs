//! Parcels that the warehouse waits for, or has.

use redress_domain::Timestamp;
use redress_domain::id::{ParcelId, ScanId, TicketId};
use redress_domain::warehouse::kept::KnownParcel;
use redress_domain::warehouse::parcel::ExpectedParcel;
use redress_domain::warehouse::tracking::TrackingNumber;
use uuid::Uuid;

use crate::error::{Error, Result};
use crate::sql::column::parse;
use crate::sql::stamp::Stamp;
use crate::sql::{TenantTx, execute, fetch_all, fetch_optional, insert};
use crate::timeline::actor;

#[derive(sqlx::FromRow)]
struct ParcelRow {
    id: Uuid,
    ticket_id: Uuid,
    number: String,
    carrier: Option<String>,
    purpose: String,
    since: Stamp,
    announced_by: String,
    arrived_at: Option<Stamp>,
    scan_id: Option<Uuid>,
    withdrawn_at: Option<Stamp>,
}

impl ParcelRow {
    fn into_parcel(self) -> Result<KnownParcel> {
        let id = ParcelId::from_uuid(self.id);
        let parcel = ExpectedParcel {
            id,
            ticket: TicketId::from_uuid(self.ticket_id),
            number: parse(&self.number, "expected_parcel", "number", id)?,
            carrier: self.carrier,
            purpose: parse(&self.purpose, "expected_parcel", "purpose", id)?,
            since: self.since.0,
        };
        Ok(KnownParcel {
            parcel,
            announced_by: actor(&self.announced_by).ok_or_else(|| Error::corrupt("expected_parcel", "announced_by", id))?,
            arrived_at: self.arrived_at.map(|at| at.0),
            scan: self.scan_id.map(ScanId::from_uuid),
            withdrawn_at: self.withdrawn_at.map(|at| at.0),
        })
    }
}

/// Adds a parcel. Gathered: the error may show only when the transaction commits.
///
/// # Errors
/// [`Error::NotUnique`] `parcel_number` when another parcel with this number is awaited.
pub async fn insert(tx: &mut TenantTx, parcel: &KnownParcel) -> Result<()> {
    let tenant = tx.tenant;
    insert!(
        tx,
        "expected_parcel (tenant_id, id, ticket_id, number, carrier, purpose, since, announced_by, arrived_at, scan_id, withdrawn_at)",
        [parcel],
        |values, p| {
            values.bind(tenant).bind(p.parcel.id.as_uuid()).bind(p.parcel.ticket.as_uuid()).bind(p.parcel.number.as_str());
            values.bind(&p.parcel.carrier).bind(p.parcel.purpose.as_str()).bind(Stamp(p.parcel.since)).bind(p.announced_by.to_string());
            values.bind(p.arrived_at.map(Stamp)).bind(p.scan.map(|id| id.as_uuid())).bind(p.withdrawn_at.map(Stamp));
        }
    );
    Ok(())
}

/// Notes that a parcel came, with the scan that brought it.
///
/// # Errors
/// [`Error::NotFound`] when it is not awaited.
pub async fn arrive(tx: &mut TenantTx, id: ParcelId, scan: Option<ScanId>, at: Timestamp) -> Result<()> {
    let sql = "UPDATE expected_parcel SET arrived_at = $3, scan_id = $4 \
               WHERE tenant_id = $1 AND id = $2 AND arrived_at IS NULL AND withdrawn_at IS NULL";
    touched(execute!(tx, sql, tx.tenant, id.as_uuid(), Stamp(at), scan.map(|id| id.as_uuid()))?, id)
}

/// Awaits a parcel no more.
///
/// # Errors
/// [`Error::NotFound`] when it is not awaited.
pub async fn withdraw(tx: &mut TenantTx, id: ParcelId, at: Timestamp) -> Result<()> {
    let sql = "UPDATE expected_parcel SET withdrawn_at = $3 \
               WHERE tenant_id = $1 AND id = $2 AND arrived_at IS NULL AND withdrawn_at IS NULL";
    touched(execute!(tx, sql, tx.tenant, id.as_uuid(), Stamp(at))?, id)
}

fn touched(rows: u64, id: ParcelId) -> Result<()> {
    if rows == 0 { Err(Error::NotFound { what: "awaited parcel", id: id.to_string() }) } else { Ok(()) }
}

/// The parcel with this id.
pub async fn find(tx: &mut TenantTx, id: ParcelId) -> Result<Option<KnownParcel>> {
    let sql = "SELECT * FROM expected_parcel WHERE tenant_id = $1 AND id = $2";
    fetch_optional!(tx, ParcelRow, sql, tx.tenant, id.as_uuid())?.map(ParcelRow::into_parcel).transpose()
}

/// All parcels of a ticket, oldest first.
pub async fn by_ticket(tx: &mut TenantTx, ticket: TicketId) -> Result<Vec<KnownParcel>> {
    let sql = "SELECT * FROM expected_parcel WHERE tenant_id = $1 AND ticket_id = $2 ORDER BY id";
    fetch_all!(tx, ParcelRow, sql, tx.tenant, ticket.as_uuid())?.into_iter().map(ParcelRow::into_parcel).collect()
}

/// All parcels under a number that were announced since `since` and are not withdrawn, of any ticket, oldest first.
pub async fn by_number(tx: &mut TenantTx, number: &TrackingNumber, since: Timestamp) -> Result<Vec<KnownParcel>> {
    let sql = "SELECT * FROM expected_parcel WHERE tenant_id = $1 AND number = $2 AND since >= $3 AND withdrawn_at IS NULL ORDER BY id";
    let rows = fetch_all!(tx, ParcelRow, sql, tx.tenant, number.as_str(), Stamp(since))?;
    rows.into_iter().map(ParcelRow::into_parcel).collect()
}

/// Withdraws what has been awaited under a number since before `before`, because carriers use numbers again, and says how many
/// parcels that were.
pub async fn retire(tx: &mut TenantTx, number: &TrackingNumber, before: Timestamp, at: Timestamp) -> Result<u64> {
    let sql = "UPDATE expected_parcel SET withdrawn_at = $4 \
               WHERE tenant_id = $1 AND number = $2 AND since < $3 AND arrived_at IS NULL AND withdrawn_at IS NULL";
    execute!(tx, sql, tx.tenant, number.as_str(), Stamp(before), Stamp(at))
}

/// Parcels that are awaited, the latest first, at most `limit`.
pub async fn awaited(tx: &mut TenantTx, limit: u32) -> Result<Vec<KnownParcel>> {
    let sql = "SELECT * FROM expected_parcel WHERE tenant_id = $1 AND arrived_at IS NULL AND withdrawn_at IS NULL \
               ORDER BY id DESC LIMIT $2";
    fetch_all!(tx, ParcelRow, sql, tx.tenant, i64::from(limit))?.into_iter().map(ParcelRow::into_parcel).collect()
}
