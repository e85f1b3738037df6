//! Is the answer allowed? An answer that is not counts as a fault of the rule, so no half-right answer ever takes effect.

use redress_domain::rule::{
    Answer, Assessment, Desk, GatewayAnswer, GatewayOutcome, GatewayQuestion, Intent, Message, Purpose, Question, Quorum, Recipient,
    RefundDecision, RefundRequest, Route, Verdict,
};
use redress_domain::{Currency, Money, MoneyError};

/// Most tags, signals, deductions, skills, fields or messages in one answer.
const MOST: usize = 100;
/// Longest code, tag, role, key, in characters.
const LONGEST_NAME: usize = 200;

/// What is not allowed about an answer.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub(crate) enum Invalid {
    #[error("{what} is {value}: it lies within 0 and 100")]
    Percentage { what: &'static str, value: u32 },
    #[error("{what} is empty: leave it out or name something")]
    Empty { what: &'static str },
    #[error("{what} is longer than {LONGEST_NAME} characters")]
    TooLong { what: &'static str },
    #[error("there are {count} {what}: answer at most {MOST}")]
    TooMany { what: &'static str, count: usize },
    #[error("deduction '{code}' is in {found}, but the refund is in {wanted}")]
    ForeignCurrency { code: String, found: Currency, wanted: Currency },
    #[error("deduction '{code}' is negative: a rule may keep money back, not add any")]
    NegativeDeduction { code: String },
    #[error("deductions add up to {sum}, more than the {net} that would be paid")]
    DeductionsTooHigh { sum: Money, net: Money },
    #[error("an amount is not allowed: {0}")]
    Money(#[from] MoneyError),
    #[error("a quorum of at least 0 asks nobody: use 1 or more, or approve")]
    NoQuorum,
    #[error("the tenant has no queue '{0}'")]
    UnknownQueue(String),
    #[error("'{0}' is not a person who may take tickets")]
    UnknownAgent(String),
    #[error("{what} has the character U+0000, which cannot be kept")]
    Nul { what: &'static str },
    #[error("the value of field '{0}' is not JSON: write text with its quotes")]
    FieldNotJson(String),
    #[error("only an answer to a query may say that the gateway does not know a refund")]
    AbsentUnasked,
    #[error("the answer is for another hook")]
    OtherHook,
}

/// What is not allowed about an answer to a question; `None` for one that would be taken.
pub fn objection(question: &Question, found: &Answer) -> Option<String> {
    answer(question, found).err().map(|invalid| invalid.to_string())
}

/// Checks an answer against the question.
pub(crate) fn answer(question: &Question, answer: &Answer) -> Result<(), Invalid> {
    match (question, answer) {
        (Question::Routing(desk), Answer::Routing(found)) => found.as_ref().map_or(Ok(()), |found| route(desk, found)),
        (Question::FraudScoring, Answer::FraudScoring(found)) => assessment(found),
        (Question::RefundApproval(request), Answer::RefundApproval(found)) => decision(request, found),
        (Question::Notification(_), Answer::Notification(found)) => messages(found),
        (Question::Automation(_), Answer::Automation(found)) | (Question::Schedule(_), Answer::Schedule(found)) => intents(found),
        (Question::Settlement(asked), Answer::Settlement(found)) => gateway(asked, found),
        _ => Err(Invalid::OtherHook),
    }
}

fn gateway(asked: &GatewayQuestion, found: &GatewayAnswer) -> Result<(), Invalid> {
    match (asked, found) {
        (GatewayQuestion::Request { .. } | GatewayQuestion::Query { .. }, GatewayAnswer::Request(request)) => {
            few("headers", request.headers.len())?;
            request.headers.iter().try_for_each(|header| name("a header's name", &header.name))
        }
        (GatewayQuestion::Response { asked: Purpose::Pay, .. }, GatewayAnswer::Outcome(GatewayOutcome::Absent)) => {
            Err(Invalid::AbsentUnasked)
        }
        (GatewayQuestion::Response { .. }, GatewayAnswer::Outcome(found)) => outcome(found),
        (GatewayQuestion::Notification { .. }, GatewayAnswer::Notice(found)) => {
            found.as_ref().map_or(Ok(()), |notice| outcome(&notice.outcome))
        }
        _ => Err(Invalid::OtherHook),
    }
}

fn outcome(outcome: &GatewayOutcome) -> Result<(), Invalid> {
    match outcome {
        GatewayOutcome::Paid { reference } | GatewayOutcome::Pending { reference: Some(reference) } => {
            name("the gateway's reference", reference)
        }
        GatewayOutcome::Failed { reason: text, .. } | GatewayOutcome::Unknown { why: text } if text.contains('\0') => {
            Err(Invalid::Nul { what: "what the gateway said" })
        }
        _ => Ok(()),
    }
}

fn route(desk: &Desk, route: &Route) -> Result<(), Invalid> {
    if let Some(key) = &route.queue {
        name("the queue", key)?;
        if !desk.queues.iter().any(|queue| queue.key == *key) {
            return Err(Invalid::UnknownQueue(key.clone()));
        }
    }
    if let Some(id) = &route.assignee {
        name("the assignee", id)?;
        if !desk.agents.iter().any(|agent| agent.id == *id) {
            return Err(Invalid::UnknownAgent(id.clone()));
        }
    }
    names("skills", "a skill", &route.skills)?;
    names("tags", "a tag", &route.tags)
}

fn assessment(assessment: &Assessment) -> Result<(), Invalid> {
    percentage("the score", assessment.score)?;
    few("signals", assessment.signals.len())?;
    for signal in &assessment.signals {
        name("a signal's code", &signal.code)?;
        percentage("a signal's weight", signal.weight)?;
    }
    names("tags", "a tag", &assessment.tags)
}

fn decision(request: &RefundRequest, decision: &RefundDecision) -> Result<(), Invalid> {
    match &decision.verdict {
        Verdict::NeedsApproval(need) => {
            name("the role to agree", &need.role)?;
            if need.quorum == Quorum::AtLeast(0) {
                return Err(Invalid::NoQuorum);
            }
        }
        Verdict::NeedInformation(fields) if fields.is_empty() => return Err(Invalid::Empty { what: "the list of fields to ask for" }),
        Verdict::NeedInformation(fields) => names("fields to ask for", "a field to ask for", fields)?,
        Verdict::Reject(text) if text.trim().is_empty() => return Err(Invalid::Empty { what: "the reason of the refusal" }),
        Verdict::Approve | Verdict::Reject(_) => {}
    }
    few("deductions", decision.deductions.len())?;
    let wanted = request.net.currency();
    for deduction in &decision.deductions {
        name("a deduction's code", &deduction.code)?;
        let found = deduction.amount.currency();
        if found != wanted {
            return Err(Invalid::ForeignCurrency { code: deduction.code.clone(), found, wanted });
        }
        if deduction.reason.contains('\0') {
            return Err(Invalid::Nul { what: "a deduction's reason" });
        }
        if deduction.amount.is_negative() {
            return Err(Invalid::NegativeDeduction { code: deduction.code.clone() });
        }
    }
    let sum = Money::sum(wanted, decision.deductions.iter().map(|deduction| deduction.amount))?;
    if sum.minor() > request.net.minor().max(0) {
        return Err(Invalid::DeductionsTooHigh { sum, net: request.net });
    }
    names("tags", "a tag", &decision.tags)
}

fn messages(messages: &[Message]) -> Result<(), Invalid> {
    few("messages", messages.len())?;
    messages.iter().try_for_each(message)
}

fn message(message: &Message) -> Result<(), Invalid> {
    name("a message's channel", &message.channel)?;
    name("a message's locale", &message.locale)?;
    match &message.recipient {
        Recipient::Role(role) => name("a recipient's role", role),
        Recipient::User(id) => name("a recipient's user", id),
        Recipient::Customer | Recipient::System => Ok(()),
    }
}

fn intents(intents: &[Intent]) -> Result<(), Invalid> {
    few("intents", intents.len())?;
    for intent in intents {
        match intent {
            Intent::SetField(field) => name("a field's name", &field.name)?,
            Intent::AddTag(tag) | Intent::RemoveTag(tag) => name("a tag", tag)?,
            Intent::Notify(found) => message(found)?,
            Intent::Transfer(to) => {
                if to.queue.is_none() && to.assignee.is_none() {
                    return Err(Invalid::Empty { what: "a transfer's queue and assignee" });
                }
                to.queue.iter().try_for_each(|key| name("a transfer's queue", key))?;
                to.assignee.iter().try_for_each(|id| name("a transfer's assignee", id))?;
            }
            Intent::Escalate(to) => name("an escalation's role", &to.role)?,
            Intent::AddTask(task) => {
                name("a task's title", &task.title)?;
                name("a task's role", &task.role)?;
            }
            Intent::SetPriority(_) => {}
        }
    }
    Ok(())
}

fn percentage(what: &'static str, value: u32) -> Result<(), Invalid> {
    if value <= 100 { Ok(()) } else { Err(Invalid::Percentage { what, value }) }
}

fn few(what: &'static str, count: usize) -> Result<(), Invalid> {
    if count <= MOST { Ok(()) } else { Err(Invalid::TooMany { what, count }) }
}

fn name(what: &'static str, text: &str) -> Result<(), Invalid> {
    if text.trim().is_empty() {
        Err(Invalid::Empty { what })
    } else if text.len() > LONGEST_NAME && text.chars().count() > LONGEST_NAME {
        Err(Invalid::TooLong { what })
    } else {
        Ok(())
    }
}

fn names(many: &'static str, one: &'static str, texts: &[String]) -> Result<(), Invalid> {
    few(many, texts.len())?;
    texts.iter().try_for_each(|text| name(one, text))
}
