//! What is read before a turn, and what of it must be written.

use std::sync::Arc;

use redress_domain::fulfilment::Replacement;
use redress_domain::report::fact::Fact;
use redress_domain::rule::CaseFile;
use redress_domain::settlement::{RefundInstruction, SettlementEntry};
use redress_domain::sla::Record;
use redress_domain::timeline::Actor;
use redress_domain::{Money, Timestamp};
use redress_flow::Flow;
use redress_store::decision::Seal;

use crate::clock::SharedEntropy;
use crate::rules::{RuleCache, Snapshot};
use crate::workflow::flow::Running;
use crate::workflow::look::Taken;

/// What a turn begins with.
pub struct Facts {
    /// The tenant's rules and words.
    pub snapshot: Arc<Snapshot>,
    /// Where turns and loads are counted.
    pub rules: RuleCache,
    /// Where identifiers and seeds come from.
    pub entropy: SharedEntropy,
    /// "Now" of everything in the turn.
    pub now: Timestamp,
    /// Who caused it.
    pub actor: Actor,
    /// The ticket and what is known around it.
    pub case: CaseFile,
    /// Version of the ticket in the database; `None` when it is new.
    pub stored: Option<i64>,
    /// What must be written of the customer.
    pub customer: Change,
    /// What must be written of the order.
    pub order: Change,
    /// What other tickets of the order have refunded or agreed to refund.
    pub refunded_elsewhere: Option<Money>,
    /// What was read of a known order; it must still hold when money or goods of it are taken.
    pub seen: Option<Taken>,
    /// The ticket's ledger so far.
    pub ledger: Vec<SettlementEntry>,
    /// The ticket's refund instructions so far.
    pub instructions: Vec<RefundInstruction>,
    /// Its replacements so far.
    pub replacements: Vec<Replacement>,
    /// The seal of the ticket's last decision.
    pub sealed: Option<Seal>,
    /// What the ticket's clocks know; `None` for a new ticket, and for one that is older than they are.
    pub level: Option<Record>,
    /// What the ticket adds to reports so far; `None` when it is new, or when that is not known.
    pub counted: Option<Fact>,
    /// The customer was asked about the ticket before.
    pub surveyed: bool,
    /// Where it stands in its workflow.
    pub running: Option<Running>,
    /// The workflow that it begins when none runs.
    pub begins: Option<Arc<Flow>>,
}

/// What must be written of a thing beside the ticket.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change {
    /// Nothing.
    None,
    /// All: it was not there when the turn began.
    New,
    /// What the caller told of it.
    Told,
}

impl Change {
    /// From what is stored to what is known now.
    pub fn between<T: PartialEq>(stored: Option<&T>, now: &T) -> Self {
        match stored {
            None => Self::New,
            Some(stored) if stored == now => Self::None,
            Some(_) => Self::Told,
        }
    }
}
