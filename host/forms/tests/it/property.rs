//! What holds for any form and any answers.

use std::collections::BTreeSet;

use proptest::prelude::*;
use proptest::sample::select;
use redress_forms::{Audience, Code, Control, Definition, Form, Severity, check, compatible, options as validator, schema};
use serde_json::{Map, Value, json};

use crate::sample::{World, definition, now, options};

/// JSON of any shape.
fn anything() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        ".{0,12}".prop_map(Value::from),
        select(LIKELY).prop_map(Value::from),
    ];
    leaf.prop_recursive(3, 24, 5, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..5).prop_map(Value::from),
            prop::collection::btree_map(select(NAMES), inner, 0..5)
                .prop_map(|map| Value::Object(map.into_iter().map(|(name, value)| (name.to_owned(), value)).collect())),
        ]
    })
}

/// Texts that some control takes, so that answers come far.
const LIKELY: &[&str] = &[
    "x",
    "y",
    "13800138000",
    "12.5",
    "2026-10-07",
    "2026-10-07T16:00:00+08:00",
    "TB-1001",
    "usr_00000000000000000000000000000003",
    "quality",
    "damaged",
    "refund",
    "image/png",
    "sha256:0000000000000000000000000000000000000000000000000000000000000001",
    "1",
    "2",
    " ",
    "\u{0}",
];
const NAMES: &[&str] = &["line", "quantity", "name", "media_type", "bytes", "digest"];
const KEYS: &[&str] = &["a", "b", "c", "d", "e", "f"];

/// A control, most of them sound.
fn control() -> impl Strategy<Value = Value> {
    select(vec![
        json!({ "type": "text", "max_length": 12 }),
        json!({ "type": "text", "pattern": "^[a-z]*$" }),
        json!({ "type": "long_text" }),
        json!({ "type": "number", "min": -5, "max": 5 }),
        json!({ "type": "number", "decimals": 2 }),
        json!({ "type": "money" }),
        json!({ "type": "phone" }),
        json!({ "type": "checkbox" }),
        json!({ "type": "select", "options": options(&["x", "y"]) }),
        json!({ "type": "multi_select", "options": options(&["x", "y", "z"]), "max": 2 }),
        json!({ "type": "date" }),
        json!({ "type": "date_time" }),
        json!({ "type": "date_time", "auto": "now" }),
        json!({ "type": "image" }),
        json!({ "type": "attachment", "max_count": 2, "max_bytes": 100 }),
        json!({ "type": "person" }),
        json!({ "type": "related", "resource": "order" }),
        json!({ "type": "order_lines" }),
        json!({ "type": "order_lines", "quantities": false }),
        json!({ "type": "select", "options": [] }),
        json!({ "type": "text", "min_length": 3, "max_length": 2 }),
        json!({ "type": "text", "pattern": "(" }),
    ])
}

fn expression() -> impl Strategy<Value = String> {
    let one = (select(KEYS), select(KEYS)).prop_flat_map(|(a, b)| {
        select(vec![
            format!("has(field.{a})"),
            format!("!has(field.{a})"),
            format!("field.{a} == 'x'"),
            format!("field.{a} != 'y'"),
            format!("field.{a}"),
            format!("field.{a} > 1"),
            format!("10 / field.{a} > field.{b}"),
            format!("size(field.{a}) > 0"),
            format!("field.{a}.quantity <= order.quantity"),
            format!("field.{a} == field.{b}"),
            "customer.member_level == 'vip'".to_owned(),
            "order.paid > money('1.00')".to_owned(),
            "history.claims > 99".to_owned(),
            "ticket.number == '1'".to_owned(),
            "audience == 'agent'".to_owned(),
            "nothing.such".to_owned(),
            "(".to_owned(),
        ])
    });
    prop_oneof![one.clone(), (one.clone(), one, select(&["&&", "||"][..])).prop_map(|(a, b, operator)| format!("{a} {operator} {b}"))]
}

fn maybe<T: std::fmt::Debug + Clone>(strategy: impl Strategy<Value = T>) -> impl Strategy<Value = Option<T>> {
    prop::option::weighted(0.25, strategy)
}

fn field(key: &'static str) -> impl Strategy<Value = Value> {
    let source =
        select(vec!["order.number", "order.amount", "order.lines", "order.quantity", "customer.phone", "customer.name", "person.id"]);
    let default = prop_oneof![select(LIKELY).prop_map(Value::from), (-9..9_i64).prop_map(Value::from), any::<bool>().prop_map(Value::from)];
    let flags = (prop::bool::weighted(0.2), prop::bool::weighted(0.1), prop::bool::weighted(0.1));
    (control(), maybe(expression()), maybe(expression()), maybe(source), maybe(default), flags).prop_map(
        move |(control, show, require, source, default, (required, internal, locked))| {
            json!({
                "key": key, "control": control, "show_when": show, "require_when": require, "fill_from": source, "default": default,
                "required": required, "internal": internal, "locked": locked && source.is_some(),
            })
        },
    )
}

/// A definition that may be broken in any way.
fn drawn() -> impl Strategy<Value = Definition> {
    let fields = KEYS.iter().map(|key| maybe_not(field(key))).collect::<Vec<_>>();
    (fields, prop::option::weighted(0.1, expression())).prop_map(|(fields, check)| {
        let fields: Vec<_> = fields.into_iter().flatten().collect();
        let checks: Vec<_> = check.into_iter().map(|text| json!({ "key": "c", "expression": text })).collect();
        definition(json!(fields), json!(checks))
    })
}

fn maybe_not(strategy: impl Strategy<Value = Value>) -> impl Strategy<Value = Option<Value>> {
    prop::option::weighted(0.8, strategy)
}

/// A definition without errors, made of one that may have some: fields with errors lose their conditions and beginnings, then
/// their control.
fn sound() -> impl Strategy<Value = Definition> {
    drawn().prop_map(|mut definition| {
        for round in 0..8 {
            let errors: Vec<_> = check(&definition).into_iter().filter(|finding| finding.severity == Severity::Error).collect();
            if errors.is_empty() {
                return definition;
            }
            definition.checks.retain(|_| errors.iter().all(|error| !error.path.starts_with("/checks")));
            let at: BTreeSet<usize> = errors.iter().filter_map(|error| error.path.split('/').nth(4)?.parse().ok()).collect();
            for at in at {
                let field = &mut definition.sections[0].fields[at];
                if errors.iter().any(|error| error.path.starts_with(&format!("/sections/0/fields/{at}/control"))) {
                    field.control = serde_json::from_value(json!({ "type": "text" })).unwrap();
                }
                let path = |name: &str| errors.iter().any(|error| error.path.starts_with(&format!("/sections/0/fields/{at}/{name}")));
                if path("show_when") {
                    field.show_when = None;
                }
                if path("require_when") {
                    field.require_when = None;
                }
                if path("fill_from") || path("locked") {
                    (field.fill_from, field.locked) = (None, false);
                }
                if path("default") {
                    field.default = None;
                }
            }
            if round == 6 {
                definition = self::definition(json!([{ "key": "a", "control": { "type": "text" } }]), json!([]));
            }
        }
        definition
    })
}

fn answers() -> impl Strategy<Value = Value> {
    let value = prop_oneof![
        anything(),
        select(LIKELY).prop_map(Value::from),
        (-6..6_i64).prop_map(Value::from),
        any::<bool>().prop_map(Value::from),
        Just(json!(["x"])),
        Just(json!([{ "line": "1" }])),
        Just(json!([{ "line": "1", "quantity": 2 }])),
        Just(json!([{ "name": "a", "media_type": "image/png", "bytes": 3, "digest": LIKELY[12] }])),
    ];
    prop::collection::btree_map(select(KEYS), value, 0..6)
        .prop_map(|map| Value::Object(map.into_iter().map(|(key, value)| (key.to_owned(), value)).collect()))
}

/// An answer that the control takes.
fn plausible(control: &Control) -> Value {
    match control {
        Control::Text { .. } | Control::LongText { .. } => json!("x"),
        Control::Number { .. } => json!(2),
        Control::Money { .. } => json!("12.50"),
        Control::Phone { .. } => json!("13800138000"),
        Control::Checkbox {} => json!(true),
        Control::Select { options } => json!(options[0].value),
        Control::MultiSelect { options, .. } => json!([options[0].value]),
        Control::Date { .. } => json!("2026-10-07"),
        Control::DateTime { .. } => json!("2026-10-07T08:00:00Z"),
        Control::Image(_) | Control::Video(_) | Control::Attachment(_) => {
            json!([{ "name": "a", "media_type": control.media_types()[0], "bytes": 3, "digest": LIKELY[12] }])
        }
        Control::Person { .. } => json!(LIKELY[7]),
        Control::Related { .. } => json!("TB-1001"),
        Control::OrderLines { quantities: true } => json!([{ "line": "1", "quantity": 1 }]),
        Control::OrderLines { quantities: false } => json!([{ "line": "1" }]),
    }
}

/// What is wrong with answers is mended, so that random ones come to be accepted often: a wrong answer gives way to a plausible
/// one, and that to none.
fn mended(form: &Form, answers: Value, world: &World, audience: Audience) -> Option<Value> {
    let mut answers = answers.as_object().cloned().unwrap_or_default();
    let mut tried = BTreeSet::new();
    for _ in 0..12 {
        match form.submit(&Value::Object(answers.clone()), &world.facts(), now(), audience) {
            Ok(accepted) => return Some(json!(accepted)),
            Err(violations) => {
                for violation in violations {
                    let key = violation.pointer.split('/').nth(1).unwrap_or_default().to_owned();
                    match form.definition().field(&key) {
                        Some(field) if violation.code != Code::NotShown && tried.insert(key.clone()) => {
                            answers.insert(key, plausible(&field.control));
                        }
                        _ => {
                            answers.remove(&key);
                        }
                    }
                }
            }
        }
    }
    None
}

/// False when it can be seen without the language that a condition of a simple form does not hold.
fn may_show(text: &str, key: &str, answer: Option<&Value>) -> bool {
    if text == format!("has(field.{key})") || text == format!("field.{key}") {
        return answer.is_some_and(|answer| *answer != json!(false));
    }
    if text == format!("!has(field.{key})") {
        return answer.is_none();
    }
    text != format!("field.{key} == 'x'") || answer == Some(&json!("x"))
}

fn audience() -> impl Strategy<Value = Audience> {
    select(&[Audience::Customer, Audience::Agent][..])
}

/// A search in earnest sets `PROPTEST_CASES`.
fn config() -> ProptestConfig {
    let usual = ProptestConfig::default();
    let cases = std::env::var_os("PROPTEST_CASES").map_or(96, |_| usual.cases);
    ProptestConfig { cases, failure_persistence: None, ..usual }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn checking_never_panics_and_what_has_no_error_works(definition in drawn(), answers in answers(), audience in audience()) {
        let world = World::new();
        let errors = check(&definition).iter().any(|finding| finding.severity == Severity::Error);
        let form = Form::prepare(definition.clone());
        prop_assert_eq!(form.is_err(), errors, "{:?}", form.err());
        if let Ok(form) = form {
            prop_assert!(jsonschema::draft202012::meta::is_valid(&schema(&definition, audience)));
            prop_assert!(validator().build(&schema(&definition, audience)).is_ok());
            let _ = form.submit(&answers, &world.facts(), now(), audience);
        }
    }

    #[test]
    fn any_json_is_judged_without_panic(answers in anything(), key in select(&["service", "return", "problem"][..]), audience in audience()) {
        let (world, form) = (World::new(), crate::sample::shipped(key));
        let _ = form.submit(&answers, &world.facts(), now(), audience);
        for field in form.definition().fields() {
            let mut draft = form.fill(&world.facts(), now(), audience);
            draft.insert(field.key.clone(), answers.clone());
            let _ = form.submit(&Value::Object(draft), &world.facts(), now(), audience);
        }
    }

    #[test]
    fn accepted_answers_are_accepted_again_fit_the_schema_and_hold_nothing_hidden(
        definition in sound(), answers in answers(), audience in audience(),
    ) {
        let world = World::new();
        let form = Form::prepare(definition.clone()).unwrap();
        let Some(accepted) = mended(&form, answers, &world, audience) else { return Ok(()) };
        let again = form.submit(&accepted, &world.facts(), now(), audience).map(|again| json!(again));
        prop_assert_eq!(again.as_ref(), Ok(&accepted));
        let read_back: Value = serde_json::from_str(&accepted.to_string()).unwrap();
        prop_assert_eq!(form.submit(&read_back, &world.facts(), now(), audience).map(|again| json!(again)), Ok(accepted.clone()));
        let schema = schema(&definition, audience);
        let refused: Vec<_> = validator().build(&schema).unwrap().iter_errors(&accepted).map(|error| error.to_string()).collect();
        prop_assert!(refused.is_empty(), "{:?}", refused);
        for (key, answer) in accepted.as_object().unwrap() {
            let field = definition.field(key).unwrap();
            prop_assert!(!answer.is_null() && field.is_for(audience), "{}", key);
            prop_assert!(field.show_when.as_deref().is_none_or(|text| KEYS.iter().all(|key| may_show(text, key, accepted.get(key)))));
        }
    }

    #[test]
    fn what_is_filled_in_is_accepted_unless_something_is_missing(definition in sound(), audience in audience()) {
        let world = World::new();
        let form = Form::prepare(definition).unwrap();
        let draft = Value::Object(form.fill(&world.facts(), now(), audience));
        match form.submit(&draft, &world.facts(), now(), audience) {
            Ok(accepted) => prop_assert_eq!(json!(accepted), draft),
            Err(violations) => {
                let open = [Code::Required, Code::CheckFailed, Code::CheckUnjudged, Code::ConditionFault];
                prop_assert!(violations.iter().all(|violation| open.contains(&violation.code)), "{:#?} for {}", violations, draft);
            }
        }
    }

    #[test]
    fn without_a_change_that_is_told_old_answers_fit_the_new_version(old in sound(), new in sound(), answers in answers(), take in any::<[bool; 6]>()) {
        // A next version that takes some fields over as they are.
        let mut next = old.revise();
        for (at, field) in next.sections[0].fields.iter_mut().enumerate() {
            if let Some(other) = new.field(&field.key).filter(|_| take[at]) {
                *field = other.clone();
            }
        }
        let (Ok(before), Ok(after)) = (Form::prepare(old.clone()), Form::prepare(next.clone())) else { return Ok(()) };
        let world = World::new();
        let Some(accepted) = mended(&before, answers, &world, Audience::Agent) else { return Ok(()) };
        if compatible(&old, &next).is_empty() {
            let result = after.submit(&accepted, &world.facts(), now(), Audience::Agent);
            prop_assert!(result.is_ok(), "{:#?}", result);
        }
    }
}

/// The properties above mean something only when many random answers are accepted.
#[test]
fn many_random_answers_are_accepted() {
    use proptest::strategy::ValueTree;
    use proptest::test_runner::TestRunner;
    let mut runner = TestRunner::deterministic();
    let world = World::new();
    let (mut accepted, mut answered) = (0, 0);
    for _ in 0..100 {
        let definition = sound().new_tree(&mut runner).unwrap().current();
        let answers = answers().new_tree(&mut runner).unwrap().current();
        let form = Form::prepare(definition).unwrap();
        if let Some(answers) = mended(&form, answers, &world, Audience::Agent) {
            accepted += 1;
            answered += usize::from(answers.as_object().is_some_and(|answers: &Map<_, _>| answers.len() > 1));
        }
    }
    assert!(accepted > 40 && answered > 20, "{accepted} accepted, {answered} with more than one answer");
}
