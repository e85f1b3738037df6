//! Readings of labels.

use redress_domain::id::{ParcelId, ScanId, TicketId};
use redress_domain::warehouse::kept::KeptScan;
use redress_domain::warehouse::scan::ScanEvent;
use redress_domain::warehouse::tracking::TrackingNumber;
use uuid::Uuid;

use crate::error::{Error, Result};
use crate::page::{Cursor, Page, push_page};
use crate::sql::column::parse;
use crate::sql::stamp::Stamp;
use crate::sql::{TenantTx, execute, fetch_built, fetch_optional, insert};
use crate::timeline::actor;

#[derive(sqlx::FromRow)]
struct ScanRow {
    id: Uuid,
    key: String,
    raw: String,
    number: Option<String>,
    source: String,
    station: Option<String>,
    scanned_by: String,
    at: Stamp,
    outcome: String,
    parcel_id: Option<Uuid>,
    ticket_id: Option<Uuid>,
    complete: bool,
    unidentified_id: Option<Uuid>,
    note: String,
}

impl ScanRow {
    fn into_scan(self) -> Result<KeptScan> {
        let id = ScanId::from_uuid(self.id);
        let scan = ScanEvent {
            id,
            key: self.key,
            raw: self.raw,
            source: parse(&self.source, "scan", "source", id)?,
            station: self.station,
            by: actor(&self.scanned_by).ok_or_else(|| Error::corrupt("scan", "scanned_by", id))?,
            at: self.at.0,
        };
        Ok(KeptScan {
            scan,
            number: self.number.map(|number| parse(&number, "scan", "number", id)).transpose()?,
            outcome: parse(&self.outcome, "scan", "outcome", id)?,
            parcel: self.parcel_id.map(ParcelId::from_uuid),
            ticket: self.ticket_id.map(TicketId::from_uuid),
            complete: self.complete,
            unidentified: self.unidentified_id.map(ScanId::from_uuid),
            note: self.note,
        })
    }
}

/// Keeps a reading. Gathered: the error may show only when the transaction commits.
///
/// # Errors
/// [`Error::NotUnique`] `scan_key` when a reading with this key was kept before.
pub async fn insert(tx: &mut TenantTx, scan: &KeptScan) -> Result<()> {
    let tenant = tx.tenant;
    insert!(
        tx,
        "scan (tenant_id, id, key, raw, number, source, station, scanned_by, at, outcome, parcel_id, ticket_id, complete, \
         unidentified_id, note)",
        [scan],
        |values, s| {
            values.bind(tenant).bind(s.scan.id.as_uuid()).bind(&s.scan.key).bind(&s.scan.raw);
            values.bind(s.number.as_ref().map(TrackingNumber::as_str)).bind(s.scan.source.as_str()).bind(&s.scan.station);
            values.bind(s.scan.by.to_string()).bind(Stamp(s.scan.at)).bind(s.outcome.as_str()).bind(s.parcel.map(|id| id.as_uuid()));
            values.bind(s.ticket.map(|id| id.as_uuid())).bind(s.complete).bind(s.unidentified.map(|id| id.as_uuid())).bind(&s.note);
        }
    );
    Ok(())
}

/// Gives the readings of an unidentified parcel the parcel and the ticket that it turned out to be.
pub async fn identify(tx: &mut TenantTx, unidentified: ScanId, parcel: ParcelId, ticket: TicketId) -> Result<()> {
    let sql = "UPDATE scan SET parcel_id = $3, ticket_id = $4 WHERE tenant_id = $1 AND unidentified_id = $2";
    execute!(tx, sql, tx.tenant, unidentified.as_uuid(), parcel.as_uuid(), ticket.as_uuid()).map(drop)
}

/// The reading with this id.
pub async fn find(tx: &mut TenantTx, id: ScanId) -> Result<Option<KeptScan>> {
    let sql = "SELECT * FROM scan WHERE tenant_id = $1 AND id = $2";
    fetch_optional!(tx, ScanRow, sql, tx.tenant, id.as_uuid())?.map(ScanRow::into_scan).transpose()
}

/// The readings that may bear on a new one: under the same key, of the same number, and of these parcels. Oldest first.
pub async fn bearing(tx: &mut TenantTx, key: &str, number: Option<&TrackingNumber>, parcels: &[ParcelId]) -> Result<Vec<KeptScan>> {
    let tenant = tx.tenant;
    let rows = fetch_built!(tx, ScanRow, "SELECT * FROM scan WHERE tenant_id = ", |query| {
        query.push_bind(tenant).push(" AND (key = ").push_bind(key.to_owned());
        if let Some(number) = number {
            query.push(" OR number = ").push_bind(number.as_str().to_owned());
        }
        if !parcels.is_empty() {
            query.push(" OR parcel_id IN (");
            let mut list = query.separated(", ");
            for parcel in parcels {
                list.push_bind(parcel.as_uuid());
            }
            query.push(")");
        }
        query.push(") ORDER BY id");
    })?;
    rows.into_iter().map(ScanRow::into_scan).collect()
}

/// Which readings are wanted: those that meet every condition given.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    /// Of this ticket.
    pub ticket: Option<TicketId>,
    /// Of this number.
    pub number: Option<TrackingNumber>,
}

/// A page of readings, newest first.
pub async fn list(tx: &mut TenantTx, filter: &Filter, page: &Page) -> Result<(Vec<KeptScan>, Option<Cursor>)> {
    let tenant = tx.tenant;
    let rows = fetch_built!(tx, ScanRow, "SELECT * FROM scan WHERE tenant_id = ", |query| {
        query.push_bind(tenant);
        if let Some(ticket) = filter.ticket {
            query.push(" AND ticket_id = ").push_bind(ticket.as_uuid());
        }
        if let Some(number) = &filter.number {
            query.push(" AND number = ").push_bind(number.as_str().to_owned());
        }
        push_page!(query, page);
    })?;
    let (rows, next) = page.cut(rows, |row| row.id);
    Ok((rows.into_iter().map(ScanRow::into_scan).collect::<Result<_>>()?, next))
}
