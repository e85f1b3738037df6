//! What each hook is asked besides the case file.

use redress_domain::Timestamp;
use redress_domain::rule::{Desk, DeskAgent, DeskQueue, RefundRequest, Risk, RuleEvent, Tick};

use super::money;
use crate::bindings::exports::redress::rules::{refund_approval, routing, schedule};
use crate::bindings::redress::rules::types as wit;

pub(crate) fn desk(desk: &Desk) -> routing::Desk {
    routing::Desk { queues: desk.queues.iter().map(queue).collect(), agents: desk.agents.iter().map(agent).collect(), turn: desk.turn }
}

fn queue(queue: &DeskQueue) -> routing::Queue {
    routing::Queue { key: queue.key.clone(), name: queue.name.clone() }
}

fn agent(agent: &DeskAgent) -> routing::Agent {
    routing::Agent {
        id: agent.id.clone(),
        name: agent.name.clone(),
        queues: agent.queues.clone(),
        skills: agent.skills.clone(),
        open_tickets: agent.open_tickets,
        capacity: agent.capacity,
        rating: agent.rating,
        available: agent.available,
    }
}

pub(crate) fn refund_request(request: &RefundRequest) -> refund_approval::RefundRequest {
    refund_approval::RefundRequest {
        requested: money::into_wit(request.requested),
        net: money::into_wit(request.net),
        refunded_before: money::into_wit(request.refunded_before),
        risk: request.risk.as_ref().map(risk),
    }
}

fn risk(risk: &Risk) -> refund_approval::Risk {
    refund_approval::Risk { score: risk.score, signals: risk.signals.iter().map(|signal| signal.code.clone()).collect() }
}

pub(crate) fn event(event: &RuleEvent) -> wit::Event {
    wit::Event {
        name: event.name.clone(),
        at_ms: event.at.as_millis(),
        actor: event.actor.clone(),
        details: event.details.iter().map(|(name, value)| (name.clone(), value.to_string())).collect(),
    }
}

pub(crate) fn tick(tick: &Tick) -> schedule::Tick {
    schedule::Tick { due_ms: tick.due.as_millis(), previous_ms: tick.previous.map(Timestamp::as_millis) }
}
