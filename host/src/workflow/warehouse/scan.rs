//! A label is read: whose parcel is it (D4).

use redress_domain::id::{ParcelId, ScanId, TenantId, TicketId};
use redress_domain::timeline::Actor;
use redress_domain::warehouse::kept::{KeptScan, KnownParcel, QueuedParcel, ScanOutcome};
use redress_domain::warehouse::parcel::ExpectedParcel;
use redress_domain::warehouse::scan::{EarlierScan, ScanEvent, Scanned, Source, Unknown, match_scan};
use redress_domain::warehouse::tracking::TrackingNumber;
use redress_domain::warehouse::unidentified::UnidentifiedParcel;
use redress_domain::{Event, Timestamp};
use redress_store::{Error as StoreError, TenantTx, attachment, parcel, scan, unidentified};

use crate::workflow::turn::{Keep, NUMBER_DAYS};
use crate::workflow::{Error, Workflow};

/// Most times a scan is thought through again because others wrote at the same moment.
const TRIES: u32 = 8;

/// One reading, as a device sends it.
#[derive(Debug, Clone)]
pub struct Reading {
    /// The device's own name for it; without one, every reading is a new one.
    pub key: Option<String>,
    /// What was read, untouched.
    pub raw: String,
    /// How.
    pub source: Source,
    /// Where.
    pub station: Option<String>,
    /// Photos, by the names of their attachments; kept with a parcel that nobody is known for.
    pub photos: Vec<String>,
    /// What the warehouse saw.
    pub note: String,
}

impl Workflow {
    /// Takes a reading in, in one transaction with what it does to the ticket. The same reading again answers the same, and a
    /// parcel that nobody is known for goes to the queue: no reading is lost.
    ///
    /// # Errors
    /// [`Error::ScanKeyTaken`]; no free sandbox; the database.
    pub async fn scan(&self, tenant: TenantId, by: Actor, reading: Reading) -> Result<KeptScan, Error> {
        let mut tries = 1;
        loop {
            match self.try_scan(tenant, by.clone(), &reading).await {
                Err(error) if raced(&error) && tries < TRIES => tries += 1,
                result => return result,
            }
        }
    }

    async fn try_scan(&self, tenant: TenantId, by: Actor, reading: &Reading) -> Result<KeptScan, Error> {
        let id = ScanId::generate(&*self.clock, &mut self.entropy.clone());
        let Reading { key, raw, source, station, .. } = reading.clone();
        let event = ScanEvent { id, key: key.unwrap_or_else(|| id.to_string()), raw, source, station, by: by.clone(), at: self.now() };
        let bearing = self.bearing(tenant, &event).await?;
        match bearing.judge(&event) {
            Scanned::Again(earlier) => bearing.kept(earlier.scan.id),
            Scanned::KeyTaken(earlier) => Err(Error::ScanKeyTaken { key: earlier.scan.key, raw: earlier.scan.raw }),
            Scanned::Matched { ticket, .. } => self.receive_parcel(tenant, event, ticket, reading).await,
            Scanned::Reused { ticket, earlier, .. } => {
                let note =
                    format!("ticket {ticket} awaits this number, but a parcel with it came at {}: look which is which", earlier.scan.at);
                self.queue(tenant, event, ScanOutcome::Reused, note, reading).await
            }
            Scanned::Ambiguous(parcels) => {
                let note = format!("{} tickets await this number: open the parcel and assign it", parcels.len());
                self.queue(tenant, event, ScanOutcome::Ambiguous, note, reading).await
            }
            Scanned::Unidentified(Unknown::Unreadable(error)) => {
                self.queue(tenant, event, ScanOutcome::Unreadable, error.to_string(), reading).await
            }
            Scanned::Unidentified(Unknown::Unexpected(number)) => {
                let misread = number.misread().map(|why| format!("; {why}: scan it again")).unwrap_or_default();
                let note = format!("nobody awaits {number}: photograph it and put it aside{misread}");
                self.queue(tenant, event, ScanOutcome::Unexpected, note, reading).await
            }
        }
    }

    /// The parcel is one that is awaited: the ticket learns of it.
    async fn receive_parcel(&self, tenant: TenantId, event: ScanEvent, ticket: TicketId, reading: &Reading) -> Result<KeptScan, Error> {
        let facts = self.facts(tenant, ticket, event.by.clone()).await?;
        // Read again behind the ticket: its version now vouches for what its parcels look like.
        let bearing = self.bearing(tenant, &event).await?;
        let (parcel, complete) = match bearing.judge(&event) {
            Scanned::Matched { ticket: still, parcel, complete } if still == ticket => (parcel, complete),
            _ => return Err(Error::Raced { what: "the parcel" }),
        };
        let kept = KeptScan {
            number: TrackingNumber::read(&event.raw).ok(),
            outcome: ScanOutcome::Matched,
            parcel: Some(parcel),
            ticket: Some(ticket),
            complete,
            unidentified: None,
            note: String::new(),
            scan: event.clone(),
        };
        let (to_keep, note) = (kept.clone(), Some(reading.note.clone()).filter(|note| !note.is_empty()));
        let photos = super::shown(&reading.photos);
        let turn = self.think(facts, move |turn| {
            turn.apply(Event::GoodsReceived { complete, note })?;
            turn.attach(&photos, true);
            turn.keep_goods(Keep::Arrived(parcel, Some(to_keep.scan.id), to_keep.scan.at));
            turn.keep_goods(Keep::Scan(to_keep));
            Ok(())
        });
        match turn.await {
            Ok(turn) => {
                self.commit::<Error>(turn, |_| Box::pin(async { Ok(()) })).await?;
                Ok(kept)
            }
            Err(Error::Refused(refusal)) => {
                let note = format!("ticket {ticket} awaited it and takes no parcel now ({}): look at the ticket", refusal.why);
                self.queue(tenant, event, ScanOutcome::NotNow, note, reading).await
            }
            Err(error) => Err(error),
        }
    }

    /// Nobody is known for the parcel: it waits in the queue, a number once.
    async fn queue(
        &self,
        tenant: TenantId,
        event: ScanEvent,
        outcome: ScanOutcome,
        note: String,
        reading: &Reading,
    ) -> Result<KeptScan, Error> {
        let number = TrackingNumber::read(&event.raw).ok();
        let parcel = UnidentifiedParcel {
            scan: event.id,
            number: number.clone(),
            photos: reading.photos.clone(),
            note: reading.note.clone(),
            since: event.at,
        };
        let photos = super::shown(&parcel.photos);
        self.tenant(tenant)
            .write(move |tx| {
                Box::pin(async move {
                    attachment::hold(tx, &photos).await?;
                    let waiting = match &number {
                        Some(number) => {
                            if outcome == ScanOutcome::Unexpected && is_awaited(tx, number, event.at).await? {
                                return Err(Error::Raced { what: "the parcel" });
                            }
                            unidentified::waiting(tx, number).await?
                        }
                        None => None,
                    };
                    let place = waiting.as_ref().map_or(event.id, |queued| queued.parcel.scan);
                    let kept = KeptScan {
                        scan: event,
                        number,
                        outcome,
                        parcel: None,
                        ticket: None,
                        complete: false,
                        unidentified: Some(place),
                        note,
                    };
                    scan::insert(tx, &kept).await?;
                    if waiting.is_none() {
                        unidentified::insert(tx, &QueuedParcel { parcel, outcome, assigned: None }).await?;
                    }
                    Ok(kept)
                })
            })
            .await
    }

    async fn bearing(&self, tenant: TenantId, event: &ScanEvent) -> Result<Bearing, Error> {
        let (key, number) = (event.key.clone(), TrackingNumber::read(&event.raw).ok());
        let since = recent(event.at);
        self.tenant(tenant).read(move |tx| Box::pin(async move { Bearing::read(tx, &key, number.as_ref(), since).await })).await
    }
}

/// What bears on a reading: parcels under its number with all parcels of their tickets, and earlier readings.
struct Bearing {
    parcels: Vec<KnownParcel>,
    scans: Vec<KeptScan>,
}

impl Bearing {
    async fn read(tx: &mut TenantTx, key: &str, number: Option<&TrackingNumber>, since: Timestamp) -> Result<Self, Error> {
        let mut parcels: Vec<KnownParcel> = Vec::new();
        if let Some(number) = number {
            let mut tickets: Vec<TicketId> = parcel::by_number(tx, number, since).await?.iter().map(|known| known.parcel.ticket).collect();
            tickets.sort_unstable();
            tickets.dedup();
            for ticket in tickets {
                parcels.extend(parcel::by_ticket(tx, ticket).await?.into_iter().filter(|known| known.withdrawn_at.is_none()));
            }
        }
        let ids: Vec<ParcelId> = parcels.iter().map(|known| known.parcel.id).collect();
        let mut scans = scan::bearing(tx, key, number, &ids).await?;
        scans.retain(|kept| kept.scan.at >= since || kept.scan.key == key);
        Ok(Self { parcels, scans })
    }

    fn judge(&self, event: &ScanEvent) -> Scanned {
        let candidates: Vec<ExpectedParcel> = self.parcels.iter().map(|known| known.parcel.clone()).collect();
        let earlier = |kept: &KeptScan| EarlierScan { scan: kept.scan.clone(), parcel: kept.parcel, ticket: kept.ticket };
        match_scan(event, &candidates, &self.scans.iter().map(earlier).collect::<Vec<_>>())
    }

    fn kept(&self, id: ScanId) -> Result<KeptScan, Error> {
        self.scans.iter().find(|kept| kept.scan.id == id).cloned().ok_or_else(|| Error::not_found("scan", id))
    }
}

async fn is_awaited(tx: &mut TenantTx, number: &TrackingNumber, at: Timestamp) -> Result<bool, Error> {
    Ok(parcel::by_number(tx, number, recent(at)).await?.iter().any(KnownParcel::is_awaited))
}

/// Carriers use a number again after some time.
fn recent(at: Timestamp) -> Timestamp {
    at.plus(-chrono::Duration::days(NUMBER_DAYS))
}

/// True when the same again may end otherwise, because somebody else was faster.
fn raced(error: &Error) -> bool {
    matches!(error, Error::Raced { .. } | Error::Stale { .. } | Error::Store(StoreError::Stale { .. } | StoreError::NotUnique { .. }))
        || matches!(error, Error::Store(StoreError::NotFound { what: "awaited parcel", .. } | StoreError::Contended(_)))
}
