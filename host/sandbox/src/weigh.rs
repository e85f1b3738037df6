//! How much text an answer holds.

use redress_domain::rule::{
    Answer, GatewayAnswer, GatewayOutcome, HeaderValue, HttpHeader, Intent, Message, Recipient, RuleError, Verdict, Violation,
};

/// Bytes of all texts in an answer, with a little for each item of a list.
pub(crate) fn answer(answer: &Answer) -> usize {
    match answer {
        Answer::Routing(None) => 0,
        Answer::Routing(Some(route)) => {
            option(route.queue.as_ref()) + option(route.assignee.as_ref()) + texts(&route.skills) + texts(&route.tags) + route.reason.len()
        }
        Answer::FraudScoring(found) => {
            texts(&found.tags) + found.signals.iter().map(|signal| ITEM + signal.code.len() + signal.detail.len()).sum::<usize>()
        }
        Answer::RefundApproval(found) => {
            let verdict = match &found.verdict {
                Verdict::Approve => 0,
                Verdict::NeedsApproval(need) => need.role.len(),
                Verdict::NeedInformation(fields) => texts(fields),
                Verdict::Reject(text) => text.len(),
            };
            let deductions: usize = found.deductions.iter().map(|deduction| ITEM + deduction.code.len() + deduction.reason.len()).sum();
            verdict + deductions + found.explanation.len() + texts(&found.tags)
        }
        Answer::Notification(messages) => messages.iter().map(|found| ITEM + message(found)).sum(),
        Answer::Automation(intents) | Answer::Schedule(intents) => intents.iter().map(|found| ITEM + intent(found)).sum(),
        Answer::Settlement(found) => gateway(found),
    }
}

fn gateway(answer: &GatewayAnswer) -> usize {
    match answer {
        GatewayAnswer::Request(request) => {
            let header = |header: &HttpHeader| {
                let value = match &header.value {
                    HeaderValue::Text(text) => text.len(),
                    HeaderValue::Secret { before, secret } => before.len() + secret.len(),
                };
                ITEM + header.name.len() + value
            };
            request.url.len() + request.body.len() + request.headers.iter().map(header).sum::<usize>()
        }
        GatewayAnswer::Outcome(found) => outcome(found),
        GatewayAnswer::Notice(found) => found.as_ref().map_or(0, |notice| notice.instruction.len() + outcome(&notice.outcome)),
    }
}

fn outcome(outcome: &GatewayOutcome) -> usize {
    match outcome {
        GatewayOutcome::Paid { reference } => reference.len(),
        GatewayOutcome::Pending { reference } => option(reference.as_ref()),
        GatewayOutcome::Failed { reason, .. } => reason.len(),
        GatewayOutcome::Absent => 0,
        GatewayOutcome::Unknown { why } => why.len(),
    }
}

fn message(message: &Message) -> usize {
    let recipient = match &message.recipient {
        Recipient::Role(text) | Recipient::User(text) => text.len(),
        Recipient::Customer | Recipient::System => 0,
    };
    let head = message.channel.len() + option(message.template.as_ref()) + message.locale.len();
    recipient + head + message.subject.len() + message.body.len()
}

fn intent(intent: &Intent) -> usize {
    match intent {
        Intent::SetField(field) => field.name.len() + field.value.to_string().len(),
        Intent::SetPriority(_) => 0,
        Intent::AddTag(tag) | Intent::RemoveTag(tag) => tag.len(),
        Intent::Notify(found) => message(found),
        Intent::Transfer(to) => option(to.queue.as_ref()) + option(to.assignee.as_ref()) + to.reason.len(),
        Intent::Escalate(to) => to.role.len() + to.reason.len(),
        Intent::AddTask(task) => task.title.len() + task.role.len(),
    }
}

/// Bytes of all texts in an error.
pub(crate) fn error(error: &RuleError) -> usize {
    match error {
        RuleError::InvalidInput(found) | RuleError::Config(found) => violations(found),
        RuleError::Unavailable(text) | RuleError::Internal(text) => text.len(),
    }
}

/// Bytes of all texts in a list of violations.
pub(crate) fn violations(found: &[Violation]) -> usize {
    found.iter().map(|violation| ITEM + violation.path.len() + violation.message.len()).sum()
}

/// What an item of a list weighs beside its texts, so that a million empty ones are not free.
const ITEM: usize = 16;

fn texts(texts: &[String]) -> usize {
    texts.iter().map(|text| ITEM + text.len()).sum()
}

fn option(text: Option<&String>) -> usize {
    text.map_or(0, String::len)
}
