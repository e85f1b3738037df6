//! From rows that fired to the answer of a hook.

mod fraud;
mod intents;
mod refund;
mod routing;

use redress_sdk::Priority;
use redress_table::Fired;

pub(crate) use fraud::assess;
pub(crate) use intents::intents;
pub(crate) use refund::decide;
pub(crate) use routing::route;

/// Texts of a column over all rows, each once.
fn texts(fired: &[Fired<'_>], column: &str) -> Vec<String> {
    let mut all: Vec<String> = Vec::new();
    for text in fired.iter().flat_map(|hit| hit.texts(column)) {
        if !all.iter().any(|own| own == text) {
            all.push(text.to_owned());
        }
    }
    all
}

fn priority(hit: &Fired<'_>) -> Option<Priority> {
    Some(match hit.text("priority")? {
        "low" => Priority::Low,
        "high" => Priority::High,
        "urgent" => Priority::Urgent,
        _ => Priority::Normal,
    })
}
