//! Whether a condition can hold at all, found out by trying all that can be chosen.

use std::collections::BTreeMap;

use redress_domain::clock::Timestamp;
use redress_expression::Value;

use crate::condition::{Condition, Outcome};
use crate::definition::{Audience, Control, Definition};
use crate::facts::{Facts, View};

/// More combinations than this are not tried.
const MOST: usize = 5_000;

/// When a condition holds, as far as that can be tried.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Reach {
    Never,
    Sometimes,
    Always,
}

/// Tries every combination of answers to the choices that a condition reads, unanswered ones among them. A condition that
/// reads anything else is taken to hold sometimes.
pub(super) fn reach(definition: &Definition, condition: &Condition) -> Reach {
    let own: Vec<_> = condition.expression().paths().into_iter().filter(|path| path.starts_with("field.")).collect();
    if own.len() != condition.expression().paths().len() {
        return Reach::Sometimes;
    }
    let mut cases: Vec<BTreeMap<String, Value>> = vec![BTreeMap::new()];
    for key in &condition.reads {
        let Some(values) = definition.field(key).and_then(|field| choices(&field.control)) else { return Reach::Sometimes };
        if cases.len().saturating_mul(values.len() + 1) > MOST {
            return Reach::Sometimes;
        }
        let with = |value: &Value| {
            cases
                .iter()
                .map(|case| case.iter().map(|(k, v)| (k.clone(), v.clone())).chain([(key.clone(), value.clone())]).collect())
                .collect::<Vec<BTreeMap<_, _>>>()
        };
        let answered: Vec<_> = values.iter().flat_map(with).collect();
        cases.extend(answered);
    }
    let outcomes: Vec<_> = cases.iter().map(|answers| holds(definition, condition, answers)).collect();
    match (outcomes.contains(&true), outcomes.contains(&false)) {
        (false, _) => Reach::Never,
        (true, true) => Reach::Sometimes,
        (true, false) => Reach::Always,
    }
}

/// All answers that a control can have, when they are few.
fn choices(control: &Control) -> Option<Vec<Value>> {
    match control {
        Control::Checkbox {} => Some(vec![Value::Bool(false), Value::Bool(true)]),
        Control::Select { options } => Some(options.iter().map(|option| Value::text(&option.value)).collect()),
        _ => None,
    }
}

fn holds(definition: &Definition, condition: &Condition, answers: &BTreeMap<String, Value>) -> bool {
    let Some(now) = Timestamp::from_millis(0) else { return true };
    let view = View { definition, facts: &Facts::default(), now, audience: Audience::Agent, answers };
    condition.ask(&view) == Outcome::Holds
}
