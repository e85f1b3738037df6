//! Z36: what is left of fields.

use serde_json::{Value, json};

use super::{Access, FieldAccess, FieldRule, Place, Resource, refused, veil, veil_csv};
use crate::role::Role;

fn rule(resource: Resource, field: &str, access: Access) -> FieldRule {
    FieldRule { resource, field: field.to_owned(), access }
}

fn role(name: &str, fields: &[FieldRule]) -> Role {
    Role { fields: fields.to_vec(), ..Role::new(name, None, Vec::new()) }
}

fn agent() -> FieldAccess {
    FieldAccess::of(&[role(
        "agent",
        &[
            rule(Resource::Customers, "phone", Access::Masked),
            rule(Resource::Customers, "email", Access::Hidden),
            rule(Resource::Orders, "attributes.*", Access::Hidden),
            rule(Resource::Orders, "attributes.colour", Access::ReadOnly),
            rule(Resource::Tickets, "risk", Access::Hidden),
            rule(Resource::Tickets, "fields.id_card", Access::Masked),
        ],
    )])
}

fn seen(tag: &str, mut value: Value) -> Value {
    veil(&mut value, &Place::of_route(tag), &agent());
    value
}

#[test]
fn z36_a_field_is_veiled_wherever_its_thing_stands() {
    let customer = json!({"id": "c", "phone": "13800130000", "email": "ann@shop.example", "name": "王小明"});
    let veiled = json!({"id": "c", "phone": "138****0000", "name": "王小明"});
    assert_eq!(seen("customers", json!({"items": [customer], "next": null})), json!({"items": [veiled], "next": null}));
    let order = json!({"attributes": {"colour": "red", "gift_to": "Bob"}, "paid": 1});
    let ticket =
        json!({"risk": {"score": 90}, "fields": {"id_card": "440101199001011234", "size": "L"}, "customer": customer, "order": order});
    let expected = json!({"fields": {"id_card": "440***********1234", "size": "L"}, "customer": veiled,
        "order": {"attributes": {"colour": "red"}, "paid": 1}});
    assert_eq!(seen("tickets", ticket.clone()), expected);
    assert_eq!(seen("outbox", json!({"payload": {"ticket": ticket}})), json!({"payload": {"ticket": expected}}));
    let text = json!({"log": json!({"case": ticket}).to_string()});
    let inner: Value = serde_json::from_str(seen("usage", text)["log"].as_str().expect("a text")).expect("JSON");
    assert_eq!(
        inner,
        json!({"case": {"fields": {"id_card": "440101199001011234", "size": "L"}, "customer": veiled,
        "order": expected["order"], "risk": {"score": 90}}}),
        "outside of tickets only what says its name is known"
    );
    assert_eq!(seen("parameters", json!({"value": {"phone": "13800130000"}})), json!({"value": {"phone": "138****0000"}}));
    assert_eq!(seen("users", json!({"email": "x@y.example"})), json!({"email": "x@y.example"}), "a colleague is no customer");
}

#[test]
fn z36_the_most_that_any_role_allows_counts_and_the_owner_is_free() {
    let masked = role("a", &[rule(Resource::Customers, "phone", Access::Masked), rule(Resource::Customers, "email", Access::Hidden)]);
    let hidden = role("b", &[rule(Resource::Customers, "phone", Access::Hidden)]);
    let both = FieldAccess::of([&masked, &hidden]);
    assert_eq!(both.get(Resource::Customers, &["phone"]), Some(Access::Masked));
    assert_eq!(both.get(Resource::Customers, &["email"]), None, "the other role has no rule for it");
    assert!(FieldAccess::of([&hidden, &role("free", &[])]).is_open());
    assert!(FieldAccess::of([&hidden, &role(Role::OWNER, &[])]).is_open());
    let narrow = FieldAccess::of([&masked]);
    assert!(narrow.wider(&hidden).is_some_and(|rule| rule.field == "email"), "it shows the mail address");
    assert_eq!(narrow.wider(&masked), None);
}

#[test]
fn z36_writes_are_refused_with_their_places() {
    let body = json!({"customer": {"external_id": "c", "phone": "1", "email": null}, "order": {"attributes": {"colour": "x", "a/b": 1}}, "lines": []});
    assert_eq!(
        refused(&body, &Place::of_route("tickets"), &agent()),
        ["/customer/email", "/customer/phone", "/order/attributes/a~1b", "/order/attributes/colour"]
    );
    assert!(refused(&json!({"subject": "x"}), &Place::of_route("tickets"), &agent()).is_empty());
}

#[test]
fn z36_columns_of_tables_are_fields() {
    let table =
        "\u{feff}number,customer_phone,customer.email,手机号,note\r\n1,13800130000,a@b.example,+86 138 0013 0000,\"a, \"\"b\"\"\"\r\n";
    let expected = "\u{feff}number,customer_phone,customer.email,手机号,note\r\n1,138****0000,,+86 1** **** 0000,\"a, \"\"b\"\"\"\r\n";
    assert_eq!(veil_csv(table, &Place::of_route("reports"), &agent()), expected);
}

#[test]
fn masks_never_show_the_whole() {
    for text in ["1", "12345", "1234567", "王", "张三", "a@b.example", "13800130000", "+86-755-1234567"] {
        let mut value = json!(text);
        super::mask(&mut value);
        assert_ne!(value, json!(text), "{text}");
    }
}

#[test]
fn rules_name_fields_that_exist() {
    assert!(rule(Resource::Customers, "phone", Access::Hidden).check().is_ok());
    assert!(rule(Resource::Tickets, "fields.id_card", Access::Hidden).check().is_ok());
    assert!(rule(Resource::Tickets, "fields", Access::Hidden).check().is_ok());
    assert!(rule(Resource::Orders, "attributes.*", Access::Hidden).check().is_ok());
    for field in ["", "id", "phone.x", "fields.", "fields.a.b", "*"] {
        let error = rule(Resource::Tickets, field, Access::Hidden).check().expect_err(field).to_string();
        assert!(error.contains("description"), "{error}");
    }
}
