//! What people write in a definition: expressions, keys and names.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::check::{agents, go, says};
use crate::walk::{definition, end, environment, form, node, start};

/// All expressions are checked, with their place and the nearest name.
#[test]
fn expressions_are_checked() {
    let nodes = |when: &str| json!([start("choose"), go("choose", when, "done", "done"), end("done")]);
    for wrong in ["amont > money(\"1.00\")", "amount >", "amount", "form.nothing", "outcome.choose.action == \"x\""] {
        says(nodes(wrong), &["expression@choose"]);
    }
    says(nodes("has(form.refund) && form.refund < amount"), &[]);
    let broken: redress_flow::Definition = serde_json::from_value(definition(nodes("amont > money(\"1.00\")"))).unwrap();
    let found = redress_flow::check(&broken, &environment());
    assert!(found[0].message.contains("column 1") && found[0].message.contains("did you mean 'amount'"), "{found:?}");

    let set = |change: Value| {
        json!([start("set"), node("set", json!({"type": "set", "changes": [change], "next": "done"}), json!({})), end("done")])
    };
    says(set(json!({"field": {"name": "x", "value": "nothing"}})), &["expression@set"]);
    says(set(json!({"form": {"name": "refund", "value": "kind"}})), &["expression@set"]);
    says(set(json!({"form": {"name": "nothing", "value": "kind"}})), &["unknown_field@set"]);
    says(set(json!({"apply": {"event": "parcel_lost"}})), &["bad_apply@set"]);
    says(set(json!({"apply": {"event": "parcel_lost", "details": {"reason": "amount"}}})), &["bad_apply@set"]);
    says(set(json!({"apply": {"event": "parcel_lost", "details": {"reason": "kind"}}})), &[]);
    let until = json!({"type": "timer", "when": {"until": "amount"}, "next": "done"});
    says(json!([start("rest"), node("rest", until, json!({})), end("done")]), &["expression@rest"]);
    let fill = form("fill", json!([{"expression": "amount"}]), json!({}), "done");
    says(json!([start("fill"), fill, end("done")]), &["expression@fill"]);
    let fill = form("fill", json!([{"expression": "[team, \"role:agent\"]"}]), json!({}), "done");
    says(json!([start("fill"), fill, end("done")]), &[]);
    let empty = json!({"type": "condition", "branches": [], "else": "done"});
    says(json!([start("choose"), node("choose", empty, json!({})), end("done")]), &["bad_condition@choose"]);
}

/// What people write is read strictly, and says where it is wrong.
#[test]
fn unknown_keys_and_names_are_refused() {
    let sound = definition(json!([start("fill"), form("fill", agents(), json!({}), "done"), end("done")]));
    let wrong: [(&str, Value); 6] = [
        ("/nodes/1/kind/typo", json!(1)),
        ("/nodes/1/work/who/0", json!({"rolle": "agent"})),
        ("/nodes/1/work/buttons/0/does", json!("approve")),
        ("/nodes/1/limit/within", json!("soon")),
        ("/nodes/1/kind/type", json!("form2")),
        ("/nodes/0/typo", json!(1)),
    ];
    for (path, value) in wrong {
        let mut broken = sound.clone();
        let (parent, key) = path.rsplit_once('/').unwrap();
        match broken.pointer_mut(parent).unwrap() {
            Value::Array(items) => items[key.parse::<usize>().unwrap()] = value,
            other => other[key] = value,
        }
        assert!(serde_json::from_value::<redress_flow::Definition>(broken).is_err(), "{path}");
    }
    let read: redress_flow::Definition = serde_json::from_value(sound.clone()).unwrap();
    let again: redress_flow::Definition = serde_json::from_value(serde_json::to_value(&read).unwrap()).unwrap();
    assert_eq!(again, read);
}

/// The console tells findings in its readers' language by their codes.
#[test]
fn every_code_has_words_in_the_console() {
    let place = concat!(env!("CARGO_MANIFEST_DIR"), "/../console/src/pages/builder/workflows/words/findings.zh-CN.json");
    let words: BTreeMap<String, String> = serde_json::from_str(&std::fs::read_to_string(place).unwrap()).unwrap();
    assert_eq!(words.keys().map(String::as_str).collect::<Vec<_>>(), redress_flow::CODES);
    assert!(words.values().all(|words| !words.is_empty()));
}
