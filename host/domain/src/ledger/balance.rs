//! Sums over entries and instructions.

use std::collections::BTreeMap;

use super::LedgerError;
use crate::id::TicketLineId;
use crate::money::{Currency, Money};
use crate::settlement::{EntryKind, RefundInstruction, RefundState, SettlementEntry};

/// What the entries of a ticket say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Balance {
    /// Refunds + credits − claw-backs that count against what was paid: everything but compensation, which is on top.
    pub credited: Money,
    /// The same per ticket line.
    pub lines: BTreeMap<TicketLineId, Money>,
    /// What Redress itself owes or has paid: everything but what others paid and what came back.
    pub owed: Money,
}

/// Sums the entries.
///
/// # Errors
/// Mixed currencies, or a sum out of range.
pub fn balance(currency: Currency, entries: &[SettlementEntry]) -> Result<Balance, LedgerError> {
    let zero = Money::zero(currency);
    let mut sums = Balance { credited: zero, lines: BTreeMap::new(), owed: zero };
    for entry in entries {
        if entry.kind != EntryKind::Compensation {
            sums.credited = sums.credited.checked_add(entry.amount)?;
            if let Some(line) = entry.line {
                let sum = sums.lines.entry(line).or_insert(zero);
                *sum = sum.checked_add(entry.amount)?;
            }
        }
        if !matches!(entry.kind, EntryKind::External | EntryKind::Clawback) {
            sums.owed = sums.owed.checked_add(entry.amount)?;
        }
    }
    Ok(sums)
}

/// What the customer has of a ticket and may have to give back: what was credited, in money or in goods. What a replacement
/// costs lowers what is paid out, not what was given; the same holds for what was paid on top of it.
///
/// # Errors
/// Mixed currencies, or a sum out of range.
pub fn recoverable(currency: Currency, entries: &[SettlementEntry]) -> Result<Money, LedgerError> {
    let ours = |kind| !matches!(kind, EntryKind::Compensation | EntryKind::Replacement | EntryKind::Difference);
    Ok(Money::sum(currency, entries.iter().filter(|entry| ours(entry.kind)).map(|entry| entry.amount))?)
}

/// What instructions have paid or may still pay: all but the failed and the cancelled.
///
/// # Errors
/// Mixed currencies, or a sum out of range.
pub fn committed(currency: Currency, instructions: &[RefundInstruction]) -> Result<Money, LedgerError> {
    let live = instructions.iter().filter(|i| is_live(i.state)).map(|i| i.amount);
    Ok(Money::sum(currency, live)?)
}

/// What may still be instructed: what is owed less what instructions have paid or may still pay. Negative when too much is
/// instructed, which [`super::check()`] refuses.
///
/// # Errors
/// Mixed currencies, or a sum out of range.
pub fn instructable(currency: Currency, entries: &[SettlementEntry], instructions: &[RefundInstruction]) -> Result<Money, LedgerError> {
    Ok(balance(currency, entries)?.owed.checked_sub(committed(currency, instructions)?)?)
}

/// True when an instruction has paid or may still pay.
pub(super) const fn is_live(state: RefundState) -> bool {
    !matches!(state, RefundState::Failed | RefundState::Cancelled)
}
