//! Money that people or the platform fix, beside what the rules decided.

use redress_domain::Money;
use redress_domain::approval::{ApprovalError, may_approve, next_need};
use redress_domain::event::Event;
use redress_domain::ledger::{self, Draft, LedgerError, for_award, gone, outstanding};
use redress_domain::rule::{ApprovalNeed, Quorum, VerdictKind};
use redress_domain::settlement::RefundState;
use redress_domain::status::{CaseStatus, MoneyStatus};

use super::Turn;
use crate::workflow::Error;
use crate::workflow::act::Doer;

impl Turn {
    /// The platform ruled for the buyer: what it awards is booked and instructed, in place of what has not left (D8). The sum is the
    /// whole that the buyer gets for this ticket: money that is under way or was paid stays and counts.
    ///
    /// # Errors
    /// A sum that has been paid already, beyond what was paid, or beyond what was agreed without the highest approving role.
    pub fn award(&mut self, amount: Option<Money>, doer: &Doer) -> Result<(), Error> {
        let axes = self.ticket().axes;
        let waits = matches!(axes.money, MoneyStatus::None | MoneyStatus::RefundPending | MoneyStatus::RefundFailed);
        if axes.case != CaseStatus::Settling || !waits {
            return match amount {
                None => Ok(()),
                Some(_) => Err(Error::invalid("not_payable", "/amount", format!("the money is {}: leave the amount out", axes.money))),
            };
        }
        let (entries, instructions) = (self.entries_so_far(), self.instructions_so_far());
        let granted = self.ticket().refund.as_ref().map(|refund| refund.amount).filter(|amount| amount.minor() > 0);
        let gone = gone(self.currency(), &self.of_this_round())?;
        let whole = match amount.or(granted) {
            Some(whole) => whole,
            None => gone.checked_add(ledger::open(self.ticket(), self.currency(), &entries)?)?,
        };
        let due = whole.checked_sub(gone)?;
        if gone.minor() > 0 && due.minor() <= 0 {
            if amount.is_none() {
                return Ok(());
            }
            let message = format!("{gone} of it has been paid already: name the whole sum that the buyer gets, or leave it out");
            return Err(Error::invalid("already_paid", "/amount", message));
        }
        // What waits for finance already is what the platform says: it goes on.
        let waiting =
            instructions.iter().filter(|instruction| instruction.state == RefundState::Pending).map(|instruction| instruction.amount);
        let waiting = Money::sum(due.currency(), waiting).map_err(LedgerError::from)?;
        if axes.money == MoneyStatus::RefundPending && waiting == due {
            return Ok(());
        }
        self.check_standing(whole, doer)?;
        let entries = for_award(self.ticket(), &entries, &instructions, due, "ruled by the platform")?;
        self.agree_on(entries, due, whole)
    }

    /// Books entries by hand (freight, tax, fees, compensation, what is kept back) and instructs what is due then, in place of
    /// what has not left.
    ///
    /// # Errors
    /// A line that is not there, limits of the ledger, a state that takes none, or a sum beyond what was agreed without the
    /// highest approving role.
    pub fn settle(&mut self, entries: Vec<Draft>, doer: &Doer) -> Result<(), Error> {
        for (index, entry) in entries.iter().enumerate() {
            if let Some(line) = entry.line.filter(|line| self.ticket().lines.iter().all(|own| own.id != *line)) {
                return Err(Error::invalid("unknown_line", &format!("/entries/{index}/line"), format!("the ticket has no line {line}")));
            }
        }
        let booked = entries.iter().map(|entry| entry.amount);
        let sum = Money::sum(self.currency(), booked).map_err(LedgerError::from)?;
        let amount = outstanding(self.currency(), &self.entries_so_far(), &self.instructions_so_far())?.checked_add(sum)?;
        if amount.is_negative() {
            let message = format!("{amount} would be left to pay: keep back less");
            return Err(Error::invalid("over_deducted", "/entries", message));
        }
        let whole = gone(self.currency(), &self.of_this_round())?.checked_add(amount)?;
        self.check_standing(whole, doer)?;
        self.agree_on(entries, amount, whole)
    }

    /// Books, and instructs what is `due` now. What the ticket says was agreed is the whole, with what has left before.
    fn agree_on(&mut self, entries: Vec<Draft>, due: Money, whole: Money) -> Result<(), Error> {
        self.apply(Event::SettlementAgreed { entries, amount: due })?;
        if let Some(refund) = &mut self.facts.case.ticket.refund {
            refund.amount = whole;
        }
        Ok(())
    }

    /// Who fixes a sum could have agreed to it: what still waits for an agreement needs that role, and more than what the rules
    /// allowed needs the highest role that approves (D3: a higher amount finds its tier).
    fn check_standing(&self, amount: Money, doer: &Doer) -> Result<(), Error> {
        let limits = &self.snapshot().limits;
        if let Some(next) = next_need(&self.ticket().approvals)
            && !may_approve(&doer.roles, &next.need, &limits.roles)
        {
            return Err(ApprovalError::Rank { role: next.need.role.clone(), held: doer.roles.join(", ") }.into());
        }
        // What was refused is agreed by nobody, whatever the rules had allowed before.
        let refused = matches!(self.case_before, CaseStatus::RefusedOnce | CaseStatus::RefusedFinal);
        // A sum that a workflow or the customer still had a say in was agreed by nobody either.
        let open = matches!(
            self.case_before,
            CaseStatus::Submitted | CaseStatus::AwaitingCustomer | CaseStatus::FirstReview | CaseStatus::Approval
        );
        let unasked = open && self.ticket().approvals.is_empty();
        let allowed = self.ticket().refund.as_ref().filter(|refund| !refused && (!unasked || refund.verdict == VerdictKind::Approve));
        let agreed = allowed.map_or(Money::zero(amount.currency()), |refund| refund.amount);
        if amount.compare(agreed)?.is_le() {
            return Ok(());
        }
        self.check_highest(doer)
    }

    /// Who answers for money that nobody was named for holds the highest approving role.
    ///
    /// # Errors
    /// When they do not.
    pub(in crate::workflow) fn check_highest(&self, doer: &Doer) -> Result<(), Error> {
        let limits = &self.snapshot().limits;
        let need = ApprovalNeed { role: limits.highest().to_owned(), quorum: Quorum::Any, with_report: false };
        if may_approve(&doer.roles, &need, &limits.roles) {
            return Ok(());
        }
        Err(ApprovalError::Rank { role: need.role, held: doer.roles.join(", ") }.into())
    }
}
