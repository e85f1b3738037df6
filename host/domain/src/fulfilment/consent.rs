//! There is no stock, or it cannot be mended: the customer is asked whether they take money instead (`domain.md` §2).

use serde::{Deserialize, Serialize};

use crate::clock::Timestamp;
use crate::money::Money;
use crate::status::names;
use crate::timeline::Actor;

names! {
    /// What the customer chooses.
    Choice as ConsentChoice {
        /// Money instead.
        Refund = "refund",
        /// The goods, when there are some; what cannot be mended, as it is.
        Wait = "wait",
    }
}

names! {
    /// Where the question stands.
    ConsentState {
        /// Not answered.
        Open = "open",
        /// The customer takes money.
        Refund = "refund",
        /// The customer waits.
        Wait = "wait",
        /// There is stock after all.
        Withdrawn = "withdrawn",
        /// The customer let the time pass: somebody asks them. They may still choose, because nothing was decided for them.
        Expired = "expired",
    }
}

/// The question and its answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Consent {
    /// What would be asked for instead; rules and people still decide about it.
    pub amount: Money,
    /// What the customer was told.
    pub text: String,
    /// When.
    pub asked_at: Timestamp,
    /// Until when the shop waits for the answer by itself; null for what was asked before there was such a time.
    #[serde(default)]
    pub expires_at: Option<Timestamp>,
    /// Where it stands.
    pub state: ConsentState,
    /// Who passed the answer on.
    pub answered_by: Option<Actor>,
    /// When.
    pub answered_at: Option<Timestamp>,
}

impl Consent {
    /// Asks.
    pub const fn ask(amount: Money, text: String, asked_at: Timestamp, expires_at: Timestamp) -> Self {
        let (state, expires_at) = (ConsentState::Open, Some(expires_at));
        Self { amount, text, asked_at, expires_at, state, answered_by: None, answered_at: None }
    }

    /// Until when the answer is waited for; `None` once there is one, or nobody waits any more.
    pub fn waits_until(&self) -> Option<Timestamp> {
        self.expires_at.filter(|_| self.state == ConsentState::Open)
    }

    /// True while the customer has chosen nothing and may.
    pub const fn is_unanswered(&self) -> bool {
        matches!(self.state, ConsentState::Open | ConsentState::Expired)
    }

    /// What was chosen; `None` while nothing was.
    pub const fn choice(&self) -> Option<Choice> {
        match self.state {
            ConsentState::Refund => Some(Choice::Refund),
            ConsentState::Wait => Some(Choice::Wait),
            ConsentState::Open | ConsentState::Withdrawn | ConsentState::Expired => None,
        }
    }

    /// Takes the answer in.
    pub fn answer(&mut self, choice: Choice, by: Actor, at: Timestamp) {
        self.state = match choice {
            Choice::Refund => ConsentState::Refund,
            Choice::Wait => ConsentState::Wait,
        };
        self.answered_by = Some(by);
        self.answered_at = Some(at);
    }
}
