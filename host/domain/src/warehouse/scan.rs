//! Whose parcel is it (D4).

use serde::{Deserialize, Serialize};

use super::parcel::ExpectedParcel;
use super::tracking::{TrackingError, TrackingNumber};
use crate::clock::Timestamp;
use crate::event::Event;
use crate::id::{ParcelId, ScanId, TicketId};
use crate::status::names;
use crate::timeline::Actor;

names! {
    /// How a label was read.
    Source {
        /// A PDA or hand scanner that types what it reads.
        Wedge = "wedge",
        /// The camera of a telephone or a table.
        Camera = "camera",
        /// Typed by hand.
        Manual = "manual",
    }
}

/// One reading of a label.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ScanEvent {
    /// Redress id.
    pub id: ScanId,
    /// The device's own name for this reading: the same again means that the answer was lost, not that a parcel came.
    pub key: String,
    /// What was read, untouched.
    pub raw: String,
    /// How.
    pub source: Source,
    /// Where: the name of the gate or table, when the device says it.
    pub station: Option<String>,
    /// Who.
    pub by: Actor,
    /// When.
    pub at: Timestamp,
}

/// A reading that was kept, with the parcel it was taken for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct EarlierScan {
    /// The reading.
    pub scan: ScanEvent,
    /// The parcel; `None` while nobody knows whose it is.
    pub parcel: Option<ParcelId>,
    /// Its ticket.
    pub ticket: Option<TicketId>,
}

/// Why nobody is known for a parcel.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unknown {
    /// The label gives no tracking number.
    Unreadable(TrackingError),
    /// Nobody waits for it.
    Unexpected(TrackingNumber),
}

/// What a scan means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Scanned {
    /// The parcel is one that is awaited, and is now here.
    Matched {
        /// Whose it is.
        ticket: TicketId,
        /// Which.
        parcel: ParcelId,
        /// With it, all parcels of the ticket are here.
        complete: bool,
    },
    /// It was scanned before: nothing happens, and the answer is the one of then.
    Again(EarlierScan),
    /// The key names a reading of another label: the device repeats its keys, so nothing is taken from it.
    KeyTaken(EarlierScan),
    /// It is awaited, but another parcel with this number came before: a person looks which is which.
    Reused {
        /// Who waits for it.
        ticket: TicketId,
        /// Which.
        parcel: ParcelId,
        /// What came before.
        earlier: EarlierScan,
    },
    /// Several tickets wait for this number: a person opens it.
    Ambiguous(Vec<ParcelId>),
    /// Nobody waits for it: it goes to the queue of unidentified parcels.
    Unidentified(Unknown),
}

impl Scanned {
    /// What happens to the ticket. `None` when nothing does: a repetition, or a parcel that a person must look at.
    pub fn event(&self) -> Option<Event> {
        match self {
            Self::Matched { complete, .. } => Some(Event::GoodsReceived { complete: *complete, note: None }),
            _ => None,
        }
    }

    /// What to keep of the scan. `None` when it was kept before or its key is taken.
    pub fn record(&self, scan: ScanEvent) -> Option<EarlierScan> {
        let (parcel, ticket) = match self {
            Self::Matched { ticket, parcel, .. } => (Some(*parcel), Some(*ticket)),
            Self::Again(_) | Self::KeyTaken(_) => return None,
            Self::Reused { .. } | Self::Ambiguous(_) | Self::Unidentified(_) => (None, None),
        };
        Some(EarlierScan { scan, parcel, ticket })
    }
}

/// Says whose parcel was scanned.
///
/// `candidates` are the parcels under the scanned number and all other parcels of their tickets, without withdrawn ones;
/// `earlier` the scans of those parcels, those under the same key and those under the same number. Carriers use a number again
/// after some time, so the caller leaves out what is too old to matter. Neither order matters.
pub fn match_scan(scan: &ScanEvent, candidates: &[ExpectedParcel], earlier: &[EarlierScan]) -> Scanned {
    let number = TrackingNumber::read(&scan.raw);
    if let Some(same) = earlier.iter().find(|e| e.scan.key == scan.key) {
        let repeated = same.scan.raw == scan.raw || (number.is_ok() && TrackingNumber::read(&same.scan.raw) == number);
        return if repeated { Scanned::Again(same.clone()) } else { Scanned::KeyTaken(same.clone()) };
    }
    let number = match number {
        Ok(number) => number,
        Err(error) => return Scanned::Unidentified(Unknown::Unreadable(error)),
    };
    let arrival = |id: ParcelId| earlier.iter().filter(|e| e.parcel == Some(id)).min_by_key(|e| (e.scan.at, e.scan.id));
    let (here, awaited): (Vec<_>, Vec<_>) = candidates.iter().filter(|c| c.number == number).partition(|c| arrival(c.id).is_some());
    match awaited.as_slice() {
        [] => match here.iter().filter_map(|parcel| arrival(parcel.id)).min_by_key(|e| (e.scan.at, e.scan.id)) {
            Some(before) => Scanned::Again(before.clone()),
            None => Scanned::Unidentified(Unknown::Unexpected(number)),
        },
        [parcel] => {
            let before = |e: &&EarlierScan| e.parcel.is_some() && TrackingNumber::read(&e.scan.raw).as_ref() == Ok(&number);
            if let Some(before) = earlier.iter().filter(before).min_by_key(|e| (e.scan.at, e.scan.id)) {
                return Scanned::Reused { ticket: parcel.ticket, parcel: parcel.id, earlier: before.clone() };
            }
            let others = candidates.iter().filter(|c| c.ticket == parcel.ticket && c.id != parcel.id);
            let complete = others.map(|c| c.id).all(|id| arrival(id).is_some());
            Scanned::Matched { ticket: parcel.ticket, parcel: parcel.id, complete }
        }
        several => {
            let mut parcels: Vec<ParcelId> = several.iter().map(|c| c.id).collect();
            parcels.sort_unstable();
            Scanned::Ambiguous(parcels)
        }
    }
}
