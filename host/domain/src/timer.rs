//! Things that happen to a ticket at a time.

use serde::{Deserialize, Serialize};

use crate::clock::Timestamp;
use crate::event::Event;
use crate::id::{TicketId, TimerId};
use crate::status::names;

/// One timer. It fires at most once.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Timer {
    /// Redress id.
    pub id: TimerId,
    /// Ticket it belongs to.
    pub ticket: TicketId,
    /// What is due, for example `customer_answer_expired`.
    pub kind: String,
    /// When.
    pub due_at: Timestamp,
}

/// [`Timer::kind`] of a timer of the ticket's workflow, which knows by its id what it is for.
pub const WORKFLOW: &str = "workflow";

/// [`Timer::kind`] when the linked ticket of a sub-task is to be opened; the task stands behind it, as `open_linked:tsk_…`.
pub const OPEN_LINKED: &str = "open_linked:";
/// [`Timer::kind`] when work beside a ticket whose parcel is lost is to be opened: the claim on the carrier (`domain.md` §2).
pub const OPEN_CLAIM: &str = "open_claim";
/// [`Timer::kind`] when a linked ticket has ended and the workflow that waits for it is to be told.
pub const CLOSE_LINKED: &str = "close_linked";

/// [`Timer::kind`] when the ticket's workflow is to be told that a person who has work in it works otherwise now; the person stands
/// behind it, as `absence:usr_…` (Z17).
pub const ABSENCE: &str = "absence:";

names! {
    /// What may be due, beside the limits of people: those are promises ([`crate::sla`]). The text is [`Timer::kind`].
    TimerKind {
        /// The customer did not answer in time.
        CustomerAnswerExpired = "customer_answer_expired",
        /// The customer did not send the goods in time.
        ReturnExpired = "return_expired",
        /// The carrier has said nothing about the parcel for days.
        ParcelSilent = "parcel_silent",
        /// The customer has not answered the offer of the warehouse (D7).
        OfferExpired = "offer_expired",
        /// A finished ticket is archived (Z21).
        CloseDue = "close_due",
        /// The goods of an exchange whose replacement left first have not come (`domain.md` §2).
        GoodsOverdue = "goods_overdue",
        /// The customer has not said whether they take money instead of goods that are not there (`domain.md` §2).
        ConsentExpired = "consent_expired",
    }
}

impl TimerKind {
    /// What ends with the archive. Goods that are owed for a replacement which left first are owed beyond it.
    pub const ARCHIVED: &[Self] =
        &[Self::CustomerAnswerExpired, Self::ReturnExpired, Self::ParcelSilent, Self::OfferExpired, Self::CloseDue, Self::ConsentExpired];

    /// How long after its cause it is due, when the tenant says nothing else.
    pub const fn delay(self) -> chrono::Duration {
        match self {
            Self::CustomerAnswerExpired | Self::ReturnExpired | Self::OfferExpired | Self::CloseDue | Self::ConsentExpired => {
                chrono::Duration::days(7)
            }
            Self::ParcelSilent => chrono::Duration::days(10),
            Self::GoodsOverdue => chrono::Duration::days(crate::fulfilment::SHIP_FIRST_DAYS as i64),
        }
    }

    /// What happens to the ticket when it is due. The table refuses it when the ticket has moved on.
    pub fn event(self) -> Event {
        match self {
            Self::CustomerAnswerExpired | Self::ReturnExpired => Event::Expired,
            Self::ParcelSilent => Event::ParcelLost { reason: "the carrier has reported nothing for days".to_owned() },
            Self::CloseDue => Event::Closed,
            Self::OfferExpired => Event::OfferExpired,
            Self::GoodsOverdue => Event::GoodsOverdue,
            Self::ConsentExpired => Event::ConsentExpired,
        }
    }
}
