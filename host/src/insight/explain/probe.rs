//! Tries every single change of an input and keeps those after which something else follows.

use redress_domain::decision::Decision;
use redress_domain::rule::{Answer, CaseFile, Question};
use serde::Serialize;
use serde_json::Value;
use std::sync::Arc;
use utoipa::ToSchema;

use super::effect::Effect;
use super::input::Input;
use super::knob::{Act, Choice, Scale, Unit};
use super::search::{Asker, Budget};
use super::seen::Seen;
use super::walk::{Knobs, knobs};
use super::words;

/// What kind of change it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, ToSchema)]
#[schema(as = ProbedChange)]
#[serde(rename_all = "snake_case")]
pub enum Change {
    /// This much or more.
    AtLeast,
    /// This much or less.
    AtMost,
    /// Another value.
    Set,
    /// Gone, or unknown.
    Remove,
    /// One more in a list.
    Add,
}

/// One change of the input after which something else follows.
#[derive(Debug, Serialize, ToSchema)]
pub struct Probe {
    /// JSON Pointer into `{"case": …, "input": …}`, the case file and the question.
    pub pointer: String,
    /// What changes with it, so that the input stays one that can come.
    pub also: Vec<String>,
    /// What kind of change.
    pub change: Change,
    /// What stood there.
    #[schema(value_type = serde_json::Value)]
    pub from: Value,
    /// What would stand there; for amounts, numbers and moments the nearest value from which on it holds.
    #[schema(value_type = serde_json::Value)]
    pub to: Value,
    /// What followed.
    pub before: String,
    /// What would follow.
    pub after: String,
    /// Minor units that would be kept back, when they are others than now.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kept: Option<i64>,
    /// How large the change is, in thousandths: of the value for numbers, of thirty days for moments; 1000 for every other.
    pub size: u64,
    /// The same in words.
    pub text: String,
}

/// How far the search went.
#[derive(Debug, Serialize, ToSchema)]
pub struct Probed {
    /// Calls of the rule.
    pub calls: u32,
    /// Things about the input that can be changed.
    pub inputs: usize,
    /// False when the search ended before everything was tried.
    pub complete: bool,
    /// Why it ended early, or why there was none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// Tries changes until all are tried or no call is left.
pub(super) fn probe(
    case: &CaseFile,
    question: &Question,
    decision: &Decision,
    seen: &Seen,
    budget: Budget,
    ask: impl FnMut(&Arc<CaseFile>, &Question) -> Option<Answer>,
) -> (Vec<Probe>, Probed) {
    let input = Input::new(case, question, decision.at);
    let Knobs { choices, scales } = knobs(&input.document, &decision.host_calls, seen);
    let inputs = choices.len() + scales.len();
    let mut asker = Asker::new(&input, budget, ask);
    let Some(base) = asker.effect(&input.document) else {
        let note = Some("the recorded input does not read any more".to_owned());
        return (Vec::new(), Probed { calls: 0, inputs, complete: false, note });
    };
    let mut found = Vec::new();
    for scale in &scales {
        for upwards in [false, true] {
            if let Some((value, effect)) = asker.threshold(scale, &base, upwards) {
                found.push(of_scale(&input.document, scale, &base, upwards, value, effect));
            }
        }
    }
    for choice in choices {
        if let Some(effect) = asker.effect(&choice.changed).filter(|effect| *effect != base) {
            found.push(of_choice(choice, &base, effect));
        }
    }
    found.sort_by(|a, b| (a.size, &a.pointer, a.change, a.to.to_string()).cmp(&(b.size, &b.pointer, b.change, b.to.to_string())));
    let note = asker.stopped.map(|why| {
        let Budget { calls, time } = budget;
        format!("{why} (at most {calls} calls in {} s): there may be further changes, and smaller ones", time.as_secs())
    });
    (found, Probed { calls: asker.calls, inputs, complete: note.is_none(), note })
}

fn of_scale(document: &Value, scale: &Scale, base: &Effect, upwards: bool, value: i64, effect: Effect) -> Probe {
    let distance = value.abs_diff(scale.now).saturating_mul(1000);
    let size = match scale.unit {
        Unit::Days(_) => distance / 30,
        Unit::Money(_) | Unit::Count => distance / scale.now.unsigned_abs().max(1),
    };
    Probe {
        text: words::of_scale(scale, upwards, value, base, &effect),
        pointer: scale.pointer.clone(),
        also: scale.moved(document, value),
        change: if upwards { Change::AtLeast } else { Change::AtMost },
        from: scale.shown(scale.now),
        to: scale.shown(value),
        before: base.label.clone(),
        kept: (effect.kept != base.kept).then_some(effect.kept),
        after: effect.label,
        size,
    }
}

fn of_choice(choice: Choice, base: &Effect, effect: Effect) -> Probe {
    Probe {
        text: words::of_choice(&choice, base, &effect),
        change: match choice.act {
            Act::Set => Change::Set,
            Act::Remove => Change::Remove,
            Act::Add => Change::Add,
        },
        pointer: choice.pointer,
        also: choice.also,
        from: choice.from,
        to: choice.to,
        before: base.label.clone(),
        kept: (effect.kept != base.kept).then_some(effect.kept),
        after: effect.label,
        size: 1000,
    }
}
