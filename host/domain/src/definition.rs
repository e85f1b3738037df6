//! What merchants draw and publish: forms and workflows, as drafts and as editions that never change (Z7, Z18).
//!
//! What is drawn is JSON here; the rooms of forms and workflows read it.

use serde::{Deserialize, Serialize};

use crate::clock::Timestamp;
use crate::status::names;
use crate::ticket::TicketKind;
use crate::timeline::Actor;

names! {
    /// What is drawn.
    Noun {
        /// Which questions are asked.
        Form = "form",
        /// Who does what, in which order.
        Workflow = "workflow",
    }
}

/// One drawing: what it is for, its draft, and which edition is in use.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Drawing {
    /// What is drawn.
    pub noun: Noun,
    /// Name within the tenant and the noun.
    pub key: String,
    /// Counts changes of this row, drafts among them.
    pub version: i64,
    /// Kinds of tickets that it is for.
    pub kinds: Vec<TicketKind>,
    /// Among several for one kind the lowest goes first.
    pub position: i32,
    /// New tickets get it. What runs goes on either way.
    pub enabled: bool,
    /// What is being drawn; `None` when nothing was changed since it was published.
    pub draft: Option<serde_json::Value>,
    /// The edition in use; `None` before the first.
    pub published: Option<u32>,
    /// When the row last changed.
    pub updated_at: Timestamp,
}

impl Drawing {
    /// True when new tickets of a kind get it.
    pub fn is_for(&self, kind: TicketKind) -> bool {
        self.enabled && self.published.is_some() && self.kinds.contains(&kind)
    }
}

/// One published state of a drawing. It never changes: tickets pin the one that they began with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edition {
    /// Counts editions of the drawing, from 1.
    pub number: u32,
    /// What was drawn.
    pub content: serde_json::Value,
    /// Who published it.
    pub published_by: Actor,
    /// When.
    pub published_at: Timestamp,
}
