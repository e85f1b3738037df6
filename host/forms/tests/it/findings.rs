//! What is told about a form when it is saved.

use redress_forms::{Severity, check};
use serde_json::{Value, json};

use crate::sample::{definition, options};

/// Errors and warnings as `severity path: message`, the paths from the first section on.
fn found(fields: Value, checks: Value) -> Vec<String> {
    let findings = check(&definition(fields, checks));
    findings
        .iter()
        .map(|finding| {
            let severity = if finding.severity == Severity::Error { "error" } else { "warning" };
            format!("{severity} {}: {}", finding.path.replace("/sections/0/fields", ""), finding.message)
        })
        .collect()
}

fn field(key: &str, control: Value) -> Value {
    json!({ "key": key, "control": control })
}

fn with(mut field: Value, name: &str, value: Value) -> Value {
    field[name] = value;
    field
}

fn text(key: &str) -> Value {
    field(key, json!({ "type": "text" }))
}

/// Asserts that a form has exactly one finding, which begins and continues so.
fn only(fields: Value, begins: &str, contains: &str) {
    let found = found(fields, json!([]));
    assert!(found.len() == 1 && found[0].starts_with(begins) && found[0].contains(contains), "{found:#?}");
}

#[test]
fn keys_are_unique_and_names_of_the_language() {
    only(json!([text("a"), text("a")]), "error /1/key: ", "another field has the key 'a'");
    for wrong in ["A", "1a", "a-b", "", "姓名", "a.b"] {
        assert!(found(json!([text(wrong)]), json!([])).iter().any(|told| told.contains("is no key")), "{wrong}");
    }
    only(json!([text("in")]), "error /0/key: ", "a word of theirs");
}

#[test]
fn unknown_names_come_with_a_suggestion() {
    let reading = |expression: &str| json!([text("reason"), with(text("b"), "show_when", json!(expression))]);
    only(reading("field.raeson == 'x'"), "error /1/show_when: column 1", "did you mean 'reason'?");
    only(reading("order.pad > money('1')"), "error /1/show_when: column 1", "did you mean 'paid'?");
    only(reading("custmer.member_level == 'vip'"), "error /1/show_when: column 1", "did you mean 'customer'?");
    only(reading("field.reason"), "error /1/show_when: column 1", "the expression gives a text, and true or false is needed");
    only(reading("field.reason > 3"), "error /1/show_when: column 1", "does not fit a text and a whole number");
    only(reading("field.reason =="), "error /1/show_when: column", "");
    let check = json!([{ "key": "c", "expression": "field.reason != 'x'", "at": "reasn" }]);
    assert_eq!(found(json!([text("reason")]), check), ["error /checks/0/at: there is no field 'reasn': did you mean 'reason'?"]);
}

#[test]
fn conditions_do_not_depend_in_a_circle() {
    let shown = |key: &str, by: &str| with(text(key), "show_when", json!(format!("field.{by} == 'x'")));
    only(json!([shown("a", "b"), shown("b", "c"), shown("c", "a")]), "error /0/show_when: ", "a → b → c → a");
    only(json!([shown("a", "a")]), "error /0/show_when: ", "a → a");
    let mutual = |key: &str, by: &str| with(text(key), "require_when", json!(format!("field.{by} == 'x'")));
    assert_eq!(found(json!([mutual("a", "b"), mutual("b", "a")]), json!([])), [""; 0], "to require each other is no circle");
}

#[test]
fn a_default_obeys_the_rules_of_its_field() {
    let refused = |control: Value, default: Value| only(json!([with(field("a", control), "default", default)]), "error /0/default", "");
    refused(json!({ "type": "text", "max_length": 2 }), json!("abc"));
    refused(json!({ "type": "number", "max": 2 }), json!(3));
    refused(json!({ "type": "number" }), json!(1.5));
    refused(json!({ "type": "money" }), json!("1.005"));
    refused(json!({ "type": "money", "min": 100 }), json!("0.99"));
    refused(json!({ "type": "phone" }), json!("123"));
    refused(json!({ "type": "select", "options": options(&["x"]) }), json!("y"));
    refused(json!({ "type": "date" }), json!("2026-02-30"));
    refused(json!({ "type": "checkbox" }), json!("yes"));
    refused(json!({ "type": "text" }), json!(" "));
    refused(json!({ "type": "person" }), json!("usr_1"));
    refused(json!({ "type": "date_time", "auto": "now" }), json!("2026-10-07T08:00:00Z"));
    let fine = with(field("a", json!({ "type": "number" })), "default", json!(3));
    assert_eq!(found(json!([fine]), json!([])), [""; 0]);
}

#[test]
fn settings_that_contradict_each_other_are_errors() {
    for (control, path) in [
        (json!({ "type": "text", "min_length": 3, "max_length": 2 }), ""),
        (json!({ "type": "text", "max_length": 0 }), "/max_length"),
        (json!({ "type": "text", "pattern": "(?=a)" }), "/pattern"),
        (json!({ "type": "number", "min": 3, "max": 2 }), ""),
        (json!({ "type": "number", "min": 0.5 }), "/min"),
        (json!({ "type": "number", "decimals": 7 }), "/decimals"),
        (json!({ "type": "money", "min": 3, "max": 2 }), ""),
        (json!({ "type": "phone", "digits": 2 }), "/digits"),
        (json!({ "type": "select", "options": [] }), "/options"),
        (json!({ "type": "select", "options": options(&["x", "x"]) }), "/options/1/value"),
        (json!({ "type": "select", "options": options(&[" "]) }), "/options/0/value"),
        (json!({ "type": "multi_select", "options": options(&["x"]), "min": 2 }), ""),
        (json!({ "type": "multi_select", "options": options(&["x", "y"]), "min": 2, "max": 1 }), ""),
        (json!({ "type": "date", "min": "2026-02-30" }), "/min"),
        (json!({ "type": "date", "min": "2026-02-03", "max": "2026-02-02" }), ""),
        (json!({ "type": "image", "max_count": 0 }), "/max_count"),
        (json!({ "type": "video", "max_bytes": 0 }), "/max_bytes"),
        (json!({ "type": "attachment", "media_types": ["image/png", "png"] }), "/media_types/1"),
        (json!({ "type": "attachment", "media_types": ["image/(.*)"] }), "/media_types/0"),
    ] {
        let found = found(json!([field("a", control.clone())]), json!([]));
        let begins = format!("error /0/control{path}");
        assert!(found.iter().any(|told| told.starts_with(&begins)), "{control}: {found:#?}");
    }
}

#[test]
fn a_fact_must_fit_its_field_and_a_locked_field_needs_one() {
    only(json!([with(text("a"), "fill_from", json!("order.lines"))]), "error /0/fill_from: ", "there are order.number");
    only(json!([with(text("a"), "locked", json!(true))]), "error /0/locked: ", "fill_from");
    let both = with(with(text("a"), "locked", json!(true)), "fill_from", json!("customer.name"));
    only(json!([with(both, "required", json!(true))]), "warning /0/locked: ", "nobody can submit");
}

#[test]
fn what_is_required_can_be_shown() {
    let reason = || field("reason", json!({ "type": "select", "options": options(&["quality", "size"]) }));
    let shown = |condition: &str, required: bool| {
        json!([reason(), text("free"), with(with(text("b"), "show_when", json!(condition)), "required", json!(required))])
    };
    only(shown("field.reason == 'quallity'", true), "error /2/show_when: ", "required, but this condition never holds");
    only(shown("field.reason == 'quallity'", false), "warning /2/show_when: ", "nobody ever sees");
    only(shown("false", true), "error /2/show_when: ", "never holds");
    only(shown("true || field.reason == 'size'", true), "warning /2/show_when: ", "always holds");
    for fine in
        ["field.reason == 'quality'", "field.reason != 'size'", "!has(field.reason)", "field.free == 'quallity'", "order.paid > money('1')"]
    {
        assert_eq!(found(shown(fine, true), json!([])), [""; 0], "{fine}");
    }
}

#[test]
fn conditions_that_mean_nothing_are_warnings() {
    let a = || field("a", json!({ "type": "checkbox" }));
    let require = |condition: &str| with(text("b"), "require_when", json!(condition));
    only(json!([a(), with(require("field.a"), "required", json!(true))]), "warning /1/require_when: ", "changes nothing");
    only(json!([a(), require("field.b == 'x'")]), "warning /1/require_when: ", "its own answer");
    only(json!([with(a(), "internal", json!(true)), require("field.a")]), "warning /1/require_when: ", "customers never answer 'a'");
    let checks = |expression: &str| json!([{ "key": "c", "expression": expression }]);
    let told = found(json!([a()]), checks("order.paid > money('1')"));
    assert!(told.len() == 1 && told[0].contains("reads no field of the form"), "{told:?}");
    let told = found(json!([a()]), checks("field.a && !field.a"));
    assert!(told.len() == 1 && told[0].contains("never holds"), "{told:?}");
}

#[test]
fn checks_have_names_of_their_own_and_words_for_people() {
    let mut broken =
        definition(json!([text("a")]), json!([{ "key": "c", "expression": "has(field.a)" }, { "key": "c", "expression": "has(field.a)" }]));
    broken.checks[0].message.en = String::new();
    broken.title.zh_cn = " ".to_owned();
    broken.version = 0;
    let paths: Vec<_> = check(&broken).into_iter().map(|finding| finding.path).collect();
    assert_eq!(paths, ["/title/zh-CN", "/version", "/checks/0/message/en", "/checks/1/key"]);
}

#[test]
fn a_form_that_is_far_too_large_is_told_so_at_once() {
    let fields: Vec<_> = (0..5_000).map(|n| with(text(&format!("f{n}")), "show_when", json!(format!("field.f{} == 'x'", n + 1)))).collect();
    only(json!(fields), "error /sections: ", "5000 fields; at most 200");
    let many: Vec<_> = (0..150).map(|_| text("A")).collect();
    let told = found(json!(many), json!([]));
    assert!(told.len() == 101 && told[100].contains("more findings"), "{}", told.len());
}

#[test]
fn saving_a_form_is_quick_whatever_its_conditions_say() {
    let loops = "[1,2,3,4,5,6,7,8,9].all(x, [1,2,3,4,5,6,7,8,9].all(y, [1,2,3,4,5,6,7,8,9].all(z, x + y + z < 99 || field.a))) && field.b && field.c";
    let mut fields: Vec<_> = ["a", "b", "c"].iter().map(|key| field(key, json!({ "type": "checkbox" }))).collect();
    fields.extend((0..190).map(|n| with(text(&format!("f{n}")), "show_when", json!(loops))));
    let before = std::time::Instant::now();
    assert_eq!(found(json!(fields), json!([])), [""; 0]);
    assert!(before.elapsed().as_secs() < 10, "{:?}", before.elapsed());
}
