//! May the money be paid back.

use redress_expression::Value;
use redress_sdk::prelude::*;
use redress_table::{Fired, Table};

use super::texts;
use crate::words::Words;

/// The rows together: the strictest verdict, all deductions and tags.
///
/// # Errors
/// No row fits, or none decides: then a person does.
pub(crate) fn decide(call: &Call<Table>, fired: &[Fired<'_>]) -> Result<Decision, RuleError> {
    let table = &call.config;
    let mut verdict: Option<Verdict> = None;
    for hit in fired {
        let Some(next) = read(hit) else { continue };
        verdict = Some(match verdict {
            None => next,
            Some(before) => stricter(before, next),
        });
    }
    let Some(verdict) = verdict else {
        let message =
            format!("no row of table '{}' decides this case: add a row with - in every cell at the end, for everything else", table.name);
        return Err(RuleError::invalid_input("", message));
    };
    let mut decision = Decision::new(verdict, Words::of(call).rows(fired));
    decision.tags = texts(fired, "tags");
    for hit in fired {
        if let Some(Value::Int(minor)) = hit.answer("deduct") {
            let amount = Money::new(*minor, table.currency.clone().unwrap_or_default());
            decision = decision.with_deduction(&*hit.row.id, amount, hit.text("deduct_reason").unwrap_or_default());
        }
    }
    Ok(decision)
}

fn read(hit: &Fired<'_>) -> Option<Verdict> {
    Some(match hit.text("verdict")? {
        "approve" => Verdict::Approve,
        "need_information" => Verdict::NeedInformation(hit.texts("ask_for").map(str::to_owned).collect()),
        "reject" => Verdict::Reject(hit.text("message").unwrap_or_default().to_owned()),
        _ => Verdict::NeedsApproval(ApprovalNeed {
            role: hit.text("role").unwrap_or_default().to_owned(),
            quorum: match hit.text("quorum") {
                None | Some("any") => Quorum::Any,
                Some("all") => Quorum::All,
                Some(count) => count.parse().map_or(Quorum::All, Quorum::AtLeast),
            },
            with_report: hit.answer("report") == Some(&Value::Bool(true)),
        }),
    })
}

/// Of two needs for people the upper row's role counts, with the stricter of everything else.
fn stricter(before: Verdict, next: Verdict) -> Verdict {
    match (before, next) {
        (Verdict::NeedsApproval(a), Verdict::NeedsApproval(b)) => Verdict::NeedsApproval(ApprovalNeed {
            quorum: if a.role == b.role { strictest(a.quorum, b.quorum) } else { a.quorum },
            role: a.role,
            with_report: a.with_report || b.with_report,
        }),
        (Verdict::NeedInformation(mut a), Verdict::NeedInformation(b)) => {
            a.extend(b.into_iter().filter(|field| !a.contains(field)).collect::<Vec<_>>());
            Verdict::NeedInformation(a)
        }
        (before, next) => {
            if rank(&next) > rank(&before) {
                next
            } else {
                before
            }
        }
    }
}

fn rank(verdict: &Verdict) -> u8 {
    match verdict {
        Verdict::Approve => 0,
        Verdict::NeedsApproval(_) => 1,
        Verdict::NeedInformation(_) => 2,
        Verdict::Reject(_) => 3,
    }
}

fn strictest(a: Quorum, b: Quorum) -> Quorum {
    match (a, b) {
        (Quorum::All, _) | (_, Quorum::All) => Quorum::All,
        (Quorum::AtLeast(a), Quorum::AtLeast(b)) => Quorum::AtLeast(a.max(b)),
        (Quorum::AtLeast(count), Quorum::Any) | (Quorum::Any, Quorum::AtLeast(count)) => Quorum::AtLeast(count),
        (Quorum::Any, Quorum::Any) => Quorum::Any,
    }
}
