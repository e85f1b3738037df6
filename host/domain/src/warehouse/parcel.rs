//! Parcels that the warehouse waits for.

use serde::{Deserialize, Serialize};

use super::tracking::TrackingNumber;
use crate::clock::Timestamp;
use crate::event::Event;
use crate::id::{ParcelId, TicketId};
use crate::status::names;

names! {
    /// Why a parcel comes.
    Purpose as ParcelPurpose {
        /// The goods that the customer gives back.
        Return = "return",
        /// A part that was missing (补发, D7).
        Parts = "parts",
        /// The delivery that the customer did not take (拒签): the outbound parcel is the return.
        Refused = "refused",
    }
}

/// One parcel of a ticket. A ticket may have several; it is complete when all of them are here.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ExpectedParcel {
    /// Redress id.
    pub id: ParcelId,
    /// Whose it is.
    pub ticket: TicketId,
    /// What its label says.
    pub number: TrackingNumber,
    /// Who carries it, when known.
    pub carrier: Option<String>,
    /// Why it comes.
    pub purpose: Purpose,
    /// Since when it is awaited.
    pub since: Timestamp,
}

/// What is to be done about a number that a customer or a channel reports.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Registration {
    /// It is new: keep it and apply the event.
    New(Event),
    /// The ticket waits for it already; nothing is to be done.
    Known(ParcelId),
    /// It is another ticket's number, or a parcel with it came before: keep nothing and apply the event, which leads to
    /// `exception`.
    Taken {
        /// The other parcel.
        by: ParcelId,
        /// What happens to this ticket.
        event: Event,
    },
}

/// Judges a reported parcel against `others`: every parcel under the same number, awaited or already here, of any ticket.
pub fn register(parcel: &ExpectedParcel, others: &[ExpectedParcel], arrived: &[ParcelId]) -> Registration {
    let same: Vec<&ExpectedParcel> = others.iter().filter(|other| other.number == parcel.number).collect();
    let foreign =
        |other: &&&ExpectedParcel| other.ticket != parcel.ticket || (arrived.contains(&other.id) && other.purpose != parcel.purpose);
    if let Some(other) = same.iter().find(foreign) {
        let reason = if other.ticket == parcel.ticket {
            format!("a parcel with the number {} is already here: ask the customer for the number of the new one", parcel.number)
        } else {
            format!("the number {} belongs to another ticket: ask the customer for the right one", parcel.number)
        };
        return Registration::Taken { by: other.id, event: Event::TrackingRejected { reason } };
    }
    if let Some(other) = same.first() {
        return Registration::Known(other.id);
    }
    let carrier = parcel.carrier.clone().unwrap_or_default();
    Registration::New(match parcel.purpose {
        Purpose::Refused => Event::DeliveryRefused,
        Purpose::Return | Purpose::Parts => Event::TrackingAdded { carrier, number: parcel.number.to_string() },
    })
}
