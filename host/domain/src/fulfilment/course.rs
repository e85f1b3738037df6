//! The course of one reservation, as a pure function of what the other system said. It keeps three promises whatever that system
//! says, as long as it does not say the same wrong thing twice in a row:
//!
//! - Nothing is believed that was said once: an answer counts when the next one says the same.
//! - A reservation has one key, however often it is asked for. The next key is used only when the one before is known to be
//!   released, so that never two are held.
//! - Whatever may be held and is not wanted is released, and asked for release until that is known.

use chrono::Duration;
use serde::{Deserialize, Serialize};

use super::MissingStock;
use crate::clock::Timestamp;
use crate::id::{ReplacementId, TicketId};
use crate::status::names;

names! {
    /// What is wanted of the other system.
    Wish {
        /// Goods set aside.
        Reserve = "reserve",
        /// Goods let go.
        Release = "release",
    }
}

names! {
    /// What a request is for.
    Purpose as ReservationPurpose {
        /// Does what is wanted.
        Act = "act",
        /// Asks where the reservation stands.
        Look = "look",
    }
}

/// What the other system said.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Said {
    /// The goods are set aside, under this name.
    Reserved(Option<String>),
    /// There are not enough.
    OutOfStock(Vec<MissingStock>),
    /// It was let go.
    Released,
    /// It knows no such reservation.
    Absent,
    /// Nothing that can be understood.
    Unknown(String),
}

impl Said {
    /// True when both say the same; details may differ.
    fn agrees(&self, other: &Self) -> bool {
        std::mem::discriminant(self) == std::mem::discriminant(other) && !matches!(self, Self::Unknown(_))
    }
}

/// What follows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Next {
    /// The goods are set aside.
    Reserved(Option<String>),
    /// There are not enough; what may be held all the same is to be released.
    OutOfStock(Vec<MissingStock>),
    /// Nothing is held under the key any more.
    Released,
    /// Go on at [`ReservationWork::due_at`].
    GoOn,
}

/// How patient to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Patience {
    /// How long after a request it may still arrive: that it is not known counts only then.
    pub settle: Duration,
    /// First pause between two looks; doubles each time.
    pub first_pause: Duration,
    /// Longest pause.
    pub longest_pause: Duration,
    /// Looks without a result after which people are told.
    pub looks: u32,
}

/// What is known of a reservation on its way. It is there until nothing more is wanted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReservationWork {
    /// The replacement.
    pub replacement: ReplacementId,
    /// Its ticket.
    pub ticket: TicketId,
    /// When to go on with it.
    pub due_at: Timestamp,
    /// What is wanted.
    pub wish: Wish,
    /// The key of the reservation.
    pub key: String,
    /// How often it was asked for.
    pub acts: u32,
    /// When it was asked for last.
    pub acted_at: Option<Timestamp>,
    /// What was said last.
    pub said: Option<Said>,
    /// Requests without a result.
    pub looks: u32,
    /// What went wrong last.
    pub trouble: Option<String>,
    /// People have been told.
    pub told: bool,
}

impl ReservationWork {
    /// What is known when nothing was asked.
    pub const fn new(replacement: ReplacementId, ticket: TicketId, wish: Wish, key: String, due_at: Timestamp) -> Self {
        Self { replacement, ticket, due_at, wish, key, acts: 0, acted_at: None, said: None, looks: 0, trouble: None, told: false }
    }

    /// Wants something else under the same key; what was said about the other wish says nothing about this one. When the last
    /// request was made still counts.
    pub fn want(&mut self, wish: Wish, now: Timestamp) {
        if self.wish == wish {
            return;
        }
        let acted_at = self.acted_at;
        *self = Self { acted_at, ..Self::new(self.replacement, self.ticket, wish, self.key.clone(), now) };
    }

    /// What to ask next.
    pub const fn purpose(&self) -> Purpose {
        if self.acts == 0 { Purpose::Act } else { Purpose::Look }
    }

    /// Notes a request that is about to be made. When nobody comes back to tell, it is looked after at the end of `lease`.
    pub fn asking(&mut self, purpose: Purpose, now: Timestamp, lease: Duration) {
        if purpose == Purpose::Act {
            self.acts = self.acts.saturating_add(1);
            self.acted_at = Some(now);
            self.said = None;
        }
        self.due_at = now.plus(lease);
    }

    /// Takes in what was said, and says what follows.
    pub fn learn(&mut self, said: Said, now: Timestamp, patience: &Patience) -> Next {
        self.trouble = match &said {
            Said::Unknown(why) => Some(why.clone()),
            _ => None,
        };
        let again = self.said.as_ref().is_some_and(|before| before.agrees(&said));
        if !again {
            let puzzled = matches!(said, Said::Unknown(_));
            self.said = Some(said).filter(|_| !puzzled);
            return if puzzled { self.wait(now, patience) } else { self.at_once(now, patience) };
        }
        match (self.wish, said) {
            (Wish::Reserve, Said::Reserved(reference)) => Next::Reserved(reference),
            (Wish::Reserve, Said::OutOfStock(missing)) => Next::OutOfStock(missing),
            // Somebody let it go over there: this key is used up.
            (Wish::Reserve, Said::Released) => Next::OutOfStock(Vec::new()),
            // Nothing is held, and nothing will be: what refuses for want of stock sets nothing aside later.
            (Wish::Release, Said::Released | Said::OutOfStock(_)) => Next::Released,
            (Wish::Release, Said::Absent) if self.has_settled(now, patience) => Next::Released,
            (_, Said::Absent) if !self.has_settled(now, patience) => self.wait(now, patience),
            // It never arrived, or what it asked for did not happen: the same request again, under the same key.
            (Wish::Reserve, Said::Absent) | (Wish::Release, Said::Reserved(_)) => {
                self.acts = 0;
                self.said = None;
                self.wait(now, patience)
            }
            (_, Said::Absent | Said::Unknown(_)) => self.wait(now, patience),
        }
    }

    /// Whatever was asked last has arrived by now, or never will.
    fn has_settled(&self, now: Timestamp, patience: &Patience) -> bool {
        self.acted_at.is_none_or(|acted| now >= acted.plus(patience.settle))
    }

    /// A first answer is asked for again without a pause, unless that has been tried for long.
    fn at_once(&mut self, now: Timestamp, patience: &Patience) -> Next {
        if self.looks >= patience.looks {
            return self.wait(now, patience);
        }
        self.looks = self.looks.saturating_add(1);
        self.due_at = now;
        Next::GoOn
    }

    /// Puts the next look off.
    pub fn wait(&mut self, now: Timestamp, patience: &Patience) -> Next {
        let doubled = patience.first_pause * (1 << self.looks.min(20));
        self.looks = self.looks.saturating_add(1);
        self.due_at = now.plus(doubled.min(patience.longest_pause));
        Next::GoOn
    }

    /// True once, when people must be told that nothing is known for long.
    pub const fn tell(&mut self, patience: &Patience) -> bool {
        let tell = !self.told && self.looks >= patience.looks;
        self.told |= tell;
        tell
    }
}
