//! The course of one instruction over its gateway, as a pure function of what the gateway said. It keeps two promises whatever
//! the gateway does: what may have been done is never done again under another key, and nothing is forgotten.
//!
//! - Every attempt has the same idempotency key, and follows only upon two answers in a row, some time after the last attempt,
//!   that the gateway does not know the refund.
//! - A refusal is believed only when two queries in a row say that the refund failed, or that there is none: an answer to the
//!   payment itself may be wrong about what was done.
//! - Once the gateway has known the refund, it cannot become unknown to it: then people look.

use chrono::Duration;
use serde::{Deserialize, Serialize};

use crate::clock::Timestamp;
use crate::id::{RefundInstructionId, TicketId};
use crate::rule::{GatewayOutcome, Purpose};

/// What is known of an instruction on its way. It is there until the instruction is paid, failed or cancelled.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RefundWork {
    /// The instruction.
    pub instruction: RefundInstructionId,
    /// Its ticket.
    pub ticket: TicketId,
    /// When to go on with it.
    pub due_at: Timestamp,
    /// How often it was sent.
    #[serde(default)]
    pub sends: u32,
    /// When it was sent last.
    #[serde(default)]
    pub sent_at: Option<Timestamp>,
    /// Looks without a result since the last attempt.
    #[serde(default)]
    pub looks: u32,
    /// Queries in a row that denied it.
    #[serde(default)]
    pub denials: u32,
    /// The gateway has known it.
    #[serde(default)]
    pub known: bool,
    /// The gateway's id of the refund.
    #[serde(default)]
    pub reference: Option<String>,
    /// Why the gateway refused it, and whether it may be sent again.
    #[serde(default)]
    pub refusal: Option<(String, bool)>,
    /// What went wrong last.
    #[serde(default)]
    pub trouble: Option<String>,
    /// It is to be sent again.
    #[serde(default)]
    pub again: bool,
    /// Finance has been told.
    #[serde(default)]
    pub told: bool,
}

/// How patient to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Patience {
    /// How long after an attempt it may still arrive: denials before that do not count.
    pub settle: Duration,
    /// First pause between two looks; doubles each time.
    pub first_pause: Duration,
    /// Longest pause.
    pub longest_pause: Duration,
    /// Attempts at most.
    pub sends: u32,
    /// Looks without a result after which finance is told.
    pub looks: u32,
}

/// Denials in a row that are believed.
const BELIEVED: u32 = 2;

/// What follows from what a gateway said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Next {
    /// The money is on its way.
    Paid {
        /// The gateway's id of the refund.
        reference: String,
    },
    /// It will not be paid.
    Failed {
        /// Why.
        reason: String,
    },
    /// Send it again, under the same key.
    SendAgain,
    /// Ask later.
    Ask,
}

impl RefundWork {
    /// What is known of an instruction that was just given.
    pub const fn new(instruction: RefundInstructionId, ticket: TicketId, due_at: Timestamp) -> Self {
        Self {
            instruction,
            ticket,
            due_at,
            sends: 0,
            sent_at: None,
            looks: 0,
            denials: 0,
            known: false,
            reference: None,
            refusal: None,
            trouble: None,
            again: false,
            told: false,
        }
    }

    /// Notes an attempt that is about to be made. When nobody comes back to tell, it is looked after at the end of `lease`.
    pub fn sending(&mut self, now: Timestamp, lease: Duration) {
        self.sends = self.sends.saturating_add(1);
        self.sent_at = Some(now);
        self.looks = 0;
        self.denials = 0;
        self.refusal = None;
        self.again = false;
        self.due_at = now.plus(lease);
    }

    /// Takes in what the gateway said, and says what follows.
    pub fn learn(&mut self, asked: Purpose, outcome: GatewayOutcome, now: Timestamp, patience: &Patience) -> Next {
        self.trouble = None;
        let next = match (asked, outcome) {
            (_, GatewayOutcome::Paid { reference }) => return Next::Paid { reference },
            (_, GatewayOutcome::Pending { reference }) => {
                self.known = true;
                self.reference = reference.or(self.reference.take());
                self.denials = 0;
                Next::Ask
            }
            (Purpose::Pay, GatewayOutcome::Failed { reason, retryable }) => {
                self.trouble = Some(reason.clone());
                self.refusal = Some((reason, retryable));
                Next::Ask
            }
            (Purpose::Query, GatewayOutcome::Failed { reason, .. }) => {
                self.known = true;
                self.deny(now, patience, |_| Next::Failed { reason })
            }
            (Purpose::Query, GatewayOutcome::Absent) if self.known => {
                self.denials = 0;
                self.trouble =
                    Some("the gateway has known this refund and now says that there is none: ask the gateway's support".to_owned());
                Next::Ask
            }
            (Purpose::Query, GatewayOutcome::Absent) => {
                let sends = self.sends;
                self.deny(now, patience, |refusal| match refusal {
                    Some((reason, false)) => Next::Failed { reason },
                    Some((reason, true)) if sends >= patience.sends => Next::Failed { reason },
                    None if sends >= patience.sends => Next::Failed { reason: format!("it did not arrive in {sends} attempts") },
                    _ => Next::SendAgain,
                })
            }
            // Only a query may say so: the sandbox refuses it otherwise.
            (Purpose::Pay, GatewayOutcome::Absent) => self.puzzled("the gateway says that there is no such refund".to_owned()),
            (_, GatewayOutcome::Unknown { why }) => self.puzzled(why),
        };
        match next {
            Next::Ask => self.wait(now, patience),
            Next::SendAgain => {
                self.again = true;
                self.due_at = now;
            }
            _ => {}
        }
        next
    }

    /// Nothing was learnt.
    fn puzzled(&mut self, why: String) -> Next {
        self.denials = 0;
        self.trouble = Some(why);
        Next::Ask
    }

    /// A query denied it: believed from the second time on, and only when nothing can be on its way any more.
    fn deny(&mut self, now: Timestamp, patience: &Patience, then: impl FnOnce(Option<(String, bool)>) -> Next) -> Next {
        let settled = self.sent_at.is_none_or(|sent| now >= sent.plus(patience.settle));
        if !settled {
            self.denials = 0;
            return Next::Ask;
        }
        self.denials = self.denials.saturating_add(1);
        if self.denials < BELIEVED { Next::Ask } else { then(self.refusal.clone()) }
    }

    /// Puts the next look off.
    pub fn wait(&mut self, now: Timestamp, patience: &Patience) {
        let doubled = patience.first_pause * (1 << self.looks.min(20));
        self.looks = self.looks.saturating_add(1);
        self.due_at = now.plus(doubled.min(patience.longest_pause));
    }

    /// True once, when people must be told that nothing is known for long.
    pub fn tell(&mut self, patience: &Patience) -> bool {
        let tell = !self.told && self.looks >= patience.looks;
        self.told |= tell;
        tell
    }
}
