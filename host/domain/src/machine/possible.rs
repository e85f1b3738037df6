//! What can happen to a ticket as it stands.

use std::collections::BTreeSet;

use super::table::rows;
use crate::clock::Timestamp;
use crate::event::EventKind;
use crate::status::CaseStatus;
use crate::ticket::Ticket;

/// What no person does: rules, gateways and time tell it.
const TOLD: [EventKind; 9] = [
    EventKind::Decided,
    EventKind::Closed,
    EventKind::Expired,
    EventKind::OfferExpired,
    EventKind::ConsentExpired,
    EventKind::GoodsOverdue,
    EventKind::RuleFailed,
    EventKind::RefundUnknown,
    EventKind::RefundShared,
];

impl Ticket {
    /// What people may do to it now, by the table: no other event would be taken. One of these may still be refused for what it says, or
    /// for what the ticket does not know itself (an instruction that was paid, a workflow whose buttons decide).
    pub fn possible(&self, now: Timestamp) -> BTreeSet<EventKind> {
        rows()
            .filter(|row| !TOLD.contains(&row.event) && row.from.contains(&self.axes.case))
            .filter(|row| row.when.iter().all(|guard| guard.of_ticket(self, now) != Some(false)))
            .map(|row| row.event)
            .collect()
    }
}

/// Which events a case takes, for the message.
pub(super) fn told(case: CaseStatus) -> String {
    let events: BTreeSet<EventKind> =
        rows().filter(|row| row.from.contains(&case)).map(|row| row.event).filter(|event| !TOLD.contains(event)).collect();
    let names: Vec<&str> = events.into_iter().map(EventKind::as_str).collect();
    format!("what can happen to it now: {}", names.join(", "))
}
