//! May the money be paid back.

use redress_expression::Value;
use redress_sdk::prelude::*;
use redress_table::{Fired, Table};

use super::texts;
use crate::words::Words;

/// The rows together: the strictest verdict, all deductions and tags.
///
/// # Errors
/// No row fits, none decides, or two ask different people: then a person does.
pub(crate) fn decide(call: &Call<Table>, fired: &[Fired<'_>]) -> Result<Decision, RuleError> {
    let table = &call.config;
    let verdicts: Vec<(&str, Verdict)> = fired.iter().filter_map(|hit| Some((hit.row.id.as_str(), read(hit)?))).collect();
    let strictest = verdicts.iter().map(|(_, verdict)| rank(verdict)).max();
    let mut counting = verdicts.into_iter().filter(|(_, verdict)| Some(rank(verdict)) == strictest);
    let Some((mut by, mut verdict)) = counting.next() else {
        let message =
            format!("no row of table '{}' decides this case: add a row with - in every cell at the end, for everything else", table.name);
        return Err(RuleError::invalid_input("", message));
    };
    for (row, next) in counting {
        let before = quorum(&verdict);
        verdict = joined(verdict, next).map_err(|[before, next]| {
            let message = format!(
                "rows '{by}' and '{row}' of table '{}' ask different people, {before} and {next}, and a table does not know which is \
                 stricter: make the rows exclude each other, or ask the same people in both",
                table.name
            );
            RuleError::invalid_input("", message)
        })?;
        if quorum(&verdict) != before {
            by = row;
        }
    }
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

/// Two verdicts of one kind as one that satisfies both; of two refusals the upper row's words count. Otherwise both needs in
/// words.
fn joined(before: Verdict, next: Verdict) -> Result<Verdict, [String; 2]> {
    Ok(match (before, next) {
        (Verdict::NeedsApproval(a), Verdict::NeedsApproval(b)) => match stricter(a.quorum, b.quorum) {
            Some(quorum) if a.role == b.role => {
                Verdict::NeedsApproval(ApprovalNeed { role: a.role, quorum, with_report: a.with_report || b.with_report })
            }
            _ => return Err([told(&a), told(&b)]),
        },
        (Verdict::NeedInformation(mut a), Verdict::NeedInformation(b)) => {
            a.extend(b.into_iter().filter(|field| !a.contains(field)).collect::<Vec<_>>());
            Verdict::NeedInformation(a)
        }
        (before, _) => before,
    })
}

fn quorum(verdict: &Verdict) -> Option<Quorum> {
    if let Verdict::NeedsApproval(need) = verdict { Some(need.quorum) } else { None }
}

fn told(need: &ApprovalNeed) -> String {
    match need.quorum {
        Quorum::Any => format!("one '{}'", need.role),
        Quorum::All => format!("all '{}'", need.role),
        Quorum::AtLeast(count) => format!("{count} '{}'", need.role),
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

/// The stricter of two quorums of one role; none when it depends on how many hold the role, which only the host knows.
fn stricter(a: Quorum, b: Quorum) -> Option<Quorum> {
    let least = |quorum| match quorum {
        Quorum::Any => Some(1),
        Quorum::AtLeast(count) => Some(count),
        Quorum::All => None,
    };
    match (least(a), least(b)) {
        (None, None) => Some(a),
        (None, Some(count)) | (Some(count), None) => (count <= 1).then_some(Quorum::All),
        (Some(1), Some(_)) => Some(b),
        (Some(x), Some(y)) => Some(if y > x { b } else { a }),
    }
}
