//! Instructions move, and the ticket's money axis with them.

use std::collections::BTreeMap;

use redress_domain::credit::CreditEntry;
use redress_domain::event::Event;
use redress_domain::gateway::{CREDIT, MANUAL};
use redress_domain::id::{CreditId, RefundInstructionId};
use redress_domain::ledger::{self, Share};
use redress_domain::machine::Moved;
use redress_domain::order::Order;
use redress_domain::settlement::{RefundInstruction, RefundState};
use redress_domain::ticket::LineAmount;
use redress_domain::{Money, MoneyError};

use super::Turn;
use crate::workflow::Error;

impl Turn {
    /// Moves an instruction, and the ticket's money axis to where all its instructions stand together.
    ///
    /// # Errors
    /// When the ticket does not take it now. The turn must be thrown away then.
    pub fn move_instruction(&mut self, id: RefundInstructionId, moved: Moved) -> Result<(), Error> {
        let from = self.ticket().axes;
        moved.may_happen(from, &self.instructions_so_far(), id)?;
        self.change_instruction(id, |instruction| moved.change(instruction));
        let event = moved.event(from, self.currency(), &self.entries_so_far(), &self.instructions_so_far(), id)?;
        self.apply(event)
    }

    /// Pays what is issued next over this tender instead of those it came over.
    pub fn prefer_tender(&mut self, tender: String) {
        self.tender = Some(tender);
    }

    /// Over which tenders an amount goes back: over those it came over, as far as they reach; the rest by hand.
    pub(super) fn shares(&mut self, amount: Money) -> Result<Vec<Share>, Error> {
        if let Some(tender) = self.tender.take() {
            return Ok(vec![Share { tender, payment: None, amount }]);
        }
        let Some(order) = &self.case().order else { return Ok(vec![Share { tender: MANUAL.to_owned(), payment: None, amount }]) };
        Ok(ledger::share(&order.payments, &self.gone_back(order, true)?, amount)?)
    }

    /// What has gone back or may still go back, per payment: of other tickets, and of this one too when `ours`.
    pub(super) fn gone_back(&self, order: &Order, ours: bool) -> Result<BTreeMap<String, Money>, MoneyError> {
        let mut used = self.facts.seen.as_ref().map(|taken| taken.payments.clone()).unwrap_or_default();
        let live = |instruction: &&RefundInstruction| !matches!(instruction.state, RefundState::Failed | RefundState::Cancelled);
        for instruction in self.instructions_so_far().iter().filter(live).filter(|_| ours) {
            if let Some(payment) = &instruction.payment {
                let sum = used.entry(payment.clone()).or_insert(Money::zero(order.paid.currency()));
                *sum = sum.checked_add(instruction.amount)?;
            }
        }
        Ok(used)
    }

    /// What came over each tender, less what other tickets of the order have taken of it.
    pub(super) fn tender_limits(&self, order: &Order) -> Result<BTreeMap<String, Money>, MoneyError> {
        let elsewhere = self.gone_back(order, false)?;
        let mut limits: BTreeMap<String, Money> = BTreeMap::new();
        for payment in &order.payments {
            let zero = Money::zero(order.paid.currency());
            let left = payment.amount.checked_sub(elsewhere.get(&payment.reference).copied().unwrap_or(zero))?;
            let limit = limits.entry(payment.tender.clone()).or_insert(zero);
            *limit = limit.checked_add(left)?;
        }
        Ok(limits)
    }
}

/// Money that moves outside of instructions.
impl Turn {
    /// Asks for other amounts; the ticket is decided anew then.
    ///
    /// # Errors
    /// A line that is not there, an amount above its price, a ticket that does not take it now.
    pub fn change_amount(&mut self, lines: Vec<LineAmount>, reason: String) -> Result<(), Error> {
        for (index, other) in lines.iter().enumerate() {
            let pointer = format!("/lines/{index}");
            let Some(line) = self.ticket().lines.iter().find(|line| line.id == other.line) else {
                return Err(Error::invalid("unknown_line", &format!("{pointer}/line"), format!("the ticket has no line {}", other.line)));
            };
            let limit = self.goods().map_or(Ok(None), |goods| goods.pieces(line, line.quantity))?.map(|held| held.price);
            if let Some(limit) =
                limit.filter(|limit| other.requested.currency() == limit.currency() && other.requested.minor() > limit.minor())
            {
                let message = format!("the line cost {limit}: no more than that can go back for it");
                return Err(Error::invalid("over_paid", &format!("{pointer}/requested"), message));
            }
        }
        self.apply(Event::AmountChanged { lines, reason })
    }

    /// Makes an instruction that has not left credit with the shop.
    ///
    /// # Errors
    /// A ticket without a customer, or one that does not take it now.
    pub fn pay_as_credit(&mut self, instruction: &RefundInstruction) -> Result<(), Error> {
        let Some(customer) = self.case().customer.as_ref().map(|customer| customer.id) else {
            return Err(Error::invalid("no_customer", "", "the ticket has no customer who could hold credit: pay it over a tender"));
        };
        let entry = CreditEntry {
            id: self.id(CreditId::generate),
            customer,
            amount: instruction.amount,
            ticket: Some(self.ticket().id),
            reason: format!("refund of {}", self.ticket().number),
            actor: self.facts.actor.clone(),
            at: self.facts.now,
        };
        self.change_instruction(instruction.id, |instruction| CREDIT.clone_into(&mut instruction.tender));
        self.move_instruction(instruction.id, Moved::Paid { reference: entry.id.to_string() })?;
        self.credits.push(entry);
        Ok(())
    }

    /// Books what the platform or somebody else paid; our own instructions are cancelled.
    ///
    /// # Errors
    /// An amount that is not above zero or in another currency; a ticket that does not take it now, for example because our own
    /// money is under way; more than was paid.
    pub fn refunded_elsewhere(&mut self, amount: Money, reference: Option<String>) -> Result<(), Error> {
        self.positive(amount)?;
        self.apply(Event::RefundedExternally { amount, reference })
    }

    /// Begins to fetch money back.
    ///
    /// # Errors
    /// As above, and more than the customer has.
    pub fn claw_back(&mut self, amount: Money, reason: String) -> Result<(), Error> {
        self.positive(amount)?;
        self.within_credited(amount)?;
        self.apply(Event::ClawbackStarted { amount, reason })
    }

    /// Books money that came back.
    ///
    /// # Errors
    /// As above, and more than the customer has.
    pub fn collected(&mut self, amount: Money) -> Result<(), Error> {
        self.positive(amount)?;
        self.within_credited(amount)?;
        self.apply(Event::ClawbackCollected { amount })
    }

    fn positive(&self, amount: Money) -> Result<(), Error> {
        if amount.currency() != self.currency() {
            let message = format!("the ticket is in {}: convert the amount from {}", self.currency(), amount.currency());
            return Err(Error::invalid("foreign_currency", "/amount", message));
        }
        if amount.minor() <= 0 {
            return Err(Error::invalid("negative_amount", "/amount", "name an amount above zero"));
        }
        Ok(())
    }

    fn within_credited(&self, amount: Money) -> Result<(), Error> {
        let credited = ledger::recoverable(self.currency(), &self.entries_so_far())?;
        if amount.minor() > credited.minor() {
            let message = format!("the customer has {credited} of this ticket, in money or in goods: no more than that can come back");
            return Err(Error::invalid("over_refunded", "/amount", message));
        }
        Ok(())
    }
}
