//! Approvals: how many must agree, who may, and where a rejection leads.

use serde_json::json;

use crate::walk::{Walk, approval, definition, end, start};

fn reviewed(mode: serde_json::Value, who: serde_json::Value) -> Walk {
    let nodes = json!([start("review"), approval("review", mode, who, "done", "refused"), end("done"), end("refused")]);
    Walk::of(definition(nodes)).begin()
}

/// Z8, Z13: start, an approval, an end; one agreement is enough.
#[test]
fn z13_any_one_of_a_role_decides() {
    let mut walk = reviewed(json!("any"), json!([{"role": "supervisor"}]));
    assert_eq!(walk.at(), ["review"]);
    walk.press("review", 4, "agree").unwrap();
    assert_eq!(walk.outcome(), "done");
    assert_eq!(walk.records(), ["flow.agreed", "flow.moved"]);
}

/// Z13: who may not act is told who may.
#[test]
fn z13_others_are_refused() {
    let mut walk = reviewed(json!("any"), json!([{"role": "supervisor"}]));
    let refusal = walk.press("review", 1, "agree").unwrap_err();
    assert_eq!(refusal.code(), "not_yours");
    assert!(refusal.to_string().contains("role:supervisor"), "{refusal}");
}
