//! From version to version.

use redress_forms::{Audience, ChangeKind, Definition, Resource, State, Target, compatible};
use serde_json::{Value, json};

use crate::sample::{World, definition, form, now, options};

fn draft() -> Definition {
    definition(json!([{ "key": "a", "control": { "type": "text" } }]), json!([]))
}

#[test]
fn z7_a_draft_is_published_and_revised_at_any_time() {
    let published = draft().publish().unwrap();
    assert_eq!((published.state, published.version), (State::Published, 1));
    let next = published.revise();
    assert_eq!((next.state, next.version), (State::Draft, 2));
    assert_eq!(next.revise(), next, "a draft stays the same draft");
    assert_eq!(next.publish().unwrap().version, 2);
}

#[test]
fn z7_a_form_with_errors_is_not_published() {
    let mut broken = draft();
    broken.sections[0].fields[0].show_when = Some("field.b".to_owned());
    let findings = broken.publish().unwrap_err();
    assert_eq!(findings[0].path, "/sections/0/fields/0/show_when");
    assert!(findings[0].message.contains("there is no field 'b'"), "{findings:?}");
}

#[test]
fn z7_definitions_are_stable_json() {
    for definition in redress_forms::shipped() {
        let text = serde_json::to_string(&definition).unwrap();
        assert_eq!(serde_json::from_str::<Definition>(&text).unwrap(), definition);
    }
}

#[test]
fn what_people_write_by_mistake_is_refused_by_name() {
    for (field, word) in [
        (json!({ "key": "a", "label": { "zh-CN": "a", "en": "a" }, "control": { "type": "text" }, "shown_when": "true" }), "shown_when"),
        (json!({ "key": "a", "label": { "zh-CN": "a", "en": "a" }, "control": { "type": "text", "max": 3 } }), "max"),
        (json!({ "key": "a", "label": { "zh-CN": "a", "en": "a" }, "control": { "type": "checkbox", "max": 3 } }), "max"),
        (json!({ "key": "a", "label": { "zh-CN": "a", "en": "a" }, "control": { "type": "image", "max": 3 } }), "max"),
        (json!({ "key": "a", "label": { "zh-CN": "a", "en": "a" }, "control": { "type": "picture" } }), "picture"),
        (
            json!({ "key": "a", "label": { "zh-CN": "a", "en": "a" }, "control": { "type": "text" }, "fill_from": "order.total" }),
            "order.total",
        ),
    ] {
        let error = serde_json::from_value::<redress_forms::Field>(field).unwrap_err().to_string();
        assert!(error.contains(word), "{error}");
    }
}

fn changes(old: Value, new: Value) -> Vec<ChangeKind> {
    let field = |mut field: Value| {
        field["key"] = json!("a");
        definition(json!([field, { "key": "b", "control": { "type": "checkbox" } }]), json!([]))
    };
    compatible(&field(old), &field(new)).into_iter().map(|change| change.kind).collect()
}

#[test]
fn z7_only_what_asks_for_more_is_told() {
    let text = |max: u32| json!({ "control": { "type": "text", "max_length": max } });
    let select = |values: &[&str]| json!({ "control": { "type": "select", "options": options(values) } });
    let with = |name: &str, value: Value| {
        let mut field = text(9);
        field[name] = value;
        field
    };
    assert_eq!(changes(text(9), text(10)), []);
    assert_eq!(changes(text(9), text(8)), [ChangeKind::LimitsNarrowed]);
    assert_eq!(changes(text(9), json!({ "control": { "type": "long_text" } })), []);
    assert_eq!(changes(json!({ "control": { "type": "long_text" } }), text(9)), [ChangeKind::ControlChanged]);
    assert_eq!(changes(select(&["x", "y"]), select(&["y", "z", "x"])), []);
    assert_eq!(changes(select(&["x", "y"]), select(&["y"])), [ChangeKind::OptionsRemoved]);
    assert_eq!(changes(text(9), with("required", json!(true))), [ChangeKind::NowRequired]);
    assert_eq!(changes(with("required", json!(true)), text(9)), []);
    assert_eq!(changes(text(9), with("internal", json!(true))), [ChangeKind::NowInternal]);
    assert_eq!(changes(text(9), with("show_when", json!("field.b"))), [ChangeKind::ConditionChanged]);
    assert_eq!(changes(with("show_when", json!("field.b")), text(9)), []);
    assert_eq!(changes(text(9), with("require_when", json!("field.b"))), [ChangeKind::NowRequired]);
    let mut locked = with("locked", json!(true));
    locked["fill_from"] = json!("customer.name");
    assert_eq!(changes(text(9), locked), [ChangeKind::NowLocked]);
}

#[test]
fn z7_fields_and_checks_that_come_and_go_are_told() {
    let old = redress_forms::shipped().remove(1);
    assert_eq!(compatible(&old, &old), []);
    let mut new = old.revise();
    new.sections[0].fields.remove(2);
    new.checks[1].expression = "field.refund_amount < order.paid".to_owned();
    let told: Vec<_> = compatible(&old, &new).into_iter().map(|change| (change.field.unwrap(), change.kind)).collect();
    assert_eq!(told, [("return_quantity".to_owned(), ChangeKind::FieldRemoved), ("refund_amount".to_owned(), ChangeKind::CheckChanged)]);
}

#[test]
fn z1_answers_say_what_they_refer_to() {
    let world = World::new();
    let form = form(json!([
        { "key": "owner", "control": { "type": "person" }, "fill_from": "person.id" },
        { "key": "order", "control": { "type": "related", "resource": "order" }, "fill_from": "order.number" },
        { "key": "files", "control": { "type": "attachment" } },
        { "key": "note", "control": { "type": "text" } },
    ]));
    let digest = redress_domain::digest::Digest::of(b"x");
    let mut answers = Value::Object(form.fill(&world.facts(), now(), Audience::Agent));
    answers["files"] = json!([{ "name": "a.pdf", "media_type": "application/pdf", "bytes": 1, "digest": digest }]);
    let answers = form.submit(&answers, &world.facts(), now(), Audience::Agent).unwrap();
    let found: Vec<_> = form.references(answers.as_map()).into_iter().map(|reference| (reference.pointer, reference.target)).collect();
    assert_eq!(
        found,
        [
            ("/owner".to_owned(), Target::Person(world.person)),
            ("/order".to_owned(), Target::Record(Resource::Order, "TB-1001".to_owned())),
            ("/files/0".to_owned(), Target::File { digest, media_type: "application/pdf".to_owned(), bytes: 1 }),
        ]
    );
}
