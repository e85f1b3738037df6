//! What the ticket adds to reports after the turn.

use redress_domain::report::fact::{Event, Fact, Terms, paid_back};

use super::Turn;

impl Turn {
    /// Counts the ticket as the turn leaves it, so that the writer only has to store it. A ticket whose fact is not known is counted later,
    /// from its timeline.
    pub(super) fn count(&mut self) {
        let snapshot = &self.facts.snapshot;
        let terms = Terms::of(&snapshot.parameters, snapshot.tenant.currency);
        let refunded = paid_back(&self.instructions_so_far(), &self.entries_so_far());
        let entries = self.entries.iter().map(Event::from);
        let ticket = self.ticket();
        self.fact = match (self.facts.counted.clone(), self.facts.stored) {
            (Some(before), _) => Some(before.advance(ticket, entries, refunded, &terms)),
            (None, None) => Some(Fact::derive(ticket, entries, refunded, &terms)),
            (None, Some(_)) => None,
        };
    }
}
