//! One tenant's rules and words at one moment.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::Duration;
use redress_domain::binding::Binding;
use redress_domain::calendar::Calendar;
use redress_domain::decide::Limits;
use redress_domain::decision::{Fault, Outcome};
use redress_domain::definition::{Drawing, Noun};
use redress_domain::id::QueueId;
use redress_domain::outbox::WebhookEndpoint;
use redress_domain::parameter::ParameterValue;
use redress_domain::plan::Plan;
use redress_domain::plugin::{Capability, Plugin};
use redress_domain::rule::{Answer, Desk, Hook, Verdict};
use redress_domain::tenant::{Queue, Tenant};
use redress_domain::ticket::TicketKind;
use redress_domain::{Digest, Timestamp};
use redress_sandbox::{Allowance, Call, LoadError, Rule};

use super::levels::Levels;
use super::people::People;

/// A binding with its plugin, ready to be called.
#[derive(Clone)]
pub struct Bound {
    /// The binding.
    pub binding: Arc<Binding>,
    /// Its plugin.
    pub plugin: Arc<Plugin>,
    /// The configuration as the rule reads it.
    pub config: Arc<str>,
    /// Name of that text in the shared blobs.
    pub config_digest: Digest,
    /// The loaded component; otherwise why it cannot be called now.
    pub rule: Result<Arc<Rule>, Unloadable>,
    /// The earlier state that answers when this one fails.
    pub fallback: Option<Box<Bound>>,
    /// Candidates for its place: canaries and shadows.
    pub trials: Vec<Bound>,
}

/// Why a bound plugin cannot be called now. The next snapshot tries again.
#[derive(Debug, Clone, thiserror::Error)]
#[error("plugin {plugin} {version} cannot be loaded: {source}")]
pub struct Unloadable {
    /// Name of the plugin.
    pub plugin: String,
    /// Its version.
    pub version: String,
    /// What the sandbox said.
    #[source]
    pub source: Arc<LoadError>,
}

/// One tenant at one moment.
#[derive(Clone)]
pub struct Snapshot {
    /// The tenant.
    pub tenant: Tenant,
    /// What its plan pays for.
    pub plan: Plan,
    /// Enabled bindings by hook, in the order in which they are asked; candidates stand with the binding they would replace.
    pub bound: BTreeMap<Hook, Vec<Bound>>,
    /// External parameters by code.
    pub parameters: BTreeMap<String, ParameterValue>,
    /// Roles, and how many hold each.
    pub limits: Limits,
    /// Queues.
    pub queues: Vec<Queue>,
    /// Switched-on webhook endpoints.
    pub webhooks: Vec<WebhookEndpoint>,
    /// What is promised to tickets.
    pub levels: Levels,
    /// The desk as the database saw it.
    pub desk: Arc<Desk>,
    /// Who is who.
    pub people: Arc<People>,
    /// When people work; `None` for a tenant that has no calendar, so that all hours count.
    pub calendar: Option<Arc<Calendar>>,
    /// The operator has set a server that takes mail.
    pub mail: bool,
    /// Forms and workflows that new tickets get, without their contents, in the order in which they are tried.
    pub drawings: Vec<Drawing>,
}

impl Snapshot {
    /// The bindings of a hook, in order.
    pub fn bound(&self, hook: Hook) -> &[Bound] {
        self.bound.get(&hook).map_or(&[], Vec::as_slice)
    }

    /// What a call may look up and use: what its binding was granted and the plan pays for. Every call whose answer is weighed
    /// has it, so that a trial over the past ends as it would end today. Without grants, what the plan pays for.
    pub fn allowance(&self, granted: Option<&[Capability]>) -> Allowance {
        let grants = |capability| granted.is_none_or(|granted| granted.contains(&capability)) && self.plan.allows(capability);
        Allowance { history: grants(Capability::History), parameters: grants(Capability::Parameters), fuel: Some(self.plan.fuel) }
    }

    /// A verdict that names a role the tenant does not have is an answer that is not allowed: nobody could ever agree. Every
    /// call whose answer is weighed goes through here, so that a trial over the past ends as it would end today.
    pub fn refuse_unknown_role(&self, call: &mut Call) {
        let Some(Answer::RefundApproval(decision)) = &call.answer else { return };
        let Verdict::NeedsApproval(need) = &decision.verdict else { return };
        if self.limits.roles.iter().any(|role| role.name == need.role) {
            return;
        }
        let message = format!("the answer is not allowed: the tenant has no role '{}'; create it or change the configuration", need.role);
        // The answer stays in the record, so that a replay can compare it.
        call.outcome = Outcome::InvalidOutput;
        call.fault = Some(Fault { message, error: None, backtrace: Vec::new() });
    }

    /// When so much time in which people work has passed; when they never work again, that much time on the wall.
    pub fn business(&self, from: Timestamp, length: Duration) -> Timestamp {
        self.calendar.as_ref().and_then(|calendar| calendar.add_open(from, length)).unwrap_or_else(|| from.plus(length))
    }

    /// The drawing that new tickets of a kind get.
    pub fn drawing(&self, noun: Noun, kind: TicketKind) -> Option<&Drawing> {
        self.drawings.iter().find(|drawing| drawing.noun == noun && drawing.is_for(kind))
    }

    /// The queue that gets what no rule routed.
    pub fn default_queue(&self) -> Option<&Queue> {
        self.queues.iter().find(|queue| queue.is_default).or_else(|| self.queues.first())
    }

    /// The queue with this key.
    pub fn queue_by_key(&self, key: &str) -> Option<&Queue> {
        self.queues.iter().find(|queue| queue.key == key)
    }

    /// The key of a queue.
    pub fn queue_key(&self, id: QueueId) -> Option<&str> {
        self.queues.iter().find(|queue| queue.id == id).map(|queue| queue.key.as_str())
    }

    /// Endpoints that want an event: `*`, the event itself, or `ticket.*` for every event of tickets.
    pub fn subscribers<'a>(&'a self, event: &'a str) -> impl Iterator<Item = &'a WebhookEndpoint> {
        self.webhooks.iter().filter(move |endpoint| endpoint.events.iter().any(|wanted| wants(wanted, event)))
    }
}

fn wants(wanted: &str, event: &str) -> bool {
    match wanted.strip_suffix('*') {
        Some(prefix) => event.starts_with(prefix),
        None => wanted == event,
    }
}

#[cfg(test)]
mod tests {
    use super::wants;

    #[test]
    fn subscribes_to_one_event_a_family_or_everything() {
        assert!(wants("*", "refund.paid"));
        assert!(wants("ticket.*", "ticket.created"));
        assert!(wants("ticket.created", "ticket.created"));
        assert!(!wants("ticket.*", "refund.paid"));
        assert!(!wants("ticket.created", "ticket.created.late"));
    }
}
