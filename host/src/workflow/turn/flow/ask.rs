//! Rules that a workflow asks. What they said earlier in the same turn is not asked again.

use redress_domain::decide;
use redress_domain::rule::{Answer, Hook, Question};
use redress_flow::{Clock, Event, Moment};
use serde_json::{Map, Value, json};

use crate::workflow::turn::Turn;

impl Turn {
    /// The answer as the run takes it.
    pub(super) fn ask_for_flow(&mut self, ask: u32, hook: Hook) -> Event {
        let answered = match hook {
            Hook::FraudScoring => self.score(),
            Hook::RefundApproval => self.verdict(),
            Hook::Routing => self.route(),
            _ => Err(format!("a workflow asks fraud-scoring, routing and refund-approval, and not {}", hook.as_str())),
        };
        match answered {
            Ok(answer) => Event::HookAnswered { ask, answer },
            Err(reason) => Event::HookFailed { ask, reason },
        }
    }

    fn score(&mut self) -> Result<Map<String, Value>, String> {
        if !self.decided {
            let filed = self.file_case();
            let asked = self.ask_all(Hook::FraudScoring, &filed, Question::FraudScoring, |answer| match answer {
                Answer::FraudScoring(assessment) => Some(assessment),
                _ => None,
            });
            let outcome = decide::risk(&asked);
            self.failures.extend(outcome.failures);
            decide::merge_tags(&mut self.facts.case.ticket.tags, outcome.tags);
            self.facts.case.ticket.risk = outcome.risk;
        }
        let risk = self.ticket().risk.as_ref().ok_or("no fraud rule could answer")?;
        let signals: Vec<&str> = risk.signals.iter().map(|signal| signal.code.as_str()).collect();
        Ok(map(json!({ "score": risk.score, "signals": signals })))
    }

    fn verdict(&mut self) -> Result<Map<String, Value>, String> {
        if self.decided {
            let refund = self.ticket().refund.as_ref().ok_or("the ticket asks for no money, so nothing is approved")?;
            if self.failures.iter().any(|failure| failure.hook == Hook::RefundApproval) {
                return Err("no approval rule could answer".to_owned());
            }
            return Ok(answer(refund));
        }
        let risk = self.ticket().risk.clone();
        let request = self.request(risk).map_err(|error| error.to_string())?;
        let filed = self.file_case();
        let asked = self.ask_all(Hook::RefundApproval, &filed, Question::RefundApproval(request.clone()), |answer| match answer {
            Answer::RefundApproval(decision) => Some(decision),
            _ => None,
        });
        let outcome = decide::refund(&asked, &request, &self.facts.snapshot.limits);
        if let Some(failure) = outcome.failures.first() {
            let why = failure.message.clone();
            self.failures.extend(outcome.failures);
            return Err(why);
        }
        Ok(answer(&outcome.refund))
    }

    fn route(&mut self) -> Result<Map<String, Value>, String> {
        if !self.decided {
            let desk = self.facts.rules.take_turn(&self.facts.snapshot);
            let filed = self.file_case();
            let routes = self.ask_all(Hook::Routing, &filed, Question::Routing(std::sync::Arc::clone(&desk)), |answer| match answer {
                Answer::Routing(route) => Some(route),
                _ => None,
            });
            let outcome = decide::route(&routes, &desk);
            self.failures.extend(outcome.failures);
            self.place(outcome.route.as_ref());
        }
        let ticket = self.ticket();
        let queue = ticket.queue.and_then(|id| self.facts.snapshot.queue_key(id));
        Ok(map(json!({ "queue": queue, "assignee": ticket.assignee, "priority": ticket.priority })))
    }

    /// When something is due: by the calendar on the wall, or in the hours in which people work.
    pub(super) fn moment(&self, at: Moment) -> redress_domain::Timestamp {
        let now = self.facts.now;
        match at {
            Moment::At(at) => at,
            Moment::After(span, Clock::Calendar) => now.plus(span.duration()),
            Moment::After(span, Clock::Business) => self.facts.snapshot.business(now, span.duration()),
        }
    }
}

fn answer(refund: &redress_domain::ticket::Refund) -> Map<String, Value> {
    let role = refund.role.as_deref();
    map(json!({ "verdict": refund.verdict, "role": role, "amount": refund.amount.minor(), "explanation": refund.explanation }))
}

/// A node reads what it declares; nothing is kept of what is not known.
fn map(value: Value) -> Map<String, Value> {
    match value {
        Value::Object(fields) => fields.into_iter().filter(|(_, value)| !value.is_null()).collect(),
        _ => Map::new(),
    }
}
