//! Whether a condition can hold at all, found out by trying all that can be chosen.

use std::collections::BTreeMap;

use redress_domain::clock::Timestamp;
use redress_expression::{Cause, Value};

use crate::condition::{Condition, Outcome};
use crate::definition::{Audience, Control, Definition};
use crate::facts::{Facts, Memory, View};

/// Combinations that are tried for all conditions of a form together, so that saving one is quick whatever it says.
pub(super) const BUDGET: usize = 20_000;
/// Combinations that are tried for one condition.
const MOST: usize = 1_000;
/// Steps of one try.
const STEPS: u32 = 500;

type Answers = BTreeMap<String, Value>;

/// When a condition holds, as far as that can be tried.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Reach {
    Never,
    Sometimes,
    Always,
}

/// Tries every combination of answers to the choices that a condition reads, unanswered ones among them. A condition that
/// reads anything else is taken to hold sometimes.
pub(super) fn reach(definition: &Definition, condition: &Condition, budget: &mut usize) -> Reach {
    let own: Vec<_> = condition.expression().paths().into_iter().filter(|path| path.starts_with("field.")).collect();
    if own.len() != condition.expression().paths().len() {
        return Reach::Sometimes;
    }
    let mut cases = vec![Answers::new()];
    for key in &condition.reads {
        let Some(values) = definition.field(key).and_then(|field| choices(&field.control)) else { return Reach::Sometimes };
        if cases.len().saturating_mul(values.len() + 1) > MOST.min(*budget) {
            return Reach::Sometimes;
        }
        let with = |value: &Value| cases.iter().map(|case| extended(case, key, value)).collect::<Vec<_>>();
        let answered: Vec<_> = values.iter().flat_map(with).collect();
        cases.extend(answered);
    }
    *budget = budget.saturating_sub(cases.len());
    let outcomes: Vec<_> = cases.iter().map(|answers| ask(definition, condition, answers)).collect();
    if outcomes.contains(&None) {
        return Reach::Sometimes;
    }
    match (outcomes.contains(&Some(true)), outcomes.contains(&Some(false))) {
        (false, _) => Reach::Never,
        (true, true) => Reach::Sometimes,
        (true, false) => Reach::Always,
    }
}

fn extended(case: &Answers, key: &str, value: &Value) -> Answers {
    let mut case = case.clone();
    case.insert(key.to_owned(), value.clone());
    case
}

/// All answers that a control can have, when they are few.
fn choices(control: &Control) -> Option<Vec<Value>> {
    match control {
        Control::Checkbox {} => Some(vec![Value::Bool(false), Value::Bool(true)]),
        Control::Select { options } => Some(options.iter().map(|option| Value::text(&option.value)).collect()),
        _ => None,
    }
}

/// Whether the condition holds; `None` when that takes too many steps to find out.
fn ask(definition: &Definition, condition: &Condition, answers: &Answers) -> Option<bool> {
    let now = Timestamp::from_millis(0)?;
    let (facts, memory) = (Facts::default(), Memory::default());
    let view = View { definition, facts: &facts, now, audience: Audience::Agent, answers, memory: &memory };
    match condition.ask(&view, STEPS) {
        Outcome::Holds => Some(true),
        Outcome::Fault(fault) if matches!(fault.cause, Cause::Steps(_)) => None,
        Outcome::Fails | Outcome::Unknown { .. } | Outcome::Fault(_) => Some(false),
    }
}
