//! Σ refunds + credits − claw-backs ≤ paid, per line, per tender and in total.

use std::collections::BTreeMap;

use super::balance::{balance, committed, is_live};
use super::{LedgerError, Paid};
use crate::money::Money;
use crate::settlement::{RefundInstruction, SettlementEntry};

/// Checks a ledger as it would be after a write. Call it before the write, with the new entries and instructions included.
///
/// # Errors
/// The first limit that does not hold.
pub fn check(paid: &Paid, entries: &[SettlementEntry], instructions: &[RefundInstruction]) -> Result<(), LedgerError> {
    let currency = paid.total.currency();
    let sums = balance(currency, entries)?;
    if sums.credited.compare(paid.total)?.is_gt() {
        return Err(LedgerError::OverPaid { credited: sums.credited, paid: paid.total });
    }
    for (line, credited) in &sums.lines {
        if let Some(limit) = paid.lines.get(line)
            && credited.compare(*limit)?.is_gt()
        {
            return Err(LedgerError::OverLine { line: *line, credited: *credited, paid: *limit });
        }
    }
    let instructed = committed(currency, instructions)?;
    // Where the customer owes, nothing is instructed, and that is not too much.
    if instructed.minor() > 0 && instructed.compare(sums.owed)?.is_gt() {
        return Err(LedgerError::OverInstructed { instructed, owed: sums.owed });
    }
    let mut tenders: BTreeMap<&str, Money> = BTreeMap::new();
    for instruction in instructions.iter().filter(|i| is_live(i.state)) {
        let sum = tenders.entry(&instruction.tender).or_insert(Money::zero(currency));
        *sum = sum.checked_add(instruction.amount)?;
    }
    for (tender, instructed) in tenders {
        if let Some(limit) = paid.tenders.get(tender)
            && instructed.compare(*limit)?.is_gt()
        {
            return Err(LedgerError::OverTender { tender: tender.to_owned(), instructed, paid: *limit });
        }
    }
    Ok(())
}
