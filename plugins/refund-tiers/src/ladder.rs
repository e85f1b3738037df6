//! The one answer of several needs: the highest role, the strictest quorum for it, and the report if anybody wants it.

use redress_sdk::prelude::*;

use crate::config::{Text, Votes};

/// Collects who must agree.
pub(crate) struct Ladder<'a> {
    order: &'a [Text],
    top: Option<Step<'a>>,
    with_report: bool,
}

struct Step<'a> {
    rank: usize,
    role: &'a str,
    votes: Votes,
}

impl<'a> Ladder<'a> {
    /// Nobody yet; `order` lists the roles from lowest to highest.
    pub(crate) const fn new(order: &'a [Text]) -> Self {
        Self { order, top: None, with_report: false }
    }

    /// True while nobody is needed.
    pub(crate) const fn is_empty(&self) -> bool {
        self.top.is_none()
    }

    /// Somebody must agree. A role missing from the order ranks highest, which the check of the configuration prevents.
    pub(crate) fn need(&mut self, role: &'a str, votes: Votes, with_report: bool) {
        let rank = self.order.iter().position(|known| known == role).unwrap_or(self.order.len());
        self.with_report |= with_report;
        let higher = self.top.as_ref().is_none_or(|top| (rank, strictness(votes)) > (top.rank, strictness(top.votes)));
        if higher {
            self.top = Some(Step { rank, role, votes });
        }
    }

    /// The verdict of all needs together.
    pub(crate) fn verdict(self) -> Verdict {
        let with_report = self.with_report;
        self.top.map_or(Verdict::Approve, |top| {
            let quorum = match top.votes {
                Votes::Any => Quorum::Any,
                Votes::All => Quorum::All,
                Votes::AtLeast(n) => Quorum::AtLeast(n),
            };
            Verdict::NeedsApproval(ApprovalNeed { role: top.role.to_owned(), quorum, with_report })
        })
    }
}

/// All is stricter than any number, a number stricter than a smaller one.
const fn strictness(votes: Votes) -> u32 {
    match votes {
        Votes::Any => 1,
        Votes::AtLeast(n) => n,
        Votes::All => u32::MAX,
    }
}
