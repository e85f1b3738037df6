//! Shorthand for answers.

use crate::{
    Agent, ApprovalNeed, Assessment, Decision, Deduction, Desk, Event, Message, Money, Priority, Queue, Quorum, Recipient, RouteDecision,
    Signal, Verdict,
};

impl Decision {
    /// A verdict with its reason, without deductions and tags.
    pub fn new(verdict: Verdict, explanation: impl Into<String>) -> Self {
        Self { verdict, deductions: Vec::new(), explanation: explanation.into(), tags: Vec::new() }
    }

    /// Pay without asking anybody.
    pub fn approve(explanation: impl Into<String>) -> Self {
        Self::new(Verdict::Approve, explanation)
    }

    /// Ask one holder of `role`.
    pub fn needs_approval(role: impl Into<String>, explanation: impl Into<String>) -> Self {
        Self::new(Verdict::NeedsApproval(ApprovalNeed::any(role)), explanation)
    }

    /// Ask the customer for these fields first.
    pub fn need_information<F: Into<String>>(fields: impl IntoIterator<Item = F>, explanation: impl Into<String>) -> Self {
        Self::new(Verdict::NeedInformation(fields.into_iter().map(Into::into).collect()), explanation)
    }

    /// Do not pay. `to_customer` is what the customer reads.
    pub fn reject(to_customer: impl Into<String>, explanation: impl Into<String>) -> Self {
        Self::new(Verdict::Reject(to_customer.into()), explanation)
    }

    /// Keeps money back.
    #[must_use]
    pub fn with_deduction(mut self, code: impl Into<String>, amount: Money, reason: impl Into<String>) -> Self {
        self.deductions.push(Deduction { code: code.into(), amount, reason: reason.into() });
        self
    }

    /// Adds a tag to the ticket.
    #[must_use]
    pub fn with_tag(mut self, tag: impl Into<String>) -> Self {
        self.tags.push(tag.into());
        self
    }
}

impl ApprovalNeed {
    /// One holder of the role.
    pub fn any(role: impl Into<String>) -> Self {
        Self { role: role.into(), quorum: Quorum::Any, with_report: false }
    }

    /// All holders of the role (会签).
    pub fn all(role: impl Into<String>) -> Self {
        Self { quorum: Quorum::All, ..Self::any(role) }
    }

    /// With the customer's purchase-behaviour report.
    #[must_use]
    pub fn with_report(mut self) -> Self {
        self.with_report = true;
        self
    }
}

impl Signal {
    /// A reason with its share of the score.
    pub fn new(code: impl Into<String>, weight: u32, detail: impl Into<String>) -> Self {
        Self { code: code.into(), weight, detail: detail.into() }
    }
}

impl Assessment {
    /// Nothing odd: score 0, no signals.
    pub fn clean() -> Self {
        Self { score: 0, signals: Vec::new(), tags: Vec::new() }
    }

    /// The sum of the weights, at most 100.
    pub fn from_signals(signals: Vec<Signal>) -> Self {
        let score = signals.iter().fold(0_u32, |sum, signal| sum.saturating_add(signal.weight)).min(100);
        Self { score, signals, tags: Vec::new() }
    }

    /// Adds a tag to the ticket.
    #[must_use]
    pub fn with_tag(mut self, tag: impl Into<String>) -> Self {
        self.tags.push(tag.into());
        self
    }
}

impl Default for RouteDecision {
    /// Changes nothing.
    fn default() -> Self {
        Self { queue: None, assignee: None, skills: Vec::new(), priority: None, tags: Vec::new(), reason: String::new() }
    }
}

impl RouteDecision {
    /// To a queue.
    pub fn to_queue(key: impl Into<String>, reason: impl Into<String>) -> Self {
        Self { queue: Some(key.into()), reason: reason.into(), ..Self::default() }
    }

    /// To a person.
    pub fn to_agent(id: impl Into<String>, reason: impl Into<String>) -> Self {
        Self { assignee: Some(id.into()), reason: reason.into(), ..Self::default() }
    }

    /// Also to a person.
    #[must_use]
    pub fn with_assignee(mut self, id: impl Into<String>) -> Self {
        self.assignee = Some(id.into());
        self
    }

    /// With a priority.
    #[must_use]
    pub fn with_priority(mut self, priority: Priority) -> Self {
        self.priority = Some(priority);
        self
    }

    /// Adds a tag to the ticket.
    #[must_use]
    pub fn with_tag(mut self, tag: impl Into<String>) -> Self {
        self.tags.push(tag.into());
        self
    }
}

impl Desk {
    /// The queue with this key.
    pub fn queue(&self, key: &str) -> Option<&Queue> {
        self.queues.iter().find(|queue| queue.key == key)
    }

    /// People who work in the queue, are present and have room.
    pub fn free_agents<'a>(&'a self, queue: &'a str) -> impl Iterator<Item = &'a Agent> {
        self.agents.iter().filter(move |agent| agent.has_room() && agent.queues.iter().any(|key| key == queue))
    }
}

impl Agent {
    /// True when the person is present and below their capacity.
    pub fn has_room(&self) -> bool {
        self.available && (self.capacity == 0 || self.open_tickets < self.capacity)
    }

    /// True when the person has the skill.
    pub fn has_skill(&self, skill: &str) -> bool {
        self.skills.iter().any(|own| own == skill)
    }
}

impl Event {
    /// A detail of the event as JSON; `None` when there is none or it is not JSON.
    pub fn detail(&self, name: &str) -> Option<serde_json::Value> {
        self.details.iter().find(|(key, _)| key == name).and_then(|(_, value)| serde_json::from_str(value).ok())
    }
}

impl Message {
    /// A message without a template.
    pub fn new(
        channel: impl Into<String>,
        recipient: Recipient,
        locale: impl Into<String>,
        subject: impl Into<String>,
        body: impl Into<String>,
    ) -> Self {
        Self { channel: channel.into(), recipient, template: None, locale: locale.into(), subject: subject.into(), body: body.into() }
    }

    /// Names the template, for reports.
    #[must_use]
    pub fn with_template(mut self, template: impl Into<String>) -> Self {
        self.template = Some(template.into());
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scores_stop_at_one_hundred() {
        let signals = vec![Signal::new("a", 80, ""), Signal::new("b", u32::MAX, "")];
        assert_eq!(Assessment::from_signals(signals).score, 100);
    }

    #[test]
    fn agents_without_room_are_left_out() {
        let desk = crate::testing::desk();
        let mut full = desk.agents[0].clone();
        full.capacity = full.open_tickets;
        assert_eq!(full.has_room(), full.capacity == 0);
        assert!(desk.free_agents("after_sales").all(Agent::has_room));
    }
}
