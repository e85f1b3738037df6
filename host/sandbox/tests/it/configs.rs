//! Configurations: the schema's opinion and the rule's own.

use redress_domain::rule::Violation;
use redress_sandbox::check_config;
use serde_json::json;

use crate::guest::{Guest, assessment};
use crate::world::{admit, sandbox};

#[test]
fn every_violation_has_its_place() {
    let schema = json!({
        "type": "object", "additionalProperties": false, "required": ["window_days"],
        "properties": { "window_days": { "type": "integer", "minimum": 1 }, "tiers": { "type": "array", "items": { "type": "object" } } }
    });
    assert_eq!(check_config(&schema, &json!({ "window_days": 30 })), []);
    let found = check_config(&schema, &json!({ "window_days": 0, "tiers": [{}, 5], "colour": "red" }));
    let mut paths: Vec<_> = found.iter().map(|violation| violation.path.as_str()).collect();
    paths.sort_unstable();
    assert_eq!(paths, ["", "/tiers/1", "/window_days"], "{found:?}");
    assert!(found.iter().any(|violation| violation.message.contains("colour")), "{found:?}");
}

#[tokio::test]
async fn the_rule_has_the_last_word() {
    let (sandbox, _dir) = sandbox();
    let (rule, _) = admit(&sandbox, Guest::fraud(&assessment(1)).build()).await;
    assert_eq!(rule.validate_config("{}"), Ok(Ok(())));
    let violation = Violation { path: "test".to_owned(), message: "test".to_owned() };
    assert_eq!(rule.validate_config(r#"{"a":1}"#), Ok(Err(vec![violation])));
}
