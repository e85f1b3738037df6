//! Instructions move, and the ticket's money axis with them.

use std::collections::BTreeMap;

use redress_domain::credit::CreditEntry;
use redress_domain::event::{Event, EventKind};
use redress_domain::gateway::{CREDIT, MANUAL};
use redress_domain::id::{CreditId, RefundInstructionId};
use redress_domain::ledger::{self, Share};
use redress_domain::machine::Refusal;
use redress_domain::order::Order;
use redress_domain::settlement::{RefundInstruction, RefundState};
use redress_domain::status::MoneyStatus;
use redress_domain::ticket::LineAmount;
use redress_domain::{Money, MoneyError};

use super::Turn;
use crate::workflow::Error;

/// What became of an instruction.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Moved {
    /// It is given to the gateway.
    Sent,
    /// The money arrived.
    Paid {
        /// The gateway's or the bank's reference.
        reference: String,
    },
    /// It will not arrive.
    Failed {
        /// Why.
        reason: String,
    },
    /// Nobody knows.
    Unknown,
}

impl Turn {
    /// Moves an instruction, and the ticket's money axis to where all its instructions stand together.
    ///
    /// # Errors
    /// When the ticket does not take it now. The turn must be thrown away then.
    pub fn move_instruction(&mut self, id: RefundInstructionId, moved: Moved) -> Result<(), Error> {
        self.stands_still(id, &moved)?;
        self.change_instruction(id, |instruction| match moved.clone() {
            Moved::Sent => instruction.state = RefundState::Sent,
            Moved::Unknown => instruction.state = RefundState::Unknown,
            Moved::Paid { reference } => {
                instruction.state = RefundState::Paid;
                instruction.reference = Some(reference);
                instruction.failure = None;
            }
            Moved::Failed { reason } => {
                instruction.state = RefundState::Failed;
                instruction.failure = Some(reason);
            }
        });
        let (alone, together) = (self.is_alone(id), self.together()?);
        let axes = self.ticket().axes;
        let event = match moved {
            Moved::Paid { reference } if together == MoneyStatus::Refunded => {
                Event::RefundPaid { instruction: id, reference: Some(reference) }
            }
            Moved::Sent if alone && axes.money == MoneyStatus::RefundPending => Event::RefundSent { instruction: id },
            Moved::Unknown if alone => Event::RefundUnknown { instruction: id },
            Moved::Failed { reason } if alone => Event::RefundFailed { instruction: id, reason },
            moved => {
                let state = match moved {
                    Moved::Sent => RefundState::Sent,
                    Moved::Paid { .. } => RefundState::Paid,
                    Moved::Failed { .. } => RefundState::Failed,
                    Moved::Unknown => RefundState::Unknown,
                };
                // What the gateway said is a fact that a dispute does not undo; but no dispute lets the axis begin to move.
                let begins = together == MoneyStatus::Refunding && axes.money != MoneyStatus::Refunding && axes.dispute.is_open();
                let facts = begins && state != RefundState::Sent;
                Event::RefundShared { instruction: id, state, together: if facts { axes.money } else { together } }
            }
        };
        self.apply(event)
    }

    /// Nothing begins to move while a dispute is open, be it one part of several; what has left is a fact.
    fn stands_still(&self, id: RefundInstructionId, moved: &Moved) -> Result<(), Error> {
        let from = self.ticket().axes;
        let event = match moved {
            Moved::Sent => EventKind::RefundSent,
            Moved::Paid { .. } => EventKind::RefundPaid,
            Moved::Failed { .. } | Moved::Unknown => return Ok(()),
        };
        let waits = |one: &RefundInstruction| one.id == id && one.state == RefundState::Pending;
        if !from.dispute.is_open() || !self.instructions_so_far().iter().any(waits) {
            return Ok(());
        }
        let why = "a dispute is open, and money stands still until it is ruled or withdrawn".to_owned();
        Err(Refusal { from, event: event.as_str(), why }.into())
    }

    /// True when no other instruction of the ticket is to be paid or has been.
    fn is_alone(&self, id: RefundInstructionId) -> bool {
        !self.instructions_so_far().iter().any(|other| {
            other.id != id && matches!(other.state, RefundState::Held | RefundState::Pending | RefundState::Sent | RefundState::Unknown)
        })
    }

    /// Where all instructions stand together: what matters most counts.
    fn together(&self) -> Result<MoneyStatus, Error> {
        let instructions = self.instructions_so_far();
        let any = |state| instructions.iter().any(|instruction| instruction.state == state);
        let uncovered = ledger::instructable(self.currency(), &self.entries_so_far(), &instructions)?;
        Ok(if any(RefundState::Unknown) {
            MoneyStatus::RefundUnknown
        } else if any(RefundState::Sent) {
            MoneyStatus::Refunding
        } else if any(RefundState::Failed) && uncovered.minor() > 0 {
            MoneyStatus::RefundFailed
        } else if any(RefundState::Pending) || any(RefundState::Held) {
            MoneyStatus::RefundPending
        } else {
            MoneyStatus::Refunded
        })
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
            let bought = self
                .case()
                .order
                .as_ref()
                .and_then(|order| order.lines.iter().find(|bought| line.order_line.as_deref() == Some(&bought.external_id)));
            let limit = bought.map(|bought| bought.unit_price.checked_mul(line.quantity)).transpose()?;
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
