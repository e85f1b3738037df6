//! What to book when something is decided.

use std::collections::BTreeMap;

use super::balance::{balance, instructable, is_live};
use super::{Draft, LedgerError};
use crate::id::TicketLineId;
use crate::money::{Currency, Money};
use crate::rule::Deduction;
use crate::settlement::{EntryKind, Payer, RefundInstruction, SettlementEntry};
use crate::ticket::{Ticket, TicketKind};

/// What of the ticket's requests was not given back in an earlier round: per line what is asked less what its entries credit,
/// never below zero. Entries without a line (paid elsewhere, fetched back) count against all lines together; see [`open`].
pub(super) fn unpaid(ticket: &Ticket, currency: Currency, entries: &[SettlementEntry]) -> Result<Vec<(TicketLineId, Money)>, LedgerError> {
    let credited = balance(currency, entries)?.lines;
    let zero = Money::zero(currency);
    let asked = ticket.lines.iter().filter(|line| line.requested.minor() > 0);
    asked
        .map(|line| {
            let rest = line.requested.checked_sub(credited.get(&line.id).copied().unwrap_or(zero))?;
            Ok((line.id, if rest.is_negative() { zero } else { rest }))
        })
        .collect()
}

/// What a new round of a ticket may still ask for: its requests less what earlier rounds gave back, never below zero. For a
/// ticket whose ledger is empty, all that it asks for.
///
/// # Errors
/// Mixed currencies, or sums out of range.
pub fn open(ticket: &Ticket, currency: Currency, entries: &[SettlementEntry]) -> Result<Money, LedgerError> {
    let lines = Money::sum(currency, unpaid(ticket, currency, entries)?.into_iter().map(|(_, rest)| rest))?;
    let elsewhere = entries.iter().filter(|e| e.line.is_none() && e.kind != EntryKind::Compensation).map(|e| e.amount);
    let rest = lines.checked_sub(Money::sum(currency, elsewhere)?)?;
    // What came back from the customer is not paid out again by itself.
    Ok(if rest.is_negative() {
        Money::zero(currency)
    } else if rest.compare(lines)?.is_gt() {
        lines
    } else {
        rest
    })
}

/// What to book when a refund is allowed: what is asked per line and was not given back in an earlier round, less every
/// deduction spread over the lines, so that the sum is the ticket's refund amount to the minor unit. `entries` is the ledger
/// so far.
///
/// # Errors
/// Mixed currencies, sums out of range, or more deducted than asked.
pub fn for_grant(ticket: &Ticket, entries: &[SettlementEntry]) -> Result<Vec<Draft>, LedgerError> {
    let Some(refund) = &ticket.refund else { return Ok(Vec::new()) };
    let currency = refund.amount.currency();
    let (kind, payer) = match ticket.kind {
        TicketKind::FreightClaim => (EntryKind::Freight, Payer::Carrier),
        _ => (EntryKind::Goods, Payer::Merchant),
    };
    let goods = |line, amount, reason: &str| Draft { line, kind, payer, amount, reason: reason.to_owned() };
    if ticket.lines.iter().all(|line| line.requested.minor() <= 0) {
        return Ok(vec![goods(None, refund.amount, "agreed amount")]);
    }
    let unpaid = unpaid(ticket, currency, entries)?.into_iter().filter(|(_, rest)| !rest.is_zero());
    let reason = |id| ticket.lines.iter().find(|line| line.id == id).map_or("", |line| line.reason.as_str());
    let mut drafts: Vec<Draft> = unpaid.map(|(line, rest)| goods(Some(line), rest, reason(line))).collect();
    let mut rest: Vec<(Option<TicketLineId>, Money)> = drafts.iter().map(|d| (d.line, d.amount)).collect();
    for deduction in &ticket.deductions {
        drafts.extend(spread(&mut rest, currency, deduction)?);
    }
    let left = Money::sum(currency, rest.iter().map(|r| r.1))?;
    let shortfall = left.checked_sub(refund.amount)?;
    if !shortfall.is_zero() {
        let reason = "agreed before".to_owned();
        drafts.extend(spread(&mut rest, currency, &Deduction { code: "agreed_amount".to_owned(), amount: shortfall, reason, line: None })?);
    }
    Ok(drafts)
}

/// What to book when the customer agrees that something is kept back: from its line, or spread over the lines by what is asked
/// for them.
///
/// # Errors
/// Mixed currencies, sums out of range, or more deducted than asked.
pub fn deduct(ticket: &Ticket, deduction: &Deduction) -> Result<Vec<Draft>, LedgerError> {
    let mut rest: Vec<(Option<TicketLineId>, Money)> =
        ticket.lines.iter().filter(|l| l.requested.minor() > 0).map(|l| (Some(l.id), l.requested)).collect();
    if rest.is_empty() {
        rest.push((None, deduction.amount));
    }
    spread(&mut rest, deduction.amount.currency(), deduction)
}

/// What to book when money came back from the customer.
///
/// # Errors
/// An amount out of range.
pub fn clawback(amount: Money) -> Result<Draft, LedgerError> {
    let amount = Money::zero(amount.currency()).checked_sub(amount)?;
    Ok(Draft { line: None, kind: EntryKind::Clawback, payer: Payer::Customer, amount, reason: "fetched back from the customer".to_owned() })
}

/// What to book when nothing more will be paid, after the open instructions were cancelled: the ledger then owes exactly
/// what was paid.
///
/// # Errors
/// Mixed currencies, or sums out of range.
pub fn reversal(currency: Currency, entries: &[SettlementEntry], instructions: &[RefundInstruction]) -> Result<Vec<Draft>, LedgerError> {
    let left = instructable(currency, entries, instructions)?;
    if left.minor() <= 0 {
        return Ok(Vec::new());
    }
    let ours = entries.iter().filter(|e| !matches!(e.kind, EntryKind::External | EntryKind::Clawback));
    let mut groups: BTreeMap<(Option<TicketLineId>, EntryKind, Payer), i64> = BTreeMap::new();
    for entry in ours {
        *groups.entry((entry.line, entry.kind, entry.payer)).or_default() += entry.amount.minor();
    }
    let draft = |line, kind, payer, amount| Draft { line, kind, payer, amount, reason: "will not be paid".to_owned() };
    if !instructions.iter().any(|i| is_live(i.state)) {
        // Nothing was paid: every group goes back to zero by itself.
        let undone = groups.into_iter().filter(|(_, sum)| *sum != 0);
        return undone.map(|((line, kind, payer), sum)| Ok(draft(line, kind, payer, Money::new(-sum, currency)?))).collect();
    }
    // Part was paid: what is left goes back by the lines' shares.
    let mut lines: BTreeMap<Option<TicketLineId>, i64> = BTreeMap::new();
    for ((line, _, _), sum) in groups {
        *lines.entry(line).or_default() += sum;
    }
    let weights: Vec<u64> = lines.values().map(|sum| u64::try_from(*sum).unwrap_or(0)).collect();
    let parts = Money::zero(currency).checked_sub(left)?.allocate(&weights)?;
    let reversed = lines.into_keys().zip(parts).filter(|(_, part)| !part.is_zero());
    Ok(reversed.map(|(line, part)| draft(line, EntryKind::Goods, Payer::Merchant, part)).collect())
}

/// Takes a deduction from what is left of its line, or of all lines by their shares; no line goes below zero.
pub(super) fn spread(
    rest: &mut [(Option<TicketLineId>, Money)],
    currency: Currency,
    deduction: &Deduction,
) -> Result<Vec<Draft>, LedgerError> {
    if deduction.line.is_some() {
        let line = Deduction { line: None, ..deduction.clone() };
        let mut own: Vec<_> = rest.iter_mut().filter(|(id, _)| *id == deduction.line).map(|(id, amount)| (*id, *amount)).collect();
        let drafts = spread(&mut own, currency, &line)?;
        for (id, left) in own {
            rest.iter_mut().filter(|(other, _)| *other == id).for_each(|(_, amount)| *amount = left);
        }
        return Ok(drafts);
    }
    let left = Money::sum(currency, rest.iter().map(|r| r.1))?;
    if deduction.amount.is_negative() || deduction.amount.compare(left)?.is_gt() {
        return Err(LedgerError::OverDeducted { deduction: deduction.amount, rest: left });
    }
    if deduction.amount.is_zero() {
        return Ok(Vec::new());
    }
    let weights: Vec<u64> = rest.iter().map(|(_, amount)| u64::try_from(amount.minor()).unwrap_or(0)).collect();
    let mut drafts = Vec::new();
    for ((line, amount), part) in rest.iter_mut().zip(deduction.amount.allocate(&weights)?) {
        *amount = amount.checked_sub(part)?;
        if !part.is_zero() {
            let amount = Money::zero(currency).checked_sub(part)?;
            let reason = deduction.reason.clone();
            drafts.push(Draft { line: *line, kind: EntryKind::Deduction, payer: Payer::Customer, amount, reason });
        }
    }
    Ok(drafts)
}
