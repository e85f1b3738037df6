//! What is kept of parcels, scans, inspections and offers.

use serde::{Deserialize, Serialize};

use super::inspection::{ExpectedReturn, Inspection, InspectionError, Problem, StockMove, send_back, stock_moves};
use super::offer::{Choice, Offer};
use super::parcel::ExpectedParcel;
use super::scan::ScanEvent;
use super::tracking::TrackingNumber;
use super::unidentified::UnidentifiedParcel;
use crate::clock::Timestamp;
use crate::id::{InspectionId, OfferId, ParcelId, ScanId, TicketId};
use crate::status::{CaseStatus, names};
use crate::timeline::Actor;
use crate::warehouse::inspection::Disposition;

/// A parcel that is or was awaited.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct KnownParcel {
    /// The parcel.
    #[serde(flatten)]
    pub parcel: ExpectedParcel,
    /// Who announced it.
    pub announced_by: Actor,
    /// When it came.
    pub arrived_at: Option<Timestamp>,
    /// The scan that brought it; none when it was taken in without one.
    pub scan: Option<ScanId>,
    /// Since when it is awaited no more, because its number was wrong or nobody sent it.
    pub withdrawn_at: Option<Timestamp>,
}

impl KnownParcel {
    /// True while the warehouse waits for it.
    pub const fn is_awaited(&self) -> bool {
        self.arrived_at.is_none() && self.withdrawn_at.is_none()
    }
}

names! {
    /// What came of a scan.
    ScanOutcome {
        /// It is a parcel that was awaited; its ticket knows.
        Matched = "matched",
        /// The label gives no tracking number.
        Unreadable = "unreadable",
        /// Nobody waits for it.
        Unexpected = "unexpected",
        /// It is awaited, but another parcel with this number came before.
        Reused = "reused",
        /// Several tickets wait for this number.
        Ambiguous = "ambiguous",
        /// It was awaited by a ticket that takes no parcel any more.
        NotNow = "not_now",
    }
}

/// A reading and what came of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct KeptScan {
    /// The reading.
    #[serde(flatten)]
    pub scan: ScanEvent,
    /// The tracking number that was read.
    pub number: Option<TrackingNumber>,
    /// What came of it.
    pub outcome: ScanOutcome,
    /// The parcel, as soon as it is known.
    pub parcel: Option<ParcelId>,
    /// Its ticket.
    pub ticket: Option<TicketId>,
    /// With it, all parcels of the ticket were here.
    pub complete: bool,
    /// Its place among the unidentified parcels: the scan that brought it there first.
    pub unidentified: Option<ScanId>,
    /// What is to be done with the parcel, when it is not the ordinary course.
    pub note: String,
}

/// Whose an unidentified parcel turned out to be.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Assigned {
    /// The ticket.
    pub ticket: TicketId,
    /// The parcel.
    pub parcel: ParcelId,
    /// Who found out.
    pub by: Actor,
    /// When.
    pub at: Timestamp,
}

/// A parcel of the queue.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct QueuedParcel {
    /// The parcel; its identifier is that of the scan that brought it.
    #[serde(flatten)]
    pub parcel: UnidentifiedParcel,
    /// Why nobody is known for it.
    pub outcome: ScanOutcome,
    /// Whose it turned out to be; none while it waits.
    pub assigned: Option<Assigned>,
}

names! {
    /// What an inspection found.
    Finding {
        /// Everything is as it should be.
        Ok = "ok",
        /// It is not; money waits.
        Hold = "hold",
        /// The rest is on its way.
        Waiting = "waiting",
    }
}

/// An inspection and what followed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct KeptInspection {
    /// Redress id.
    pub id: InspectionId,
    /// Ticket.
    pub ticket: TicketId,
    /// What was written down.
    #[serde(flatten)]
    pub inspection: Inspection,
    /// What should have been there.
    pub expected: ExpectedReturn,
    /// What it found.
    pub finding: Finding,
    /// What is wrong or still to come.
    pub problems: Vec<Problem>,
}

impl KeptInspection {
    /// Where the units are to go while the case stands so: set aside while money waits, back to the customer when there is no
    /// agreement, else where the inspection placed them.
    ///
    /// # Errors
    /// Never for an inspection that was concluded.
    pub fn moves(&self, case: CaseStatus) -> Result<Vec<StockMove>, InspectionError> {
        let back = matches!(case, CaseStatus::SendBack | CaseStatus::RefusedFinal | CaseStatus::Cancelled);
        if back {
            return send_back(&self.inspection, &self.expected);
        }
        let moves = stock_moves(&self.inspection, &self.expected)?;
        let settled = matches!(case, CaseStatus::Settling | CaseStatus::Completed | CaseStatus::Closed | CaseStatus::Fulfilling);
        if self.finding == Finding::Ok || settled {
            return Ok(moves);
        }
        Ok(moves.into_iter().map(|m| StockMove { disposition: Disposition::Quarantine, ..m }).collect())
    }
}

names! {
    /// Where an offer stands.
    OfferState {
        /// The customer may choose.
        Open = "open",
        /// The customer chose.
        Answered = "answered",
        /// The customer did not choose in time.
        Expired = "expired",
        /// A later inspection found something else, or there was no agreement.
        Withdrawn = "withdrawn",
    }
}

/// An offer and what came of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct KeptOffer {
    /// Redress id.
    pub id: OfferId,
    /// The inspection that found what is missing.
    pub inspection: InspectionId,
    /// What is offered.
    #[serde(flatten)]
    pub offer: Offer,
    /// When it was made.
    pub made_at: Timestamp,
    /// Where it stands.
    pub state: OfferState,
    /// What was chosen.
    pub choice: Option<Choice>,
    /// Who chose, or passed the choice on.
    pub answered_by: Option<Actor>,
    /// When.
    pub answered_at: Option<Timestamp>,
}
