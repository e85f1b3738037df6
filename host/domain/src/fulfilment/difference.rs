//! The price difference: what the customer owes for what leaves, less what the goods that come back count for, and how it
//! stands on the ledger.

use std::collections::BTreeMap;

use super::{Replacement, ReplacementLine, ReturnedLine};
use crate::id::TicketLineId;
use crate::ledger::Draft;
use crate::money::{Currency, Money, MoneyError};
use crate::settlement::{EntryKind, Payer, SettlementEntry};

/// What the customer owes (positive) or is owed (negative).
///
/// # Errors
/// Mixed currencies, or a sum out of range.
pub fn difference(currency: Currency, lines: &[ReplacementLine], returned: &[ReturnedLine]) -> Result<Money, MoneyError> {
    let charged = Money::sum(currency, lines.iter().map(|line| line.amount))?;
    charged.checked_sub(returned_credit(currency, returned)?)
}

/// What the goods that come back count for.
///
/// # Errors
/// Mixed currencies, or a sum out of range.
pub fn returned_credit(currency: Currency, returned: &[ReturnedLine]) -> Result<Money, MoneyError> {
    Money::sum(currency, returned.iter().map(|line| line.credit))
}

/// What to book when it may leave: the goods that come back, and those that leave. The sum is what the customer is owed.
///
/// # Errors
/// An amount out of range.
pub fn booking(replacement: &Replacement) -> Result<Vec<Draft>, MoneyError> {
    let back = replacement.returned.iter().filter(|line| !line.credit.is_zero()).map(|line| {
        let reason = format!("goods for {}", replacement.id);
        Ok(Draft { line: Some(line.line), kind: EntryKind::Goods, payer: Payer::Merchant, amount: line.credit, reason })
    });
    let out = replacement.lines.iter().filter(|line| !line.amount.is_zero()).map(|line| {
        let reason = format!("{} of {} in {}", line.quantity, line.sku, replacement.id);
        let amount = Money::zero(line.amount.currency()).checked_sub(line.amount)?;
        Ok(Draft { line: Some(line.replaces), kind: EntryKind::Replacement, payer: Payer::Customer, amount, reason })
    });
    back.chain(out).collect()
}

/// What to book when the customer has paid the difference.
pub fn paid_on_top(replacement: &Replacement, reference: &str) -> Draft {
    let line = replacement.lines.first().map(|line| line.replaces);
    let reason = format!("difference of {}, paid under {reference}", replacement.id);
    Draft { line, kind: EntryKind::Difference, payer: Payer::Customer, amount: replacement.difference, reason }
}

/// What to book when it will not leave after all: as much of its booking as the ledger still holds, because a ticket that ends
/// reverses what it owed by itself.
///
/// # Errors
/// An amount out of range.
pub fn undo(replacement: &Replacement, entries: &[SettlementEntry]) -> Result<Vec<Draft>, MoneyError> {
    let mut held: BTreeMap<(TicketLineId, EntryKind), i64> = BTreeMap::new();
    for entry in entries {
        if let Some(line) = entry.line {
            *held.entry((line, entry.kind)).or_default() += entry.amount.minor();
        }
    }
    let mut drafts = Vec::new();
    for draft in booking(replacement)? {
        let Some(left) = draft.line.and_then(|line| held.get_mut(&(line, draft.kind))) else { continue };
        let booked = draft.amount.minor();
        // No more than is there, and with its sign.
        let part = if booked > 0 { booked.min((*left).max(0)) } else { booked.max((*left).min(0)) };
        if part != 0 {
            *left -= part;
            let amount = Money::zero(draft.amount.currency()).checked_sub(Money::new(part, draft.amount.currency())?)?;
            drafts.push(Draft { amount, reason: format!("{} will not leave", replacement.id), ..draft });
        }
    }
    Ok(drafts)
}
