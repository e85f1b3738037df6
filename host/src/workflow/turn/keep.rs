//! What the warehouse keeps in the transaction of a turn: parcels, scans, inspections, offers.

use redress_domain::Timestamp;
use redress_domain::id::{ParcelId, ScanId, TicketId};
use redress_domain::rule::Risk;
use redress_domain::timeline::Actor;
use redress_domain::warehouse::abuse::LookUp;
use redress_domain::warehouse::kept::{Assigned, KeptInspection, KeptOffer, KeptScan, KnownParcel, QueuedParcel};
use redress_store::{TenantTx, inspection, offer, parcel, pick, scan, unidentified};
use serde_json::json;

use super::Turn;
use crate::workflow::Error;

/// Days after which a carrier may use a number again.
pub const NUMBER_DAYS: i64 = 180;

/// One thing to write. They are written in the order in which they were kept.
#[derive(Debug)]
pub enum Keep {
    /// A parcel is announced.
    Parcel(KnownParcel),
    /// A parcel is awaited no more.
    Withdrawn(ParcelId, Timestamp),
    /// A parcel came, by this scan or without one.
    Arrived(ParcelId, Option<ScanId>, Timestamp),
    /// A label was read.
    Scan(KeptScan),
    /// A parcel waits for its ticket.
    Queued(QueuedParcel),
    /// A parcel that waited has its ticket.
    Assigned(ScanId, Assigned),
    /// The goods were looked at.
    Inspection(KeptInspection),
    /// Something is offered.
    Offer(KeptOffer),
    /// An open offer is so no longer.
    OfferEnded(KeptOffer),
    /// The goods of the ticket were fetched from their shelves.
    Picked(TicketId, Actor, Timestamp),
    /// The goods that were fetched have left.
    Left(TicketId),
}

impl Keep {
    /// Writes it.
    ///
    /// # Errors
    /// [`Error::Raced`] when somebody else did the same in the same moment; what the database says.
    pub async fn write(self, tx: &mut TenantTx) -> Result<(), Error> {
        match self {
            Self::Parcel(new) => {
                let old = new.parcel.since.plus(-chrono::Duration::days(NUMBER_DAYS));
                parcel::retire(tx, &new.parcel.number, old, new.parcel.since).await?;
                parcel::insert(tx, &new).await?;
            }
            Self::Withdrawn(id, at) => parcel::withdraw(tx, id, at).await?,
            Self::Arrived(id, by, at) => parcel::arrive(tx, id, by, at).await?,
            Self::Scan(new) => scan::insert(tx, &new).await?,
            Self::Queued(new) => unidentified::insert(tx, &new).await?,
            Self::Assigned(id, to) => {
                if !unidentified::assign(tx, id, &to).await? {
                    return Err(Error::Raced { what: "the unidentified parcel" });
                }
                scan::identify(tx, id, to.parcel, to.ticket).await?;
            }
            Self::Inspection(new) => inspection::insert(tx, &new).await?,
            Self::Offer(new) => offer::insert(tx, &new).await?,
            Self::OfferEnded(ended) => offer::end(tx, &ended).await?,
            Self::Picked(ticket, by, at) => pick::insert(tx, ticket, &by, at).await?,
            Self::Left(ticket) => pick::clear(tx, ticket).await?,
        }
        Ok(())
    }
}

impl Turn {
    /// Writes this with the turn. The ticket's version moves with it, so that two who keep something of one ticket never do so
    /// unseen by each other.
    pub fn keep_goods(&mut self, keep: Keep) {
        self.touch();
        self.kept.push(keep);
    }
}

impl Turn {
    /// What the warehouse keeps with this turn.
    pub fn kept(&self) -> &[Keep] {
        &self.kept
    }

    /// Tags the ticket and adds a signal to its risk (D6).
    pub fn suspect(&mut self, found: LookUp) {
        let ticket = &mut self.facts.case.ticket;
        if let Some(tag) = found.tag.filter(|tag| !ticket.tags.contains(tag)) {
            ticket.tags.push(tag);
        }
        let Some(signal) = found.signal else { return };
        let risk = ticket.risk.get_or_insert_with(|| Risk { score: 0, signals: Vec::new() });
        if risk.signals.iter().all(|known| known.code != signal.code) {
            risk.score = risk.score.saturating_add(signal.weight).min(100);
            risk.signals.push(signal);
        }
        self.note("abuse.suspected", json!({ "similar": found.similar }));
        self.announce("abuse.suspected", json!({ "similar": found.similar }));
    }
}
