//! Policies as a tenant keeps them, and which one a ticket gets.

use serde::{Deserialize, Serialize};

use super::Policy;
use crate::id::{CalendarId, SlaPolicyId};
use crate::ticket::{Priority, TicketKind};

/// A policy of a tenant. A ticket gets the first switched-on policy, by `order`, whose conditions it meets.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SlaPolicy {
    /// Redress id.
    pub id: SlaPolicyId,
    /// Counts changes; every state is kept, so that what has ended keeps its verdict.
    pub version: i64,
    /// Place among the tenant's policies; the lowest is asked first.
    pub order: i32,
    /// A policy that is switched off is nobody's.
    pub enabled: bool,
    /// Business hours of the targets that count them.
    pub calendar: CalendarId,
    /// Which tickets it is for.
    pub applies_to: Selection,
    /// The promises.
    pub policy: Policy,
}

/// One state of a tenant's policy.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct PolicyRef {
    /// Which policy.
    pub id: SlaPolicyId,
    /// Which state of it.
    pub version: i64,
}

/// Which tickets a policy is for: those that meet every condition given. An empty list is no condition.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(default, deny_unknown_fields)]
pub struct Selection {
    /// What is asked for.
    pub kinds: Vec<TicketKind>,
    /// Keys of the queues it waits in.
    pub queues: Vec<String>,
    /// How urgent it is.
    pub priorities: Vec<Priority>,
    /// The shop's levels of the customer, for example `vip`.
    pub member_levels: Vec<String>,
    /// Where it came from.
    pub channels: Vec<String>,
    /// Problem labels.
    pub problem_types: Vec<String>,
}

/// What conditions ask about a ticket.
#[derive(Debug, Clone, Copy)]
pub struct Subject<'a> {
    /// What is asked for.
    pub kind: TicketKind,
    /// Key of its queue.
    pub queue: Option<&'a str>,
    /// How urgent it is.
    pub priority: Priority,
    /// The shop's level of the customer.
    pub member_level: Option<&'a str>,
    /// Where it came from.
    pub channel: &'a str,
    /// Problem label.
    pub problem_type: Option<&'a str>,
}

impl SlaPolicy {
    /// How logs name its present state.
    pub const fn name(&self) -> PolicyRef {
        PolicyRef { id: self.id, version: self.version }
    }
}

impl Selection {
    /// True when a ticket meets every condition.
    pub fn admits(&self, subject: &Subject<'_>) -> bool {
        let named = |wanted: &[String], value: Option<&str>| wanted.is_empty() || value.is_some_and(|v| wanted.iter().any(|w| w == v));
        (self.kinds.is_empty() || self.kinds.contains(&subject.kind))
            && (self.priorities.is_empty() || self.priorities.contains(&subject.priority))
            && named(&self.queues, subject.queue)
            && named(&self.member_levels, subject.member_level)
            && named(&self.channels, Some(subject.channel))
            && named(&self.problem_types, subject.problem_type)
    }
}
