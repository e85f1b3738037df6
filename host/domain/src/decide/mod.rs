//! Combines the answers of several rules into one decision. The strictest wins; a rule that fails never makes the result
//! milder, it sends the ticket to people.

mod refund;
mod risk;
mod route;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

pub use refund::{RefundOutcome, refund};
pub use risk::{RiskOutcome, risk};
pub use route::{RouteOutcome, route};

use crate::decision::Outcome;
use crate::id::BindingId;
use crate::money::Money;
use crate::role::Role;
use crate::rule::{Deduction, Hook, Quorum, Risk, Route};
use crate::ticket::{Approval, Refund};

/// A rule that gave no usable answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Failure {
    /// Hook it was asked for.
    pub hook: Hook,
    /// Name of the plugin.
    pub plugin: String,
    /// Version of the plugin.
    pub version: String,
    /// How the call ended.
    pub outcome: Outcome,
    /// What happened, in a sentence.
    pub message: String,
}

/// What one binding said when it was asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked<T> {
    /// The binding.
    pub binding: Option<BindingId>,
    /// Name of its plugin.
    pub plugin: String,
    /// Version of its plugin.
    pub version: String,
    /// Its answer, or why there is none.
    pub result: Result<T, Failure>,
}

/// What the host allows, whatever the rules say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Limits {
    /// Roles of the tenant.
    pub roles: Vec<Role>,
    /// How many enabled users hold each role.
    pub holders: BTreeMap<String, u32>,
    /// Most that may be paid without a person; `None` for no limit of its own.
    pub max_auto: Option<Money>,
}

/// Role that answers for a refund that no rule could judge, when the tenant has no approving role of its own.
pub const LAST_RESORT: &str = "admin";

impl Limits {
    /// The highest role that approves and does not administrate: `director` among the built-in roles.
    pub fn highest(&self) -> &str {
        self.ladder().last().copied().unwrap_or(LAST_RESORT)
    }

    /// The lowest role that approves above the agents: `supervisor` among the built-in roles.
    pub fn lowest(&self) -> &str {
        let ladder = self.ladder();
        ladder.iter().find(|name| **name != "agent").or_else(|| ladder.first()).copied().unwrap_or(LAST_RESORT)
    }

    /// How many must agree for a quorum of a role: at least one, so that a role that nobody holds yet does not pay by itself.
    pub fn required(&self, role: &str, quorum: Quorum) -> u32 {
        match quorum {
            Quorum::Any => 1,
            Quorum::All => self.holders.get(role).copied().unwrap_or(0).max(1),
            Quorum::AtLeast(n) => n.max(1),
        }
    }

    /// Place of a role on the approval ladder; `None` when it is unknown or approves nothing.
    pub fn rank(&self, role: &str) -> Option<i32> {
        self.roles.iter().find(|r| r.name == role).and_then(|r| r.approval_rank)
    }

    /// Names of approving roles below the administrators, low to high.
    fn ladder(&self) -> Vec<&str> {
        let mut ladder: Vec<&Role> =
            self.roles.iter().filter(|r| r.approval_rank.is_some() && r.name != LAST_RESORT && r.name != "owner").collect();
        ladder.sort_by(|a, b| (a.approval_rank, &a.name).cmp(&(b.approval_rank, &b.name)));
        ladder.iter().map(|r| r.name.as_str()).collect()
    }
}

/// All answers together: what [`crate::Event::Decided`] carries.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Combined {
    /// Where the ticket goes. The caller turns the names into `queue` and `assignee` of the ticket before it applies the event.
    pub route: Option<Route>,
    /// The risk; `None` when a fraud rule failed.
    pub risk: Option<Risk>,
    /// Tags of all rules, without repeats.
    pub tags: Vec<String>,
    /// The refund verdict; `None` for kinds that ask no money.
    pub refund: Option<Refund>,
    /// Agreements still to be had, lowest rank first.
    pub approvals: Vec<Approval>,
    /// Money to keep back.
    pub deductions: Vec<Deduction>,
    /// Fields to ask the customer for.
    pub information: Vec<String>,
    /// What the customer is told with a refusal.
    pub reject: Option<String>,
    /// Rules that gave no usable answer, by hook in the order asked.
    pub failures: Vec<Failure>,
    /// The refund rules failed: a person decides from the first review on.
    pub manual: bool,
}

/// Puts the outcomes of the hooks together; `refund` is `None` for kinds that ask no money.
pub fn combine(route: RouteOutcome, risk: RiskOutcome, refund: Option<RefundOutcome>) -> Combined {
    let mut combined = Combined { risk: risk.risk, ..Combined::default() };
    merge_tags(&mut combined.tags, risk.tags);
    combined.failures.extend(risk.failures);
    if let Some(route) = &route.route {
        merge_tags(&mut combined.tags, route.tags.clone());
    }
    combined.route = route.route;
    combined.failures.extend(route.failures);
    if let Some(refund) = refund {
        merge_tags(&mut combined.tags, refund.tags);
        combined.failures.extend(refund.failures);
        combined.refund = Some(refund.refund);
        combined.approvals = refund.approvals;
        combined.deductions = refund.deductions;
        combined.information = refund.information;
        combined.reject = refund.reject;
        combined.manual = refund.manual;
    }
    combined
}

/// Adds tags without repeats, in the order in which they come.
pub fn merge_tags(tags: &mut Vec<String>, more: Vec<String>) {
    for tag in more {
        if !tag.is_empty() && !tags.contains(&tag) {
            tags.push(tag);
        }
    }
}
