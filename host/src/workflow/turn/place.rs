//! Puts a ticket where a route says: the queue and the person by their names.

use redress_domain::id::UserId;
use redress_domain::rule::Route;

use super::Turn;

impl Turn {
    /// Turns the names of a route into the ticket's queue and assignee; without a route, or without a queue in it, a ticket
    /// that has no queue yet gets the default one.
    pub(super) fn place(&mut self, route: Option<&Route>) {
        let snapshot = std::sync::Arc::clone(&self.facts.snapshot);
        let queue = route.and_then(|route| route.queue.as_deref()).and_then(|key| snapshot.queue_by_key(key));
        let assignee = route.and_then(|route| route.assignee.as_deref()).and_then(|id| id.parse::<UserId>().ok());
        let ticket = &mut self.facts.case.ticket;
        if let Some(queue) = queue {
            ticket.queue = Some(queue.id);
        } else if ticket.queue.is_none() {
            ticket.queue = snapshot.default_queue().map(|queue| queue.id);
        }
        if assignee.is_some() {
            ticket.assignee = assignee;
        }
    }
}
