//! Two answers to one question, compared by what follows from them rather than by how they are worded.

use serde::{Deserialize, Serialize};

use crate::money::Money;
use crate::rule::{Answer, GatewayAnswer, Intent, Message, Question, RefundDecision, RefundRequest, Verdict};
use crate::status::names;

names! {
    /// How the second of two answers differs from the first.
    Difference {
        /// Not at all.
        Same = "same",
        /// In its words only: the same follows.
        Wording = "wording",
        /// Something else follows.
        Outcome = "outcome",
        /// The first was an answer, the second a failure.
        NewFault = "new_fault",
        /// The first was a failure, the second an answer.
        FixedFault = "fixed_fault",
    }
}

/// What follows from an answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Consequence {
    /// In a few words that sort answers into heaps, for example `approve`, `needs_approval:supervisor`, `queue:finance`.
    pub label: String,
    /// The money it is about, for refund approval.
    pub amount: Option<Money>,
}

/// What follows from an answer to a question; `fault` without one.
pub fn consequence(question: &Question, answer: Option<&Answer>) -> Consequence {
    let plain = |label: String| Consequence { label, amount: None };
    match (question, answer) {
        (Question::RefundApproval(request), answer) => {
            let decision = match answer {
                Some(Answer::RefundApproval(decision)) => Some(decision),
                _ => None,
            };
            Consequence { label: decision.map_or_else(|| "fault".to_owned(), verdict), amount: Some(at_stake(request, decision)) }
        }
        (_, Some(Answer::Routing(Some(route)))) => plain(match (&route.queue, &route.assignee) {
            (Some(queue), _) => format!("queue:{queue}"),
            (None, Some(person)) => format!("person:{person}"),
            (None, None) => "stays".to_owned(),
        }),
        (_, Some(Answer::Routing(None))) => plain("no_opinion".to_owned()),
        (_, Some(Answer::FraudScoring(found))) => plain(format!("score:{}", band(found.score))),
        (_, Some(Answer::Notification(messages))) => plain(format!("messages:{}", messages.len())),
        (_, Some(Answer::Automation(intents) | Answer::Schedule(intents))) => plain(intent_names(intents)),
        (_, Some(Answer::Settlement(found))) => plain(gateway(found)),
        (_, _) => plain("fault".to_owned()),
    }
}

fn gateway(answer: &GatewayAnswer) -> String {
    match answer {
        GatewayAnswer::Request(_) => "request".to_owned(),
        GatewayAnswer::Outcome(outcome) => format!("outcome:{}", outcome.name()),
        GatewayAnswer::Notice(None) => "no_notice".to_owned(),
        GatewayAnswer::Notice(Some(notice)) => format!("notice:{}", notice.outcome.name()),
    }
}

fn verdict(decision: &RefundDecision) -> String {
    match &decision.verdict {
        Verdict::NeedsApproval(need) => format!("needs_approval:{}", need.role),
        other => other.kind().to_string(),
    }
}

/// What would be paid: the lower of asked and net, less what the rule keeps back.
pub fn at_stake(request: &RefundRequest, decision: Option<&RefundDecision>) -> Money {
    let start = if request.net.minor() < request.requested.minor() { request.net } else { request.requested };
    let kept = decision.map_or(&[][..], |decision| &decision.deductions);
    kept.iter().try_fold(start, |rest, deduction| rest.checked_sub(deduction.amount)).unwrap_or(start)
}

/// Scores in tens, so that a report has heaps and not a hundred of them.
fn band(score: u32) -> String {
    match score {
        0 => "0".to_owned(),
        100.. => "100".to_owned(),
        score => format!("{}-{}", score / 10 * 10, score / 10 * 10 + 9),
    }
}

fn intent_names(intents: &[Intent]) -> String {
    if intents.is_empty() {
        return "nothing".to_owned();
    }
    let names: Vec<&str> = intents.iter().map(|intent| intent.kind().as_str()).collect();
    names.join("+")
}

/// How `after` differs from `before`, both answers to one question; `None` is a failure.
pub fn difference(before: Option<&Answer>, after: Option<&Answer>) -> Difference {
    match (before, after) {
        (None, None) => Difference::Same,
        (Some(_), None) => Difference::NewFault,
        (None, Some(_)) => Difference::FixedFault,
        (Some(before), Some(after)) if before == after => Difference::Same,
        (Some(before), Some(after)) if silent(before.clone()) == silent(after.clone()) => Difference::Wording,
        (Some(_), Some(_)) => Difference::Outcome,
    }
}

/// The answer without the words that only people read.
fn silent(mut answer: Answer) -> Answer {
    match &mut answer {
        Answer::Routing(Some(route)) => route.reason.clear(),
        Answer::Routing(None) | Answer::Settlement(_) => {}
        Answer::FraudScoring(found) => found.signals.iter_mut().for_each(|signal| signal.detail.clear()),
        Answer::RefundApproval(decision) => {
            decision.explanation.clear();
            decision.deductions.iter_mut().for_each(|deduction| deduction.reason.clear());
            if let Verdict::Reject(text) = &mut decision.verdict {
                text.clear();
            }
        }
        Answer::Notification(messages) => messages.iter_mut().for_each(silence),
        Answer::Automation(intents) | Answer::Schedule(intents) => {
            for intent in intents {
                match intent {
                    Intent::Notify(message) => silence(message),
                    Intent::Transfer(to) => to.reason.clear(),
                    Intent::Escalate(to) => to.reason.clear(),
                    _ => {}
                }
            }
        }
    }
    answer
}

fn silence(message: &mut Message) {
    message.subject.clear();
    message.body.clear();
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::money::Currency;
    use crate::rule::{ApprovalNeed, Deduction, Quorum};

    fn money(minor: i64) -> Money {
        Money::new(minor, Currency::CNY).expect("small")
    }

    fn decision(verdict: Verdict, kept: i64, explanation: &str) -> Answer {
        let deductions = vec![Deduction { code: "part".to_owned(), amount: money(kept), reason: explanation.to_owned(), line: None }];
        Answer::RefundApproval(RefundDecision { verdict, deductions, explanation: explanation.to_owned(), tags: vec![] })
    }

    fn ask(role: &str) -> Verdict {
        Verdict::NeedsApproval(ApprovalNeed { role: role.to_owned(), quorum: Quorum::Any, with_report: false })
    }

    #[test]
    fn words_alone_are_no_other_outcome() {
        let [a, b] = ["short", "long"].map(|text| decision(Verdict::Approve, 1, text));
        assert_eq!(difference(Some(&a), Some(&b)), Difference::Wording);
        assert_eq!(difference(Some(&a), Some(&a)), Difference::Same);
        assert_eq!(difference(Some(&a), Some(&decision(Verdict::Approve, 2, "short"))), Difference::Outcome);
        assert_eq!(difference(Some(&a), Some(&decision(ask("director"), 1, "short"))), Difference::Outcome);
        assert_eq!(difference(Some(&a), None), Difference::NewFault);
        assert_eq!(difference(None, Some(&a)), Difference::FixedFault);
    }

    #[test]
    fn refunds_are_sorted_by_who_must_agree_and_carry_what_would_be_paid() {
        let request = RefundRequest { requested: money(900), net: money(800), refunded_before: money(0), risk: None };
        let question = Question::RefundApproval(request);
        let found = consequence(&question, Some(&decision(ask("director"), 50, "")));
        assert_eq!((found.label.as_str(), found.amount), ("needs_approval:director", Some(money(750))));
        let fault = consequence(&question, None);
        assert_eq!((fault.label.as_str(), fault.amount), ("fault", Some(money(800))));
    }
}
