//! What the customer got back.

use crate::money::Money;
use crate::settlement::{EntryKind, RefundInstruction, RefundState, SettlementEntry};

/// What was paid back on a ticket: paid instructions, what was paid outside, less what was fetched back. `None` when that is nothing, or a
/// sum beyond all amounts.
pub fn paid_back(instructions: &[RefundInstruction], ledger: &[SettlementEntry]) -> Option<Money> {
    let paid = instructions.iter().filter(|instruction| instruction.state == RefundState::Paid).map(|instruction| instruction.amount);
    let outside = ledger.iter().filter(|entry| matches!(entry.kind, EntryKind::External | EntryKind::Clawback)).map(|entry| entry.amount);
    let mut amounts = paid.chain(outside);
    let first = amounts.next()?;
    amounts.try_fold(first, |sum, amount| sum.checked_add(amount).ok())
}
