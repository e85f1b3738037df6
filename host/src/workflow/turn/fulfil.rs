//! Goods that leave for the customer, as a turn leaves them: what is settled when the goods they are for are here, and what is
//! called off when the case ends.

use redress_domain::Money;
use redress_domain::approval::{ApprovalError, may_approve};
use redress_domain::decide;
use redress_domain::event::Event;
use redress_domain::fulfilment::{
    Consent, ConsentState, Replacement, ReplacementKind, ReplacementState, ReservationWork, Step, Wish, booking, undo,
};
use redress_domain::gateway::MANUAL;
use redress_domain::id::ReplacementId;
use redress_domain::ledger::{self, Draft};
use redress_domain::rule::{Answer, Hook, Question, RefundRequest, VerdictKind};
use redress_domain::settlement::{EntryKind, Payer, RefundInstruction, RefundState};
use redress_domain::status::{CaseStatus, GoodsStatus, MoneyStatus};
use redress_domain::timer::TimerKind;
use redress_store::{TenantTx, replacement, reservation};
use serde_json::json;

use super::Turn;
use crate::workflow::Error;

/// The ticket's replacements.
#[derive(Debug, Default)]
pub(super) struct Replacements {
    all: Vec<Held>,
    /// What is wanted of the inventory connector.
    wanted: Vec<ReservationWork>,
}

#[derive(Debug)]
struct Held {
    replacement: Replacement,
    /// Version in the database; `None` when it is new.
    stored: Option<i64>,
}

impl Held {
    fn moved(&self) -> bool {
        self.stored != Some(self.replacement.version)
    }
}

impl Replacements {
    pub(super) fn of(stored: Vec<Replacement>) -> Self {
        let all = stored.into_iter().map(|replacement| Held { stored: Some(replacement.version), replacement }).collect();
        Self { all, wanted: Vec::new() }
    }

    /// True when something of them is to be written.
    pub(super) fn moved(&self) -> bool {
        !self.wanted.is_empty() || self.all.iter().any(Held::moved)
    }

    pub(super) async fn write(self, tx: &mut TenantTx) -> Result<(), Error> {
        for held in self.all.iter().filter(|held| held.moved()) {
            match held.stored {
                None => replacement::insert(tx, &held.replacement).await?,
                Some(version) => replacement::update(tx, &held.replacement, version).await?,
            }
        }
        for work in &self.wanted {
            reservation::want(tx, work).await?;
        }
        Ok(())
    }
}

impl Turn {
    /// The ticket's replacements as the turn leaves them, oldest first.
    pub fn replacements(&self) -> impl Iterator<Item = &Replacement> {
        self.replacements.all.iter().map(|held| &held.replacement)
    }

    /// One of them.
    ///
    /// # Errors
    /// When the ticket has no such replacement.
    pub fn replacement(&self, id: ReplacementId) -> Result<&Replacement, Error> {
        self.replacements().find(|one| one.id == id).ok_or_else(|| Error::not_found("replacement", id))
    }

    /// Adds one.
    pub(in crate::workflow) fn add_replacement(&mut self, replacement: Replacement) {
        self.touch();
        self.replacements.all.push(Held { replacement, stored: None });
    }

    /// Changes one; the ticket's version moves with it, so that nobody acts on one that somebody else has just changed.
    pub(in crate::workflow) fn change_replacement<T>(
        &mut self,
        id: ReplacementId,
        change: impl FnOnce(&mut Replacement) -> Result<T, Error>,
    ) -> Result<T, Error> {
        self.touch();
        let now = self.facts.now;
        let held = self.replacements.all.iter_mut().find(|held| held.replacement.id == id);
        let held = held.ok_or_else(|| Error::not_found("replacement", id))?;
        if held.stored == Some(held.replacement.version) {
            held.replacement.version += 1;
        }
        held.replacement.updated_at = now;
        change(&mut held.replacement)
    }

    /// Takes a step with one.
    pub(in crate::workflow) fn step_replacement(&mut self, id: ReplacementId, step: Step) -> Result<(), Error> {
        let now = self.facts.now;
        self.change_replacement(id, |one| Ok(one.step(step, now)?))?;
        self.note("replacement.moved", json!({ "replacement": id, "step": step, "state": self.replacement(id)?.state }));
        Ok(())
    }

    /// Wants stock set aside or let go; the worker asks for it once this turn is written.
    pub(in crate::workflow) fn want_stock(&mut self, id: ReplacementId, wish: Wish) -> Result<(), Error> {
        let one = self.replacement(id)?;
        let mut work = ReservationWork::new(id, one.ticket, wish, one.reservation_key(), self.facts.now);
        // What is let go may be held: it was asked for some time ago.
        work.acted_at = (wish == Wish::Release).then_some(self.facts.now);
        self.replacements.wanted.push(work);
        Ok(())
    }

    /// Books what the customer paid on top.
    pub(in crate::workflow) fn book_paid(&mut self, draft: Draft) {
        self.book(vec![draft]);
    }

    /// Tags the ticket.
    pub(in crate::workflow) fn tag(&mut self, tag: &str) {
        let tags = &mut self.facts.case.ticket.tags;
        if tags.iter().all(|own| own != tag) {
            tags.push(tag.to_owned());
        }
    }

    /// Goes on with the ticket's replacements: settles those whose goods are here, calls off what a case that has ended leaves.
    ///
    /// # Errors
    /// What the ticket's table says; the turn must be thrown away then.
    pub(in crate::workflow) fn fulfil(&mut self) -> Result<(), Error> {
        self.settle_or_call_off()?;
        if self.replacements.moved() {
            self.time_questions();
        }
        Ok(())
    }

    /// Waits for the answers of the customer: a ticket has one timer of a kind, set for the first answer that is due.
    fn time_questions(&mut self) {
        let waits = self.replacements().filter_map(|one| one.consent.as_ref()?.waits_until());
        match waits.min() {
            Some(until) => {
                let left = until.as_datetime() - self.facts.now.as_datetime();
                self.start(TimerKind::ConsentExpired, left.max(chrono::Duration::zero()));
            }
            None => self.stop(&[TimerKind::ConsentExpired]),
        }
    }

    fn settle_or_call_off(&mut self) -> Result<(), Error> {
        let in_state = |turn: &Self, wanted: fn(ReplacementState) -> bool| -> Vec<ReplacementId> {
            turn.replacements().filter(|one| wanted(one.state)).map(|one| one.id).collect()
        };
        if self.has_ended() {
            for id in in_state(self, ReplacementState::can_be_cancelled) {
                self.call_off(id, "the case has ended")?;
            }
            // What has arrived may have waited for the others.
            let (open, came) = (in_state(self, ReplacementState::is_open), in_state(self, |state| state == ReplacementState::Delivered));
            let waits = self.ticket().axes.case == CaseStatus::Fulfilling && open.is_empty() && !came.is_empty();
            return if waits { self.apply(Event::ReplacementDelivered) } else { Ok(()) };
        }
        for id in in_state(self, |state| state == ReplacementState::Reserved) {
            if self.may_settle(id)? {
                self.settle_replacement(id)?;
            }
        }
        Ok(())
    }

    /// Nothing more leaves for the customer.
    fn has_ended(&self) -> bool {
        let ticket = self.ticket();
        let over = !ticket.axes.case.is_open() || matches!(ticket.axes.case, CaseStatus::RefusedOnce | CaseStatus::SendBack);
        over || ticket.is_ruled_against() || !ticket.kind.replaces_goods()
    }

    /// True when the goods that it is for are here, or need not be first.
    fn may_settle(&self, id: ReplacementId) -> Result<bool, Error> {
        use CaseStatus as C;
        let (one, axes) = (self.replacement(id)?, self.ticket().axes);
        // Money stands still while a dispute is open, and the rest of another replacement must not be disturbed on its way.
        if axes.dispute.is_open() || matches!(axes.money, MoneyStatus::Refunding | MoneyStatus::RefundUnknown) {
            return Ok(false);
        }
        let allowed = matches!(
            axes.case,
            C::Approved | C::AwaitingReturn | C::InTransit | C::PartiallyReceived | C::Received | C::InspectedOk | C::Fulfilling
        );
        let here = matches!(axes.case, C::InspectedOk | C::Fulfilling) || axes.goods == GoodsStatus::NotShipped;
        Ok(allowed && (here || one.ship_first || one.kind == ReplacementKind::Resend))
    }

    /// Books its price, and lets it leave or waits for the difference. What does not fit the ledger waits, and finance is told.
    fn settle_replacement(&mut self, id: ReplacementId) -> Result<(), Error> {
        let one = self.replacement(id)?.clone();
        let (currency, before) = (self.currency(), self.settled.len());
        self.book(booking(&one)?);
        let rest = ledger::instructable(currency, &self.entries_so_far(), &self.paid_instructions())?;
        let owed = if one.difference.is_negative() { rest } else { Money::zero(currency) };
        if let Err(error) = self.would_balance(owed) {
            self.settled.truncate(before);
            let why = error.to_string();
            if one.note.as_ref() != Some(&why) {
                self.change_replacement(id, |one| {
                    one.note = Some(why.clone());
                    Ok(())
                })?;
                self.task_for_finance(format!("{id} does not fit the ledger: {why}"));
            }
            return Ok(());
        }
        if one.difference.minor() > 0 {
            self.step_replacement(id, Step::Charge)?;
            return self.apply(Event::DifferenceDue { amount: one.difference });
        }
        self.step_replacement(id, Step::Settle)?;
        if self.ticket().axes.case != CaseStatus::Fulfilling {
            self.apply(Event::ReplacementReserved)?;
        }
        if owed.minor() > 0 { self.apply(Event::SettlementAgreed { entries: Vec::new(), amount: owed }) } else { Ok(()) }
    }

    /// The instructions that may no longer be taken back.
    fn paid_instructions(&self) -> Vec<RefundInstruction> {
        let left = |state| matches!(state, RefundState::Sent | RefundState::Unknown | RefundState::Paid);
        self.instructions_so_far().into_iter().filter(|instruction| left(instruction.state)).collect()
    }

    /// Whether the ledger takes what was booked.
    fn would_balance(&self, owed: Money) -> Result<(), Error> {
        if owed.is_negative() {
            let message = "more has gone back than the goods are worth";
            return Err(Error::invalid("over_refunded", "", message));
        }
        self.check_ledger()
    }

    /// Calls it off: takes its price back from the ledger, lets its stock go, and gives the difference back that was paid.
    ///
    /// # Errors
    /// When it has left, or the rest of it is on its way back.
    pub(in crate::workflow) fn call_off(&mut self, id: ReplacementId, why: &str) -> Result<(), Error> {
        let one = self.replacement(id)?.clone();
        let by_hand = !self.has_ended();
        let instructed = one.difference.is_negative() && one.state.is_settled();
        if by_hand && instructed {
            let why = "the rest of its price goes back already: send the goods, or cancel the ticket while the rest waits";
            return Err(Error::NotNow { what: "replacement", id: id.to_string(), state: one.state.to_string(), why });
        }
        self.step_replacement(id, Step::Cancel)?;
        let now = self.facts.now;
        self.change_replacement(id, |one| {
            one.note = Some(why.to_owned());
            withdraw(one.consent.as_mut());
            one.updated_at = now;
            Ok(())
        })?;
        if one.is_connected() {
            self.want_stock(id, Wish::Release)?;
        }
        if one.state.is_settled() {
            let (drafts, before) = (undo(&one, &self.entries_so_far())?, self.settled.len());
            self.book(drafts);
            if let Err(error) = self.check_ledger() {
                self.settled.truncate(before);
                self.task_for_finance(format!("{id} will not leave, and its price stays on the ledger: {error}"));
            }
        }
        if one.paid.is_some() {
            self.give_difference_back(&one, by_hand)?;
        }
        Ok(())
    }

    /// The customer paid more for what will not leave.
    fn give_difference_back(&mut self, one: &Replacement, by_hand: bool) -> Result<(), Error> {
        let amount = one.difference;
        if by_hand && self.ticket().axes.case == CaseStatus::Fulfilling && !self.ticket().axes.dispute.is_open() {
            // It came over no tender of the order, so finance gives it back as it came.
            self.prefer_tender(MANUAL.to_owned());
            // What waits of another replacement is instructed with it.
            let amount = ledger::instructable(self.currency(), &self.entries_so_far(), &self.paid_instructions())?;
            return self.apply(Event::SettlementAgreed { entries: Vec::new(), amount });
        }
        self.task_for_finance(format!("the difference of {amount} for {} goes back to the customer by hand: it will not leave", one.id));
        let amount = Money::zero(amount.currency()).checked_sub(amount)?;
        let reason = format!("difference of {}, goes back by hand", one.id);
        let line = one.lines.first().map(|line| line.replaces);
        self.book(vec![Draft { line, kind: EntryKind::Difference, payer: Payer::Customer, amount, reason }]);
        Ok(())
    }

    /// Whether somebody with these roles may let `rest` go back (D3): the rules of refunds are asked about it as about any other
    /// refund. Who proposes must hold what they ask for.
    ///
    /// # Errors
    /// When the rules say no, or ask for a higher role or more people.
    pub(in crate::workflow) fn judge_rest(&mut self, rest: Money, roles: &[String]) -> Result<(), Error> {
        let filed = self.file_case();
        let own = ledger::balance(self.currency(), &self.entries_so_far())?.credited;
        let refunded_before = self.facts.refunded_elsewhere.unwrap_or(Money::zero(self.currency())).checked_add(own)?;
        let request = RefundRequest { requested: rest, net: rest, refunded_before, risk: self.ticket().risk.clone() };
        let asked = self.ask_all(Hook::RefundApproval, &filed, Question::RefundApproval(request.clone()), |answer| match answer {
            Answer::RefundApproval(decision) => Some(decision),
            _ => None,
        });
        let outcome = decide::refund(&asked, &request, &self.facts.snapshot.limits);
        self.failures.extend(outcome.failures);
        let refused = |why: &str| {
            let message = format!("{rest} would go back, and the rules do not allow it ({why}): open a return ticket for it");
            Err(Error::invalid("invalid", "/returned", message))
        };
        if matches!(outcome.refund.verdict, VerdictKind::Reject | VerdictKind::NeedInformation) || outcome.refund.amount != rest {
            return refused(&outcome.refund.explanation);
        }
        for approval in &outcome.approvals {
            if approval.required > 1 {
                return refused(&format!("{} people must agree", approval.required));
            }
            if !may_approve(roles, &approval.need, &self.facts.snapshot.limits.roles) {
                return Err(ApprovalError::Rank { role: approval.need.role.clone(), held: roles.join(", ") }.into());
            }
        }
        Ok(())
    }
}

/// The question is off the table.
pub(in crate::workflow) fn withdraw(consent: Option<&mut Consent>) {
    if let Some(open) = consent.filter(|consent| consent.is_unanswered()) {
        open.state = ConsentState::Withdrawn;
    }
}
