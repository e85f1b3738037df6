//! The timeline of a ticket: append-only, and chained by hashes so that a change of the past shows.

use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use crate::clock::Timestamp;
use crate::digest::Digest;
use crate::id::{TicketId, UserId};

/// Who did something.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(tag = "type", content = "id", rename_all = "snake_case")]
pub enum Actor {
    /// A person or program of the tenant.
    User(UserId),
    /// The customer.
    Customer,
    /// Redress itself.
    System,
    /// A rule, by the name of its plugin.
    Rule(String),
}

impl std::fmt::Display for Actor {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::User(id) => id.fmt(f),
            Self::Customer => f.write_str("customer"),
            Self::System => f.write_str("system"),
            Self::Rule(plugin) => write!(f, "rule:{plugin}"),
        }
    }
}

/// One entry before it has a place in the chain.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewEntry {
    /// When.
    pub at: Timestamp,
    /// Who.
    pub actor: Actor,
    /// What, for example `ticket.created`, `message.added`, `rule.failed`.
    pub kind: String,
    /// Details.
    pub data: serde_json::Value,
}

/// One entry of a ticket's timeline.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Entry {
    /// Place in the ticket's timeline, from 1 without gaps.
    pub seq: i64,
    /// When.
    pub at: Timestamp,
    /// Who.
    pub actor: Actor,
    /// What.
    pub kind: String,
    /// Details.
    pub data: serde_json::Value,
    /// SHA-256 over ticket, place, the entry before and this entry's content.
    pub hash: Digest,
}

/// Last place and hash of a chain; the beginning is place 0 and the digest of nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Head {
    /// Place of the last entry, 0 when there is none.
    pub seq: i64,
    /// Hash of the last entry.
    pub hash: Digest,
}

impl Head {
    /// The head of an empty chain.
    pub fn empty() -> Self {
        Self { seq: 0, hash: Digest::of(b"") }
    }

    /// Appends an entry: gives it the next place and its hash.
    pub fn append(&mut self, ticket: TicketId, entry: NewEntry) -> Entry {
        let NewEntry { at, actor, kind, data } = entry;
        let seq = self.seq + 1;
        let hash = chain(self.hash, ticket, seq, at, &actor, &kind, &data);
        *self = Self { seq, hash };
        Entry { seq, at, actor, kind, data, hash }
    }
}

/// The first place at which a timeline does not follow from what precedes it; `None` when it is whole.
pub fn first_break(ticket: TicketId, entries: &[Entry]) -> Option<i64> {
    let mut head = Head::empty();
    for entry in entries {
        let expected = chain(head.hash, ticket, head.seq + 1, entry.at, &entry.actor, &entry.kind, &entry.data);
        if entry.seq != head.seq + 1 || entry.hash != expected {
            return Some(head.seq + 1);
        }
        head = Head { seq: entry.seq, hash: entry.hash };
    }
    None
}

fn chain(before: Digest, ticket: TicketId, seq: i64, at: Timestamp, actor: &Actor, kind: &str, data: &serde_json::Value) -> Digest {
    let mut hasher = Sha256::new();
    hasher.update(before.as_bytes());
    hasher.update(ticket.as_uuid().as_bytes());
    hasher.update(seq.to_be_bytes());
    // Every part is followed by a byte that it cannot contain, so that parts cannot slide into each other.
    for part in [at.to_string(), actor.to_string(), kind.to_owned(), data.to_string()] {
        hasher.update(part.as_bytes());
        hasher.update([0]);
    }
    Digest::from_slice(&hasher.finalize()).unwrap_or(before)
}
