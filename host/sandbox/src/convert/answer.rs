//! What rules answer. Only money can fail to convert; whether the answer is allowed is `check`'s business.

use redress_domain::MoneyError;
use redress_domain::rule::{
    ApprovalNeed, Assessment, Deduction, Escalation, Intent, Message, NewTask, Quorum, Recipient, RefundDecision, Route, RuleError,
    SetField, Signal, Transfer, Verdict, Violation,
};

use super::{case, money};
use crate::bindings::exports::redress::rules::{fraud_scoring, refund_approval, routing};
use crate::bindings::redress::rules::types as wit;

pub(crate) fn route(route: routing::RouteDecision) -> Route {
    Route {
        queue: route.queue,
        assignee: route.assignee,
        skills: route.skills,
        priority: route.priority.map(case::priority_from_wit),
        tags: route.tags,
        reason: route.reason,
    }
}

pub(crate) fn assessment(assessment: fraud_scoring::Assessment) -> Assessment {
    let signal = |signal: fraud_scoring::Signal| Signal { code: signal.code, weight: signal.weight, detail: signal.detail };
    Assessment { score: assessment.score, signals: assessment.signals.into_iter().map(signal).collect(), tags: assessment.tags }
}

pub(crate) fn decision(decision: refund_approval::Decision) -> Result<RefundDecision, MoneyError> {
    let deduction = |deduction: refund_approval::Deduction| {
        Ok(Deduction { amount: money::from_wit(&deduction.amount)?, code: deduction.code, reason: deduction.reason, line: None })
    };
    Ok(RefundDecision {
        verdict: verdict(decision.verdict),
        deductions: decision.deductions.into_iter().map(deduction).collect::<Result<_, MoneyError>>()?,
        explanation: decision.explanation,
        tags: decision.tags,
    })
}

fn verdict(verdict: refund_approval::Verdict) -> Verdict {
    match verdict {
        refund_approval::Verdict::Approve => Verdict::Approve,
        refund_approval::Verdict::NeedsApproval(need) => Verdict::NeedsApproval(ApprovalNeed {
            role: need.role,
            quorum: match need.quorum {
                refund_approval::Quorum::Any => Quorum::Any,
                refund_approval::Quorum::All => Quorum::All,
                refund_approval::Quorum::AtLeast(count) => Quorum::AtLeast(count),
            },
            with_report: need.with_report,
        }),
        refund_approval::Verdict::NeedInformation(fields) => Verdict::NeedInformation(fields),
        refund_approval::Verdict::Reject(text) => Verdict::Reject(text),
    }
}

pub(crate) fn message(message: wit::Message) -> Message {
    Message {
        channel: message.channel,
        recipient: match message.recipient {
            wit::Recipient::Customer => Recipient::Customer,
            wit::Recipient::Role(role) => Recipient::Role(role),
            wit::Recipient::User(id) => Recipient::User(id),
            wit::Recipient::System => Recipient::System,
        },
        template: message.template,
        locale: message.locale,
        subject: message.subject,
        body: message.body,
    }
}

/// What a rule wants done; the value of a field must be JSON.
pub(crate) fn intent(intent: wit::Intent) -> Result<Intent, InvalidField> {
    Ok(match intent {
        wit::Intent::SetField(field) => match serde_json::from_str(&field.value) {
            Ok(value) => Intent::SetField(SetField { name: field.name, value }),
            Err(_) => return Err(InvalidField(field.name)),
        },
        wit::Intent::SetPriority(priority) => Intent::SetPriority(case::priority_from_wit(priority)),
        wit::Intent::AddTag(tag) => Intent::AddTag(tag),
        wit::Intent::RemoveTag(tag) => Intent::RemoveTag(tag),
        wit::Intent::Notify(found) => Intent::Notify(message(found)),
        wit::Intent::Transfer(to) => Intent::Transfer(Transfer { queue: to.queue, assignee: to.assignee, reason: to.reason }),
        wit::Intent::Escalate(to) => Intent::Escalate(Escalation { role: to.role, reason: to.reason }),
        wit::Intent::AddTask(task) => Intent::AddTask(NewTask { title: task.title, role: task.role, within_seconds: task.within_seconds }),
    })
}

/// The name of a field whose value is not JSON.
pub(crate) struct InvalidField(pub(crate) String);

pub(crate) fn rule_error(error: wit::RuleError) -> RuleError {
    match error {
        wit::RuleError::InvalidInput(found) => RuleError::InvalidInput(violations(found)),
        wit::RuleError::Config(found) => RuleError::Config(violations(found)),
        wit::RuleError::Unavailable(text) => RuleError::Unavailable(text),
        wit::RuleError::Internal(text) => RuleError::Internal(text),
    }
}

pub(crate) fn violations(found: Vec<wit::Violation>) -> Vec<Violation> {
    found.into_iter().map(|violation| Violation { path: violation.path, message: violation.message }).collect()
}
