//! Random lives of tickets, carried out as the workflow carries them out: the invariants of `domain.md` §2 hold at every step.

use std::collections::BTreeMap;

use proptest::prelude::*;
use redress_domain::id::RefundInstructionId;
use redress_domain::ledger::{LedgerError, Paid, check, for_grant, reversal};
use redress_domain::machine::Moved;
use redress_domain::settlement::{EntryKind, RefundInstruction, RefundState, SettlementEntry};
use redress_domain::status::{Axes, CaseStatus, DisputeStatus, MoneyStatus};
use redress_domain::ticket::{Ticket, TicketKind};
use redress_domain::timeline::{Actor, Entry, Head, first_break};
use redress_domain::timer::TimerKind;
use redress_domain::{Currency, Effect, Event, Timestamp};

use crate::ledger::{book, instruct};
use crate::sample::{PAID, events, now, ticket, usual, yuan};

/// A ticket with everything the workflow keeps beside it.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct World {
    pub(crate) ticket: Ticket,
    pub(crate) entries: Vec<SettlementEntry>,
    pub(crate) instructions: Vec<RefundInstruction>,
    pub(crate) timers: BTreeMap<TimerKind, Timestamp>,
    timeline: Vec<Entry>,
    head: Head,
    /// Over how many tenders the order was paid, 1 or 2.
    tenders: i64,
    /// Instructions of earlier rounds: the ticket was opened again after them.
    earlier: usize,
}

impl World {
    pub(crate) fn new(kind: TicketKind) -> Self {
        Self {
            ticket: ticket(kind, usual(CaseStatus::Submitted)),
            entries: Vec::new(),
            instructions: Vec::new(),
            timers: BTreeMap::new(),
            timeline: Vec::new(),
            head: Head::empty(),
            tenders: 1,
            earlier: 0,
        }
    }

    /// The same, of an order that was paid by card and by voucher.
    fn paid_over(tenders: i64, kind: TicketKind) -> Self {
        Self { tenders, ..Self::new(kind) }
    }

    fn paid() -> Paid {
        Paid::in_total(yuan(PAID))
    }

    /// One event, all or nothing.
    pub(crate) fn step(&self, event: &Event, at: Timestamp) -> Option<Self> {
        let (mut next, event) = match event {
            // What happens to an instruction is told; what that means for the ticket follows.
            Event::RefundShared { .. } => return None,
            Event::RefundSent { instruction } => self.move_on(*instruction, Moved::Sent)?,
            Event::RefundPaid { instruction, .. } => self.move_on(*instruction, Moved::Paid { reference: "r".to_owned() })?,
            Event::RefundFailed { instruction, reason } => self.move_on(*instruction, Moved::Failed { reason: reason.clone() })?,
            Event::RefundUnknown { instruction } => self.move_on(*instruction, Moved::Unknown)?,
            other => (self.clone(), other.clone()),
        };
        let paid = next.part_paid();
        let (before, over) = (next.instructions.len(), !next.ticket.axes.case.is_open());
        let (ticket, effects) = next.ticket.apply_with(event, &Actor::System, at, paid).ok()?;
        if over && ticket.axes.case.is_open() && ticket.reopened_at == Some(at) {
            next.earlier = before;
        }
        next.ticket = ticket;
        for effect in effects {
            next.carry_out(effect, at).ok()?;
        }
        check(&Self::paid(), &next.entries, &next.instructions).ok()?;
        Some(next)
    }

    /// The world with one instruction moved, and the event of the ticket that follows.
    fn move_on(&self, id: RefundInstructionId, moved: Moved) -> Option<(Self, Event)> {
        let mut next = self.clone();
        let from = next.ticket.axes;
        moved.may_happen(from, &next.instructions, id).ok()?;
        let one = next.instructions.iter_mut().find(|one| one.id == id)?;
        // The workflow asks for nothing else of a gateway, and a person can say nothing else.
        let takes: &[RefundState] = match moved {
            Moved::Sent => &[RefundState::Pending],
            Moved::Unknown => &[RefundState::Sent],
            Moved::Paid { .. } | Moved::Failed { .. } => &[RefundState::Pending, RefundState::Sent, RefundState::Unknown],
        };
        if !takes.contains(&one.state) {
            return None;
        }
        moved.change(one);
        let event = moved.event(from, Currency::CNY, &next.entries, &next.instructions, id).ok()?;
        Some((next, event))
    }

    fn carry_out(&mut self, effect: Effect, at: Timestamp) -> Result<(), LedgerError> {
        match effect {
            Effect::Timeline(entry) => self.timeline.push(self.head.append(self.ticket.id, entry)),
            Effect::Timer { kind, after } => {
                self.timers.insert(kind, at.plus(after));
            }
            Effect::CancelTimers(kinds) => self.timers.retain(|kind, _| !kinds.contains(kind)),
            Effect::Notify { .. } => {}
            Effect::SettleGrant => self.entries.extend(book(for_grant(&self.ticket, &self.entries)?)),
            Effect::Settle(drafts) => self.entries.extend(book(drafts)),
            Effect::IssueRefund { amount, held } => {
                let state = if held { RefundState::Held } else { RefundState::Pending };
                let first = if self.tenders > 1 { amount.minor() / 3 } else { 0 };
                for minor in [first, amount.minor() - first].into_iter().filter(|minor| *minor > 0) {
                    self.instructions.push(instruct(1 + self.instructions.len() as u128, "manual", minor, state));
                }
            }
            Effect::ReleaseRefund => self.turn(RefundState::Held, RefundState::Pending),
            Effect::CancelRefunds => {
                for state in [RefundState::Held, RefundState::Pending, RefundState::Failed] {
                    self.turn(state, RefundState::Cancelled);
                }
            }
            Effect::ReverseUnpaid => self.entries.extend(book(reversal(Currency::CNY, &self.entries, &self.instructions)?)),
        }
        Ok(())
    }

    fn turn(&mut self, from: RefundState, to: RefundState) {
        for instruction in self.instructions.iter_mut().filter(|i| i.state == from) {
            instruction.state = to;
        }
    }

    fn paid_out(&self) -> i64 {
        self.instructions.iter().filter(|i| i.state == RefundState::Paid).map(|i| i.amount.minor()).sum()
    }

    /// Something of this round has been paid.
    fn part_paid(&self) -> bool {
        self.instructions.iter().skip(self.earlier).any(|one| one.state == RefundState::Paid)
    }

    fn any(&self, states: &[RefundState]) -> bool {
        self.instructions.iter().any(|i| states.contains(&i.state))
    }
}

/// Which event, and how long after the one before.
fn lives() -> impl Strategy<Value = (World, Vec<(prop::sample::Index, i64)>)> {
    let step = (any::<prop::sample::Index>(), 0i64..72);
    let begin = (1i64..=2, prop::sample::select(TicketKind::ALL.to_vec())).prop_map(|(tenders, kind)| World::paid_over(tenders, kind));
    (begin, prop::collection::vec(step, 0..40))
}

/// Picks an event that the ticket takes, so that lives get long; `None` when it takes none.
fn choose(world: &World, at: Timestamp, index: prop::sample::Index) -> Option<(Event, World)> {
    let all: Vec<Event> = events(world.ticket.kind).into_iter().flat_map(|(_, event)| each(world, event)).collect();
    let first = index.index(all.len());
    let (before, after) = all.split_at(first);
    after.iter().chain(before).find_map(|event| world.step(event, at).map(|next| (event.clone(), next)))
}

/// The event once for each instruction that there is, when it is about one.
fn each(world: &World, event: Event) -> Vec<Event> {
    let all = || world.instructions.iter().map(|one| one.id);
    match event {
        Event::RefundSent { .. } => all().map(|instruction| Event::RefundSent { instruction }).collect(),
        Event::RefundPaid { reference, .. } => {
            all().map(|instruction| Event::RefundPaid { instruction, reference: reference.clone() }).collect()
        }
        Event::RefundFailed { reason, .. } => {
            all().map(|instruction| Event::RefundFailed { instruction, reason: reason.clone() }).collect()
        }
        Event::RefundUnknown { .. } => all().map(|instruction| Event::RefundUnknown { instruction }).collect(),
        other => vec![other],
    }
}

fn holds(before: &World, after: &World, event: &Event) -> Result<(), TestCaseError> {
    let (from, to) = (before.ticket.axes, after.ticket.axes);
    // Money is under way only while the case settles, or while the rest of an exchange goes back with the replacement.
    let moving = !matches!(to.money, MoneyStatus::None | MoneyStatus::Refunded | MoneyStatus::RefundedExternally);
    prop_assert!(!moving || matches!(to.case, CaseStatus::Settling | CaseStatus::Fulfilling), "{event:?} leaves {to:?}");
    frozen(from, to, event)?;
    // The ledger.
    // The ledger, summed here by hand: what left, here and elsewhere, less what came back, is no more than was paid; and no line
    // gives back more than its price.
    let sum = |wanted: &dyn Fn(&SettlementEntry) -> bool| -> i64 {
        after.entries.iter().filter(|entry| wanted(entry)).map(|entry| entry.amount.minor()).sum()
    };
    let elsewhere = sum(&|entry| matches!(entry.kind, EntryKind::External | EntryKind::Clawback));
    let on_top = sum(&|entry| entry.kind == EntryKind::Compensation);
    prop_assert!(after.paid_out() + elsewhere - on_top <= PAID, "{} left here, {elsewhere} elsewhere, of {PAID}", after.paid_out());
    for line in &after.ticket.lines {
        let credited = sum(&|entry| entry.line == Some(line.id) && entry.kind != EntryKind::Compensation);
        prop_assert!(credited <= line.requested.minor(), "{event:?} credits {credited} on a line of {:?}", line.requested);
    }
    // What is finished promises nothing any more.
    if !to.case.is_open() {
        prop_assert!(!after.any(&[RefundState::Held, RefundState::Pending, RefundState::Sent, RefundState::Unknown]), "{event:?} → {to:?}");
    }
    // The axis shows what matters most of all instructions: one that nobody knows of before one that is under way.
    let under_way = after.any(&[RefundState::Sent]);
    prop_assert_eq!(after.any(&[RefundState::Unknown]), to.money == MoneyStatus::RefundUnknown, "{:?} → {:?}", event, to);
    prop_assert!(under_way || to.money != MoneyStatus::Refunding, "{event:?} → {to:?}");
    prop_assert!(!under_way || matches!(to.money, MoneyStatus::Refunding | MoneyStatus::RefundUnknown), "{event:?} → {to:?}");
    // A ruling for the seller leaves nothing to be paid, though another part is under way.
    let ruled = to.dispute == DisputeStatus::RuledSeller && from.dispute != to.dispute;
    prop_assert!(!ruled || !after.any(&[RefundState::Held, RefundState::Pending]), "{event:?} → {to:?}");
    // After it nothing waits to be tried again either, until a new round begins.
    let owed = matches!(to.money, MoneyStatus::RefundPending | MoneyStatus::RefundFailed);
    prop_assert!(!(after.ticket.is_ruled_against() && owed), "{event:?} → {to:?}");
    // What was paid stays paid: no event makes the ticket look as if nothing had left, but one that fetched it back.
    let fetched_back = after.entries.iter().any(|entry| entry.kind == EntryKind::Clawback);
    let looks_unpaid = to.money == MoneyStatus::None && after.part_paid();
    prop_assert!(!looks_unpaid || fetched_back, "{event:?} → {to:?}");
    // The record.
    prop_assert_eq!(after.ticket.version, before.ticket.version + 1);
    prop_assert_eq!(after.timeline.len(), before.timeline.len() + 1);
    prop_assert_eq!(first_break(after.ticket.id, &after.timeline), None);
    Ok(())
}

fn frozen(from: Axes, to: Axes, event: &Event) -> Result<(), TestCaseError> {
    let starts = to.money == MoneyStatus::Refunding && from.money != to.money;
    let pays = from.money == MoneyStatus::RefundPending && to.money == MoneyStatus::Refunded;
    let stopped = from.dispute.is_open() || from.case == CaseStatus::InspectionHold;
    prop_assert!(!(stopped && (starts || pays)), "{event:?} moves money from {from:?}");
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, ..ProptestConfig::default() })]

    #[test]
    fn every_life_keeps_the_invariants_and_repeats_from_its_log((begin, steps) in lives()) {
        let mut world = begin.clone();
        let mut log: Vec<(Event, Timestamp)> = Vec::new();
        let mut at = now();
        for (index, hours) in steps {
            at = at.plus(chrono::Duration::hours(hours));
            let Some((event, next)) = choose(&world, at, index) else { break };
            holds(&world, &next, &event)?;
            log.push((event, at));
            world = next;
        }
        // The same log gives the same ticket, ledger, timers and timeline.
        let mut again = begin;
        for (event, at) in &log {
            again = again.step(event, *at).ok_or_else(|| TestCaseError::fail("a replayed event was refused"))?;
        }
        prop_assert_eq!(again, world);
    }

    #[test]
    fn a_timer_fires_at_most_once_and_never_breaks_a_ticket((begin, steps) in lives()) {
        let mut world = begin;
        let mut at = now();
        for (index, hours) in steps {
            at = at.plus(chrono::Duration::hours(hours));
            let due: Vec<TimerKind> = world.timers.iter().filter(|(_, due)| **due <= at).map(|(kind, _)| *kind).collect();
            for timer in due {
                // The worker takes the timer away and then asks; a refusal means that the ticket has moved on.
                if world.timers.remove(&timer).is_none() {
                    continue;
                }
                if let Some(next) = world.step(&timer.event(), at) {
                    holds(&world, &next, &timer.event())?;
                    prop_assert!(next.timers.get(&timer).is_none_or(|again| *again > at), "{timer} is due again at once");
                    world = next;
                }
            }
            let Some((_, next)) = choose(&world, at, index) else { break };
            world = next;
        }
    }
}
