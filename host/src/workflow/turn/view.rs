//! What others may know of a turn.

use std::sync::Arc;

use redress_domain::decide::Failure;
use redress_domain::decision::Decision;
use redress_domain::fulfilment::Goods;
use redress_domain::id::{BindingId, UserId};
use redress_domain::outbox::OutboxMessage;
use redress_domain::rule::CaseFile;
use redress_domain::settlement::RefundInstruction;
use redress_domain::ticket::Ticket;
use redress_domain::timeline::Actor;
use redress_domain::{Digest, Timestamp};

use super::Turn;
use crate::rules::Snapshot;
use crate::workflow::look::Taken;

impl Turn {
    /// The ticket as it stands now.
    pub fn ticket(&self) -> &Ticket {
        &self.facts.case.ticket
    }

    /// The case as it stands now.
    pub fn case(&self) -> &CaseFile {
        &self.facts.case
    }

    /// What was read of the order's other tickets.
    pub const fn taken(&self) -> Option<&Taken> {
        self.facts.seen.as_ref()
    }

    /// The goods of the ticket's order, and what other tickets have of them.
    pub(in crate::workflow) fn goods(&self) -> Option<Goods<'_>> {
        let order = self.case().order.as_ref()?;
        Some(self.taken().map_or_else(|| Goods::untouched(order), |taken| taken.goods(order)))
    }

    /// The tenant's rules and words.
    pub fn snapshot(&self) -> &Arc<Snapshot> {
        &self.facts.snapshot
    }

    /// "Now" of the turn.
    pub fn now(&self) -> Timestamp {
        self.facts.now
    }

    /// Who causes it.
    pub const fn actor(&self) -> &Actor {
        &self.facts.actor
    }

    /// Rule calls made in this turn, in order.
    pub fn decisions(&self) -> &[Decision] {
        &self.decisions
    }

    /// Refund instructions that this turn wrote or changed.
    pub fn instructions(&self) -> impl Iterator<Item = &RefundInstruction> {
        self.issued.iter().chain(self.changed.iter().map(|(instruction, _)| instruction))
    }

    /// Bindings with guardrails that decided something in this turn.
    pub fn guarded(&self) -> Vec<BindingId> {
        let bound = self.facts.snapshot.bound.values().flatten();
        let guarded =
            bound.flat_map(|bound| std::iter::once(bound).chain(&bound.trials)).filter(|bound| !bound.binding.guardrails.is_empty());
        let decided = |id: &BindingId| self.decisions.iter().any(|decision| decision.binding == Some(*id));
        guarded.map(|bound| bound.binding.id).filter(decided).collect()
    }

    /// Rules that failed in this turn.
    pub fn failures(&self) -> &[Failure] {
        &self.failures
    }

    /// Texts of this turn that other decisions share.
    pub fn shared(&self) -> &[Digest] {
        &self.shared
    }

    /// The person who has the ticket now and had it not before.
    pub fn newly_assigned(&self) -> Option<UserId> {
        self.ticket().assignee.filter(|_| self.ticket().assignee != self.assignee_before)
    }

    /// Messages that leave with this turn.
    pub fn outbox(&self) -> &[OutboxMessage] {
        &self.outbox
    }
}
