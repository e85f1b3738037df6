//! What the customer is offered when parts are missing: send them, or have their price kept back (D7).

mod answer;

use serde::{Deserialize, Serialize};

pub use answer::{Choice, DEDUCTION, Fallback, Taken, answer, no_agreement, unanswered};

use super::inspection::{ExpectedReturn, Part, Problem, ProblemKind};
use super::script::{Script, ScriptError, spoken};
use crate::clock::Timestamp;
use crate::id::{TicketId, TicketLineId};
use crate::ledger::{LedgerError, balance};
use crate::money::{Money, MoneyError};
use crate::settlement::{EntryKind, SettlementEntry};
use crate::status::CaseStatus;
use crate::ticket::Ticket;

/// How offers are made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields, default)]
pub struct Terms {
    /// What is said. Variables: `goods`, `parts`, `amount` (a number), `currency`, `rest` (a number), `deadline`.
    pub script: Script,
    /// How long the customer may think, in hours.
    pub answer_hours: u32,
}

impl Default for Terms {
    /// The sentence of D7, and seven days, as for every other answer of a customer.
    fn default() -> Self {
        Self { script: Script::default(), answer_hours: 7 * 24 }
    }
}

/// Parts of one line that are missing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct OfferedPart {
    /// The line.
    pub line: TicketLineId,
    /// The part; its `quantity` is how many are missing.
    pub part: Part,
}

/// What the customer may choose from, and until when.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Offer {
    /// Ticket.
    pub ticket: TicketId,
    /// What is missing.
    pub parts: Vec<OfferedPart>,
    /// What would be kept back for each line: the price of its parts, at most what is open for it, and for all lines together
    /// at most the refund. Empty when no refund is decided, and then only the part helps.
    pub shares: Vec<(TicketLineId, Money)>,
    /// Sum of the shares; `None` when there is nothing to keep back.
    pub deduction: Option<Money>,
    /// What the customer reads.
    pub text: String,
    /// BCP 47 tag of the text.
    pub locale: String,
    /// Until when they may choose.
    pub expires_at: Timestamp,
}

/// Why there is no offer or no answer to it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum OfferError {
    /// The script.
    #[error(transparent)]
    Script(#[from] ScriptError),
    /// The sums.
    #[error(transparent)]
    Ledger(#[from] LedgerError),
    /// The answer comes too late.
    #[error("the offer ended at {0}: ask for a new one")]
    Expired(Timestamp),
    /// There is nothing that could be kept back.
    #[error("nothing can be kept back, because no refund is open: ask for the part")]
    NothingToKeep,
    /// The offer belongs to another ticket, or its ticket has moved on.
    #[error("ticket {ticket} is '{case}' and takes no answer to this offer: look at what it waits for now")]
    MovedOn {
        /// The ticket.
        ticket: TicketId,
        /// Where it stands.
        case: CaseStatus,
    },
}

impl From<MoneyError> for OfferError {
    fn from(error: MoneyError) -> Self {
        Self::Ledger(error.into())
    }
}

/// Makes the offer for goods on hold. `None` unless missing parts are all that is wrong: damaged, wrong or missing goods are
/// for people to settle. `entries` is the ticket's ledger.
///
/// # Errors
/// A script with unknown variables, or sums that mix currencies.
pub fn offer(
    ticket: &Ticket,
    problems: &[Problem],
    expected: &ExpectedReturn,
    entries: &[SettlementEntry],
    terms: &Terms,
    now: Timestamp,
) -> Result<Option<Offer>, OfferError> {
    if problems.is_empty() || problems.iter().any(|problem| problem.kind != ProblemKind::MissingPart) {
        return Ok(None);
    }
    let missing = |problem: &Problem| {
        let line = expected.lines.iter().find(|line| line.line == problem.line)?;
        let part = line.parts.iter().find(|part| Some(&part.code) == problem.detail.as_ref())?;
        Some(OfferedPart { line: line.line, part: Part { quantity: problem.quantity, ..part.clone() } })
    };
    let parts: Vec<OfferedPart> = problems.iter().filter_map(missing).collect();
    let shares = shares(ticket, &parts, entries)?;
    let deduction = match shares.first() {
        Some((_, first)) => Some(Money::sum(first.currency(), shares.iter().map(|(_, share)| *share))?),
        None => None,
    };
    let expires_at = now.plus(chrono::Duration::hours(terms.answer_hours.into()));
    let text = say(ticket, &parts, expected, deduction, terms, expires_at)?;
    Ok(Some(Offer { ticket: ticket.id, parts, shares, deduction, text, locale: terms.script.locale.clone(), expires_at }))
}

/// Per line the price of its missing parts, cut to what is open for the line and, line by line, to the refund.
fn shares(ticket: &Ticket, parts: &[OfferedPart], entries: &[SettlementEntry]) -> Result<Vec<(TicketLineId, Money)>, OfferError> {
    let Some(refund) = &ticket.refund else { return Ok(Vec::new()) };
    let mut rest = refund.amount;
    let currency = rest.currency();
    let mut shares = Vec::new();
    for line in &ticket.lines {
        let of_line = parts.iter().filter(|p| p.line == line.id);
        let mut price = Money::zero(currency);
        for missing in of_line {
            price = price.checked_add(missing.part.price.checked_mul(missing.part.quantity)?)?;
        }
        let share = least(least(price, open_for(line.id, line.requested, entries)?)?, rest)?;
        if share.minor() > 0 {
            rest = rest.checked_sub(share)?;
            shares.push((line.id, share));
        }
    }
    Ok(shares)
}

/// What is open for a line: what is asked for it less what is kept back already, never below zero.
///
/// # Errors
/// Mixed currencies, or sums out of range.
pub fn open_for(line: TicketLineId, requested: Money, entries: &[SettlementEntry]) -> Result<Money, LedgerError> {
    let kept: Vec<SettlementEntry> =
        entries.iter().filter(|entry| entry.line == Some(line) && entry.kind == EntryKind::Deduction).cloned().collect();
    // Deductions are negative entries.
    let open = requested.checked_add(balance(requested.currency(), &kept)?.credited)?;
    Ok(if open.is_negative() { Money::zero(requested.currency()) } else { open })
}

fn least(left: Money, right: Money) -> Result<Money, MoneyError> {
    Ok(if left.compare(right)?.is_gt() { right } else { left })
}

fn say(
    ticket: &Ticket,
    parts: &[OfferedPart],
    expected: &ExpectedReturn,
    deduction: Option<Money>,
    terms: &Terms,
    expires_at: Timestamp,
) -> Result<String, OfferError> {
    let script = &terms.script;
    let goods: Vec<&str> = expected.lines.iter().filter(|l| parts.iter().any(|p| p.line == l.line)).map(|l| l.title.as_str()).collect();
    let kept = deduction.map_or_else(|| "0".to_owned(), spoken);
    let rest = match (&ticket.refund, deduction) {
        (Some(refund), Some(kept)) => spoken(refund.amount.checked_sub(kept)?),
        (Some(refund), None) => spoken(refund.amount),
        (None, _) => "0".to_owned(),
    };
    let currency = deduction.map(|kept| kept.currency().to_string()).unwrap_or_default();
    Ok(script.say(&[
        ("goods", goods.join(script.comma()).as_str()),
        ("parts", listed(parts, script.comma()).as_str()),
        ("amount", kept.as_str()),
        ("currency", currency.as_str()),
        ("rest", rest.as_str()),
        ("deadline", expires_at.to_string().as_str()),
    ])?)
}

/// `滤网组件`, or `滤网组件×2` for more than one.
fn listed(parts: &[OfferedPart], comma: &str) -> String {
    let one = |p: &OfferedPart| if p.part.quantity == 1 { p.part.name.clone() } else { format!("{}×{}", p.part.name, p.part.quantity) };
    parts.iter().map(one).collect::<Vec<String>>().join(comma)
}
