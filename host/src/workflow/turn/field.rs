//! How many fields a ticket has, and how large they are.

use serde_json::{Map, Value};

use crate::workflow::Error;
use crate::workflow::violation::Violations;

/// Most fields of a ticket.
const MOST: usize = 200;
/// Most bytes of all names and values, as JSON.
const LARGEST: usize = 64 << 10;
/// Longest name in bytes.
const LONGEST: usize = 100;

/// Refuses fields with which the ticket would have too much.
pub(super) fn check(known: &Map<String, Value>, more: &Map<String, Value>) -> Result<(), Error> {
    let mut found = Violations::default();
    let kept = known.iter().filter(|(name, _)| !more.contains_key(*name));
    let (mut count, mut bytes) = (0, 0);
    for (name, value) in kept.chain(more) {
        count += 1;
        bytes += name.len() + value.to_string().len();
    }
    found.require(more.keys().all(|name| name.len() <= LONGEST), "too_long", "/fields", "a field's name has at most 100 bytes");
    found.require(count <= MOST, "too_many", "/fields", "a ticket has at most 200 fields: leave out those that nobody needs");
    found.require(
        bytes <= LARGEST,
        "too_large",
        "/fields",
        "a ticket's fields have at most 64 KiB together: upload files, and shorten texts",
    );
    found.finish().map_err(Error::Invalid)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn fields_of_a_ticket_end_somewhere() {
        let of = |value: Value| value.as_object().cloned().expect("an object");
        let many: Map<String, Value> = (0..MOST).map(|at| (format!("f{at}"), json!(at))).collect();
        assert!(check(&many, &of(json!({"f0": "again"}))).is_ok(), "what is there already is replaced");
        assert!(check(&many, &of(json!({"one_more": 1}))).is_err());
        assert!(check(&Map::new(), &of(json!({"text": "长".repeat(LARGEST / 3)}))).is_err());
        assert!(check(&Map::new(), &of(json!({"x".repeat(LONGEST + 1): 1}))).is_err());
    }
}
