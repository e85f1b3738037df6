//! What follows from the customer's answer to an offer, or from their silence (D7).

use serde::{Deserialize, Serialize};

use super::{Offer, OfferError, OfferedPart, least, listed};
use crate::clock::Timestamp;
use crate::event::Event;
use crate::money::Money;
use crate::rule::Deduction;
use crate::status::{CaseStatus, names};
use crate::ticket::Ticket;

/// Code of the deduction.
pub const DEDUCTION: &str = "missing_part";

names! {
    /// What the customer may choose.
    Choice as OfferChoice {
        /// They send what is missing (补发).
        Resend = "resend",
        /// Its price is kept back, and the rest is paid.
        Deduct = "deduct",
    }
}

/// What follows from the customer's choice. The events are applied in order and in one transaction, all or none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Taken {
    /// The price is kept back, and the rest is paid.
    Deducted {
        /// The deductions, which the transition table books, and the agreement, which instructs the rest.
        events: Vec<Event>,
        /// What is kept back, per line.
        deductions: Vec<Deduction>,
        /// What is paid.
        rest: Money,
    },
    /// The part comes: its parcel is awaited, and another inspection.
    PartAwaited {
        /// What happens to the ticket; it starts the time limit for the parcel.
        events: Vec<Event>,
        /// What the parcel must hold.
        parts: Vec<OfferedPart>,
    },
}

/// Takes the customer's choice.
///
/// # Errors
/// Too late, not on hold any more, or nothing to keep back.
pub fn answer(offer: &Offer, choice: Choice, ticket: &Ticket, now: Timestamp) -> Result<Taken, OfferError> {
    if now > offer.expires_at {
        return Err(OfferError::Expired(offer.expires_at));
    }
    take(offer, choice, ticket)
}

/// What happens when the customer has not answered in time.
///
/// `fallback` is the merchant's setting: the deduction without the customer's word, or no agreement, which sends the goods
/// back. Asking for the part again is no way out, because nobody answered.
///
/// # Errors
/// Not on hold any more, or nothing to keep back.
pub fn unanswered(offer: &Offer, fallback: Fallback, ticket: &Ticket) -> Result<Vec<Event>, OfferError> {
    on_hold(offer, ticket)?;
    match fallback {
        Fallback::Deduct => match take(offer, Choice::Deduct, ticket)? {
            Taken::Deducted { events, .. } | Taken::PartAwaited { events, .. } => Ok(events),
        },
        Fallback::SendBack => Ok(vec![no_agreement("the customer did not answer the offer in time")]),
    }
}

names! {
    /// What happens when nobody answers.
    Fallback {
        /// The price is kept back.
        Deduct = "deduct",
        /// The goods go back.
        SendBack = "send_back",
    }
}

/// There is no agreement: the refund is refused for good and the goods go back. The way to the platform's dispute stays open.
pub fn no_agreement(reason: &str) -> Event {
    Event::AgreementFailed { reason: reason.to_owned() }
}

fn on_hold(offer: &Offer, ticket: &Ticket) -> Result<(), OfferError> {
    if ticket.id == offer.ticket && ticket.axes.case == CaseStatus::InspectionHold {
        Ok(())
    } else {
        Err(OfferError::MovedOn { ticket: ticket.id, case: ticket.axes.case })
    }
}

fn take(offer: &Offer, choice: Choice, ticket: &Ticket) -> Result<Taken, OfferError> {
    on_hold(offer, ticket)?;
    let names = listed(&offer.parts, ", ");
    if choice == Choice::Resend {
        return Ok(Taken::PartAwaited { events: vec![Event::PartRequested { part: names }], parts: offer.parts.clone() });
    }
    let Some(refund) = &ticket.refund else { return Err(OfferError::NothingToKeep) };
    let mut rest = refund.amount;
    let mut deductions = Vec::new();
    for (line, share) in &offer.shares {
        // An approver may have lowered the refund since the offer was made.
        let amount = least(*share, rest)?;
        if amount.minor() > 0 {
            rest = rest.checked_sub(amount)?;
            let of_line: Vec<OfferedPart> = offer.parts.iter().filter(|part| part.line == *line).cloned().collect();
            let reason = if of_line.is_empty() { names.clone() } else { listed(&of_line, ", ") };
            deductions.push(Deduction { code: DEDUCTION.to_owned(), amount, reason, line: Some(*line) });
        }
    }
    if deductions.is_empty() {
        return Err(OfferError::NothingToKeep);
    }
    let events =
        vec![Event::DeductionAgreed { deductions: deductions.clone() }, Event::SettlementAgreed { entries: Vec::new(), amount: rest }];
    Ok(Taken::Deducted { events, deductions, rest })
}
