//! What guards and steps look at.

use crate::clock::Timestamp;
use crate::event::Event;
use crate::ticket::Ticket;
use crate::timeline::Actor;

/// The ticket with the event's data already taken in, its axes still where they were.
pub(super) struct Context<'a> {
    pub(super) ticket: &'a Ticket,
    pub(super) event: &'a Event,
    pub(super) actor: &'a Actor,
    pub(super) now: Timestamp,
}
