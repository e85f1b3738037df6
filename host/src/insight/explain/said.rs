//! What a decision's own record says about its reasons.

use redress_domain::decision::{Decision, LogLine};
use redress_domain::rule::{Answer, CaseFile, Intent, Verdict};
use redress_sandbox::Allowance;
use serde::Serialize;
use utoipa::ToSchema;

/// A row of a table that fired.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct Row {
    /// Name of the table.
    pub table: String,
    /// Name of the row.
    pub row: String,
}

/// Reasons and rows.
pub(super) struct Said {
    pub(super) reasons: Vec<String>,
    pub(super) rows: Vec<Row>,
}

/// Reads the answer and the log.
pub(super) fn said(decision: &Decision) -> Said {
    let mut reasons = decision.answer.as_ref().map(reasons).unwrap_or_default();
    reasons.extend(decision.fault.iter().map(|fault| fault.message.clone()));
    reasons.retain(|reason| !reason.trim().is_empty());
    Said { reasons, rows: rows(&decision.log) }
}

/// The rows that a log says fired: lines `row` with the fields `row` and `table`, as `decision-table` writes them.
pub(in crate::insight) fn rows(log: &[LogLine]) -> Vec<Row> {
    let field = |line: &LogLine, name: &str| line.fields.iter().find(|(other, _)| other == name).map(|(_, value)| value.clone());
    let fired = |line: &LogLine| Some(Row { row: field(line, "row")?, table: field(line, "table")? });
    log.iter().filter(|line| line.message == "row").filter_map(fired).collect()
}

fn reasons(answer: &Answer) -> Vec<String> {
    match answer {
        Answer::Routing(route) => route.iter().map(|route| route.reason.clone()).collect(),
        Answer::FraudScoring(found) => {
            found.signals.iter().map(|signal| format!("{} (+{}): {}", signal.code, signal.weight, signal.detail)).collect()
        }
        Answer::RefundApproval(decision) => {
            let refused = match &decision.verdict {
                Verdict::Reject(text) => Some(text.clone()),
                _ => None,
            };
            let kept = decision.deductions.iter().map(|kept| format!("{} keeps {}: {}", kept.code, kept.amount, kept.reason));
            std::iter::once(decision.explanation.clone()).chain(refused).chain(kept).collect()
        }
        Answer::Notification(_) | Answer::Settlement(_) => Vec::new(),
        Answer::Automation(intents) | Answer::Schedule(intents) => intents.iter().filter_map(why).collect(),
    }
}

fn why(intent: &Intent) -> Option<String> {
    match intent {
        Intent::Transfer(to) => Some(to.reason.clone()),
        Intent::Escalate(to) => Some(to.reason.clone()),
        _ => None,
    }
}

/// What the call was allowed to look up, read from the answers it got: the binding may have changed since.
pub(super) fn allowance(decision: &Decision, case: &CaseFile) -> Allowance {
    let refused = |prefix: &str, denied: &dyn Fn(&redress_domain::decision::HostCall) -> bool| {
        decision.host_calls.iter().any(|call| call.function.starts_with(prefix) && denied(call))
    };
    let known = |call: &redress_domain::decision::HostCall| {
        call.arguments["code"].as_str().is_some_and(|code| case.parameters.contains_key(code)) && call.result.is_null()
    };
    Allowance {
        history: !refused("history/", &|call| call.result.pointer("/error/denied").is_some()),
        parameters: !refused("parameters/", &known),
        fuel: None,
    }
}
