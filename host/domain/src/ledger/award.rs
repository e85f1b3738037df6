//! What to book when somebody else than the rules fixes what the customer gets: the platform's ruling, or finance.

use super::balance::instructable;
use super::plan::{spread, unpaid};
use super::{Draft, LedgerError};
use crate::money::{Currency, Money};
use crate::rule::Deduction;
use crate::settlement::{EntryKind, Payer, RefundInstruction, RefundState, SettlementEntry};
use crate::ticket::Ticket;

/// What may be instructed once everything that has not left is withdrawn.
///
/// # Errors
/// Mixed currencies, or a sum out of range.
pub fn outstanding(currency: Currency, entries: &[SettlementEntry], instructions: &[RefundInstruction]) -> Result<Money, LedgerError> {
    let left = |instruction: &&RefundInstruction| !matches!(instruction.state, RefundState::Held | RefundState::Pending);
    let gone: Vec<RefundInstruction> = instructions.iter().filter(left).cloned().collect();
    instructable(currency, entries, &gone)
}

/// What has left for the customer, or may have: it cannot be withdrawn any more.
///
/// # Errors
/// Mixed currencies, or a sum out of range.
pub fn gone(currency: Currency, instructions: &[RefundInstruction]) -> Result<Money, LedgerError> {
    let left = |instruction: &&RefundInstruction| matches!(instruction.state, RefundState::Sent | RefundState::Unknown | RefundState::Paid);
    Ok(Money::sum(currency, instructions.iter().filter(left).map(|instruction| instruction.amount))?)
}

/// What to book so that exactly `amount` is to be paid, instructions that have not left being withdrawn: what is missing is
/// credited to the lines by what they ask, and beyond that to none; what is too much is kept back by the lines' shares.
///
/// # Errors
/// Mixed currencies, or sums out of range.
pub fn for_award(
    ticket: &Ticket,
    entries: &[SettlementEntry],
    instructions: &[RefundInstruction],
    amount: Money,
    reason: &str,
) -> Result<Vec<Draft>, LedgerError> {
    let currency = amount.currency();
    let mut missing = amount.checked_sub(outstanding(currency, entries, instructions)?)?;
    let draft = |line, amount| Draft { line, kind: EntryKind::Goods, payer: Payer::Merchant, amount, reason: reason.to_owned() };
    if missing.is_negative() {
        let amount = Money::zero(currency).checked_sub(missing)?;
        let mut booked: Vec<_> = super::balance(currency, entries)?.lines.into_iter().map(|(line, sum)| (Some(line), sum)).collect();
        booked.retain(|(_, sum)| sum.minor() > 0);
        if booked.is_empty() {
            booked.push((None, amount));
        }
        return spread(&mut booked, currency, &Deduction { code: "award".to_owned(), amount, reason: reason.to_owned(), line: None });
    }
    let mut drafts = Vec::new();
    for (line, rest) in unpaid(ticket, currency, entries)? {
        let part = if rest.compare(missing)?.is_gt() { missing } else { rest };
        if part.minor() > 0 {
            drafts.push(draft(Some(line), part));
            missing = missing.checked_sub(part)?;
        }
    }
    if missing.minor() > 0 {
        drafts.push(draft(None, missing));
    }
    Ok(drafts)
}
