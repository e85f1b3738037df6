//! Applies an event and carries out what must follow, in memory.

use redress_domain::event::{Event, EventKind};
use redress_domain::id::{RefundInstructionId, SettlementId, TimerId};
use redress_domain::ledger::{self, Draft, LedgerError, Paid, Share};
use redress_domain::order::Order;
use redress_domain::settlement::{EntryKind, RefundInstruction, RefundState, SettlementEntry};
use redress_domain::ticket::TicketKind;
use redress_domain::timer::{OPEN_CLAIM, Timer, TimerKind};
use redress_domain::{Effect, Money};

use super::Turn;
use crate::workflow::Error;
use crate::workflow::look::Taken;

impl Turn {
    /// Applies an event to the ticket and carries out its effects.
    ///
    /// # Errors
    /// When the ticket does not take the event now, or the ledger would not balance. The turn must be thrown away then.
    pub fn apply(&mut self, event: Event) -> Result<(), Error> {
        let (heard, before) = (self.hears().then(|| (event.kind(), event.details())), self.ticket().axes.case);
        let lost = event.kind() == EventKind::ParcelLost;
        let paid = self.part_paid();
        let (ticket, effects) = self.facts.case.ticket.clone().apply_with(event, &self.facts.actor, self.facts.now, paid)?;
        self.facts.case.ticket = ticket;
        self.report_end(before);
        if lost {
            let (id, ticket) = (self.id(TimerId::generate), self.ticket().id);
            self.timers.push(Timer { id, ticket, kind: OPEN_CLAIM.to_owned(), due_at: self.facts.now });
        }
        if let Some((kind, details)) = heard {
            self.heard(kind, &details);
        }
        let mut money = false;
        for effect in effects {
            money |= matches!(effect, Effect::SettleGrant | Effect::Settle(_) | Effect::IssueRefund { .. });
            self.follow(effect)?;
        }
        if money { self.check_ledger() } else { Ok(()) }
    }

    fn follow(&mut self, effect: Effect) -> Result<(), Error> {
        match effect {
            Effect::Timeline(entry) => self.entries.push(entry),
            Effect::Timer { kind, after } => self.start(kind, after),
            Effect::CancelTimers(kinds) => self.stop(&kinds),
            Effect::Notify { event, details } => self.announce(&event, details),
            Effect::SettleGrant => self.book(ledger::for_grant(self.ticket(), &self.entries_so_far())?),
            Effect::Settle(drafts) => self.book(drafts),
            Effect::IssueRefund { amount, held } => self.issue(amount, held)?,
            Effect::ReleaseRefund => self.change_instructions(&[RefundState::Held], RefundState::Pending),
            Effect::CancelRefunds => {
                self.change_instructions(&[RefundState::Held, RefundState::Pending, RefundState::Failed], RefundState::Cancelled);
            }
            Effect::ReverseUnpaid => {
                let drafts = ledger::reversal(self.currency(), &self.entries_so_far(), &self.instructions_so_far())?;
                self.book(drafts);
            }
        }
        Ok(())
    }

    pub(in crate::workflow) fn start(&mut self, kind: TimerKind, after: chrono::Duration) {
        // The same kind on the same ticket is replaced.
        self.stop(&[kind]);
        let timer =
            Timer { id: self.id(TimerId::generate), ticket: self.ticket().id, kind: kind.to_string(), due_at: self.facts.now.plus(after) };
        self.timers.push(timer);
    }

    pub(super) fn stop(&mut self, kinds: &[TimerKind]) {
        self.timers.retain(|timer| !kinds.iter().any(|kind| kind.as_str() == timer.kind));
        for kind in kinds {
            if !self.stopped.contains(kind) {
                self.stopped.push(*kind);
            }
        }
    }

    pub(super) fn book(&mut self, drafts: Vec<Draft>) {
        for draft in drafts {
            let entry = draft.book(self.id(SettlementId::generate), self.ticket().id, self.facts.actor.clone(), self.facts.now);
            self.settled.push(entry);
        }
    }

    /// One instruction for each tender the money came over.
    fn issue(&mut self, amount: Money, held: bool) -> Result<(), Error> {
        let state = if held { RefundState::Held } else { RefundState::Pending };
        for Share { tender, payment, amount } in self.shares(amount)? {
            let instruction = RefundInstruction {
                id: self.id(RefundInstructionId::generate),
                version: 1,
                ticket: self.ticket().id,
                tender,
                payment,
                amount,
                state,
                reference: None,
                failure: None,
                created_at: self.facts.now,
                updated_at: self.facts.now,
            };
            self.issued.push(instruction);
        }
        Ok(())
    }

    /// Moves instructions from some states to another.
    pub(super) fn change_instructions(&mut self, from: &[RefundState], to: RefundState) {
        let ids: Vec<RefundInstructionId> =
            self.instructions_so_far().iter().filter(|instruction| from.contains(&instruction.state)).map(|found| found.id).collect();
        for id in ids {
            self.change_instruction(id, |instruction| instruction.state = to);
        }
    }

    /// Changes one instruction, whether this turn wrote it or an earlier one.
    pub fn change_instruction(&mut self, id: RefundInstructionId, change: impl FnOnce(&mut RefundInstruction)) {
        let now = self.facts.now;
        if let Some(issued) = self.issued.iter_mut().find(|issued| issued.id == id) {
            change(issued);
        } else if let Some((changed, _)) = self.changed.iter_mut().find(|(changed, _)| changed.id == id) {
            change(changed);
        } else if let Some(stored) = self.facts.instructions.iter().find(|stored| stored.id == id) {
            let mut changed = stored.clone();
            change(&mut changed);
            changed.version += 1;
            changed.updated_at = now;
            self.changed.push((changed, stored.version));
        }
    }

    /// The ticket's ledger with what this turn books.
    pub(in crate::workflow) fn entries_so_far(&self) -> Vec<SettlementEntry> {
        self.facts.ledger.iter().chain(&self.settled).cloned().collect()
    }

    /// The ticket's instructions as this turn leaves them.
    pub fn instructions_so_far(&self) -> Vec<RefundInstruction> {
        let current = |stored: &RefundInstruction| {
            self.changed.iter().find(|(changed, _)| changed.id == stored.id).map_or_else(|| stored.clone(), |(changed, _)| changed.clone())
        };
        self.facts.instructions.iter().map(current).chain(self.issued.iter().cloned()).collect()
    }

    /// Those since the ticket was opened again: earlier ones paid what was agreed then.
    pub(super) fn of_this_round(&self) -> Vec<RefundInstruction> {
        let begun = self.ticket().reopened_at;
        self.instructions_so_far().into_iter().filter(|instruction| instruction.is_since(begun)).collect()
    }

    /// True when something of what was agreed in this round has been paid.
    pub fn part_paid(&self) -> bool {
        self.of_this_round().iter().any(|instruction| instruction.state == RefundState::Paid)
    }

    /// Checks that no more goes back than was paid, before anything is written.
    pub(super) fn check_ledger(&self) -> Result<(), Error> {
        let Some(order) = &self.case().order else { return Ok(()) };
        let elsewhere = self.facts.refunded_elsewhere.unwrap_or(Money::zero(order.paid.currency()));
        let entries = self.entries_so_far();
        let others = self.facts.seen.as_ref().map_or(Ok(Money::zero(order.paid.currency())), Taken::on_top)?;
        let on_top = others.checked_add(Money::sum(order.paid.currency(), on_top(&entries).map(|entry| entry.amount))?)?;
        let total = order.paid.checked_add(on_top)?.checked_sub(elsewhere)?;
        let paid = Paid { tenders: self.tender_limits(order)?, ..Paid::in_total(total) };
        ledger::check(&paid, &entries, &self.instructions_so_far())?;
        self.check_order_lines(order, &entries)
    }

    /// No line of the order gives back more than its price and what was paid on top of it in exchanges, over all lines of all tickets
    /// that are about it.
    fn check_order_lines(&self, order: &Order, entries: &[SettlementEntry]) -> Result<(), Error> {
        // A claim on the carrier is about the freight, which is on no line.
        if self.ticket().kind == TicketKind::FreightClaim {
            return Ok(());
        }
        let zero = Money::zero(order.paid.currency());
        let credited = ledger::balance(order.paid.currency(), entries)?.lines;
        for bought in &order.lines {
            let others = self.facts.seen.as_ref().and_then(|taken| taken.lines.get(&bought.external_id));
            let ours = self.ticket().lines.iter().filter(|line| line.order_line.as_deref() == Some(&bought.external_id));
            let (mut sum, mut last) = (others.map_or(zero, |sums| sums.credited), None);
            let mut limit = bought.unit_price.checked_mul(bought.quantity)?.checked_add(others.map_or(zero, |sums| sums.on_top))?;
            for line in ours {
                sum = sum.checked_add(credited.get(&line.id).copied().unwrap_or(zero))?;
                let own = on_top(entries).filter(|entry| entry.line == Some(line.id)).map(|entry| entry.amount);
                limit = limit.checked_add(Money::sum(limit.currency(), own)?)?;
                last = Some(line.id);
            }
            if let Some(line) = last
                && sum.minor() > limit.minor()
            {
                return Err(LedgerError::OverLine { line, credited: sum, paid: limit }.into());
            }
        }
        Ok(())
    }
}

/// What the customer paid on top of the order in exchanges.
fn on_top(entries: &[SettlementEntry]) -> impl Iterator<Item = &SettlementEntry> {
    entries.iter().filter(|entry| entry.kind == EntryKind::Difference)
}
