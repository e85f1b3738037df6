//! What the question itself says.

use redress_expression::{Unavailable, Value};
use redress_sdk::prelude::*;
use redress_sdk::serde_json::{self, Value as Json};

use super::{CaseFacts, Fact, moment};

/// The question of one call.
pub(crate) enum Asked<'a> {
    Routing(&'a Desk),
    Refund(&'a RefundRequest),
    Event(&'a Event),
    Tick(&'a Tick),
    /// Nothing beyond the case.
    Nothing,
}

impl CaseFacts<'_> {
    pub(super) fn asked(&self, group: &str, name: &str) -> Fact {
        match (group, self.asked) {
            ("request", Asked::Refund(request)) => self.request(request, name),
            ("desk", Asked::Routing(desk)) => match name {
                "queues" => Ok(Value::texts(desk.queues.iter().map(|queue| queue.key.as_str()))),
                "free_agents" => {
                    let free = desk.agents.iter().filter(|agent| agent.has_room()).count();
                    Ok(Value::Int(i64::try_from(free).unwrap_or(i64::MAX)))
                }
                _ => Err(Unavailable::Unknown),
            },
            ("event", Asked::Event(event)) => match name {
                "name" => Ok(event.name.as_str().into()),
                "at" => moment(event.at_ms),
                "actor" => Ok(event.actor.as_str().into()),
                "details" => Ok(details(event)),
                _ => Err(Unavailable::Unknown),
            },
            ("tick", Asked::Tick(tick)) => match name {
                "due_at" => moment(tick.due_ms),
                "previous_at" => tick.previous_ms.map_or(Err(Unavailable::Missing), moment),
                _ => Err(Unavailable::Unknown),
            },
            _ => Err(Unavailable::Unknown),
        }
    }

    fn request(&self, request: &RefundRequest, name: &str) -> Fact {
        match name {
            "amount" => {
                let (Value::Int(requested), Value::Int(net)) = (self.money(&request.requested)?, self.money(&request.net)?) else {
                    return Err(Unavailable::Unknown);
                };
                if requested < 0 || net < 0 {
                    return Err(Unavailable::Failed("the amount in question is negative".to_owned()));
                }
                Ok(Value::Int(requested.max(net)))
            }
            "currency" if request.requested.currency == request.net.currency => Ok(request.net.currency.as_str().into()),
            "currency" => Err(Unavailable::Failed(format!("the refund is in two currencies, {} and {}", request.requested, request.net))),
            "requested" => self.money(&request.requested),
            "net" => self.money(&request.net),
            "refunded_before" => self.money(&request.refunded_before),
            "risk_score" => request.risk.as_ref().map(|risk| Value::Int(risk.score.into())).ok_or(Unavailable::Missing),
            "risk_signals" => {
                request.risk.as_ref().map(|risk| Value::texts(risk.signals.iter().map(String::as_str))).ok_or(Unavailable::Missing)
            }
            _ => Err(Unavailable::Unknown),
        }
    }
}

/// Details by name; a JSON text is taken without its quotation marks, everything else as it is written.
fn details(event: &Event) -> Value {
    Value::record(event.details.iter().map(|(name, value)| {
        let text = match serde_json::from_str(value) {
            Ok(Json::String(text)) => Value::text(&text),
            _ => Value::text(value),
        };
        (name.as_str(), text)
    }))
}
