//! A refund of which a part was paid. The axis shows the rest (`refund_pending`, `refund_failed`), so the table alone takes it for one of
//! which nothing has left.

use super::Refusal;
use crate::event::EventKind;
use crate::status::{Axes, MoneyStatus};

/// Where a ticket stands after an event that led to `to`, given that a part of its refund has been paid.
///
/// # Errors
/// A [`Refusal`] of what is only possible before money has left.
pub fn with_part_paid(event: EventKind, from: Axes, to: Axes) -> Result<Axes, Refusal> {
    if matches!(event, EventKind::Cancelled | EventKind::AmountChanged) {
        let why =
            "a part of the refund has been paid: book what is left with POST /tickets/{id}/settlements, or fetch it back after the end";
        return Err(Refusal { from, event: event.as_str(), why: why.to_owned() });
    }
    // Nothing more is paid, and the customer has the part: it can be fetched back like a whole one.
    let money = if to.money == MoneyStatus::None { MoneyStatus::Refunded } else { to.money };
    Ok(Axes { money, ..to })
}
