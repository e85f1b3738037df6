//! What a customer sees of a ticket and may do about it (Z39), and the links by which they come.

mod asked;
mod progress;
mod words;

use serde::{Deserialize, Serialize};

use crate::clock::Timestamp;
use crate::digest::Digest;
use crate::id::{PortalLinkId, TicketId};
use crate::status::names;
use crate::timeline::Actor;

pub use asked::{asked, field_words};
pub use progress::{Beside, Deed, Told, awaited_at, deeds, told};
pub use words::{Language, Words, next_step, owner_words, state_words};

names! {
    /// How much a link opens.
    LinkScope {
        /// The ticket: see, write, upload, withdraw.
        Ticket = "ticket",
        /// The survey about it, and nothing else.
        Survey = "survey",
    }
}

/// A link that opens one ticket to whoever holds its token. The token itself is kept nowhere; its digest finds the link.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PortalLink {
    /// Redress id.
    pub id: PortalLinkId,
    /// Ticket it opens.
    pub ticket: TicketId,
    /// How much it opens.
    pub scope: LinkScope,
    /// SHA-256 of the token.
    #[serde(skip_serializing, default = "nothing")]
    #[cfg_attr(feature = "openapi", schema(ignore))]
    pub token_digest: Digest,
    /// Who made it.
    pub created_by: Actor,
    /// When.
    pub created_at: Timestamp,
    /// Until when it works.
    pub expires_at: Timestamp,
    /// When it was taken back.
    pub revoked_at: Option<Timestamp>,
}

fn nothing() -> Digest {
    Digest::of(b"")
}

impl PortalLink {
    /// True when an answer to the survey is taken from whoever holds it (U15): the link that the survey went out with, or one that the
    /// customer made. Agents hold the tokens of those that they made, and would mark themselves.
    pub fn answers_surveys(&self) -> bool {
        self.scope == LinkScope::Survey || self.created_by == Actor::Customer
    }

    /// True while it opens anything.
    pub fn works(&self, now: Timestamp) -> bool {
        self.revoked_at.is_none() && now < self.expires_at
    }
}
