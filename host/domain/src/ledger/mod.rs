//! The settlement ledger: what is owed to the customer, what may still be instructed, and that it never exceeds what was
//! paid. Entries are only added; a mistake is corrected by a further entry.

mod award;
mod balance;
mod check;
mod plan;
mod share;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

pub use award::{for_award, gone, outstanding};
pub use balance::{Balance, balance, committed, instructable, recoverable};
pub use check::check;
pub use plan::{clawback, deduct, for_grant, open, reversal};
pub use share::{Share, share};

use crate::clock::Timestamp;
use crate::id::{SettlementId, TicketId, TicketLineId};
use crate::money::{Money, MoneyError};
use crate::settlement::{EntryKind, Payer, SettlementEntry};
use crate::timeline::Actor;

/// An entry before it has an id and a place in the ledger.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draft {
    /// Ticket line, when it is about one.
    pub line: Option<TicketLineId>,
    /// What for.
    pub kind: EntryKind,
    /// Who bears it.
    pub payer: Payer,
    /// How much the customer gets (positive) or loses (negative).
    pub amount: Money,
    /// Why.
    pub reason: String,
}

impl Draft {
    /// Books it.
    pub fn book(self, id: SettlementId, ticket: TicketId, actor: Actor, at: Timestamp) -> SettlementEntry {
        let Self { line, kind, payer, amount, reason } = self;
        SettlementEntry { id, ticket, line, kind, payer, amount, reason, actor, at }
    }
}

/// What the customer paid for what the ticket is about: the most that can go back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paid {
    /// In total, less what other tickets of the order have given back.
    pub total: Money,
    /// Per ticket line; a line that is missing has no limit of its own.
    pub lines: BTreeMap<TicketLineId, Money>,
    /// Per tender, for example `alipay`; a tender that is missing, such as `manual`, has no limit of its own.
    pub tenders: BTreeMap<String, Money>,
}

impl Paid {
    /// A limit on the total alone.
    pub const fn in_total(total: Money) -> Self {
        Self { total, lines: BTreeMap::new(), tenders: BTreeMap::new() }
    }
}

/// Why entries or instructions cannot be.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum LedgerError {
    /// Currencies are mixed, or a sum is out of range.
    #[error(transparent)]
    Money(#[from] MoneyError),
    /// More than was paid would go back.
    #[error("{credited} would go back to the customer, but only {paid} was paid: lower the amount")]
    OverPaid {
        /// What would go back.
        credited: Money,
        /// What was paid.
        paid: Money,
    },
    /// More than was paid for a line would go back.
    #[error("{credited} would go back for line {line}, but only {paid} was paid for it: lower the amount")]
    OverLine {
        /// The line.
        line: TicketLineId,
        /// What would go back.
        credited: Money,
        /// What was paid.
        paid: Money,
    },
    /// More would go back over a tender than came over it.
    #[error("{instructed} would go back over {tender}, but only {paid} came over it: use another tender for the rest")]
    OverTender {
        /// The tender.
        tender: String,
        /// What would go back over it.
        instructed: Money,
        /// What came over it.
        paid: Money,
    },
    /// The instructions promise more than the entries.
    #[error("instructions over {instructed} exceed the ledger's {owed}: cancel one or book what is missing")]
    OverInstructed {
        /// What is instructed or paid.
        instructed: Money,
        /// What the entries say.
        owed: Money,
    },
    /// A deduction larger than what it is taken from.
    #[error("a deduction of {deduction} exceeds the {rest} that would be paid")]
    OverDeducted {
        /// The deduction.
        deduction: Money,
        /// What it is taken from.
        rest: Money,
    },
}
