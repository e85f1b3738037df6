//! Z14: which fields a node may write, and of which type.

use redress_domain::timeline::Actor;
use redress_flow::Effect;
use serde_json::json;

use crate::walk::{Walk, definition, end, form, start, user};

fn filling() -> Walk {
    let fields = json!({"reason": "required", "refund": "write", "intact": "read", "photos": "write"});
    let nodes = json!([start("fill"), form("fill", json!([{"role": "agent"}, "customer"]), fields, "done"), end("done")]);
    Walk::of(definition(nodes)).begin()
}

fn fill(walk: &mut Walk, data: serde_json::Value) -> Result<(), &'static str> {
    walk.press_with("fill", Actor::User(user(1)), "submit", data, None).map_err(|refusal| refusal.code())
}

#[test]
fn z14_only_writable_fields_are_taken() {
    let mut walk = filling();
    for read_only in [json!({"reason": "x", "intact": true}), json!({"reason": "x", "nonsense": 1})] {
        assert_eq!(fill(&mut walk, read_only), Err("field_not_writable"));
    }
    assert!(walk.run.form.is_empty(), "a refused answer leaves nothing behind");
    fill(&mut walk, json!({"reason": "x", "refund": 3_500})).unwrap();
    assert_eq!(walk.run.form["refund"], 3_500);
    assert!(walk.effects.contains(&Effect::SetField { name: "refund".into(), value: json!(3_500) }));
}

#[test]
fn z14_mandatory_fields_must_be_filled_in() {
    let mut walk = filling();
    for empty in [json!({}), json!({"reason": ""}), json!({"reason": "  "}), json!({"reason": null})] {
        assert_eq!(fill(&mut walk, empty), Err("field_missing"));
    }
}

#[test]
fn z14_values_have_the_declared_type() {
    let mut walk = filling();
    for wrong in [
        json!({"reason": 5}),
        json!({"reason": "x", "refund": 35.5}),
        json!({"reason": "x", "refund": "35"}),
        json!({"reason": "x", "photos": "one.jpg"}),
        json!({"reason": "x", "photos": [1]}),
    ] {
        assert_eq!(fill(&mut walk, wrong), Err("field_type"));
    }
    fill(&mut walk, json!({"reason": "x", "photos": ["one.jpg"]})).unwrap();
}

/// L3: what the ticket knows is filled in beforehand, and counts for what must be filled in.
#[test]
fn l3_first_values_count() {
    let nodes = json!([start("fill"), form("fill", json!(["customer"]), json!({"reason": "required"}), "done"), end("done")]);
    let mut walk = Walk::of(definition(nodes));
    walk.begin_with(json!({"reason": "开线", "order_no": "not declared here"}));
    assert_eq!(walk.run.form.len(), 1);
    walk.press_with("fill", Actor::Customer, "submit", json!({}), None).unwrap();
    assert_eq!(walk.outcome(), "done");
}

#[test]
fn a_value_can_be_taken_back() {
    let nodes = json!([
        start("one"),
        form("one", json!(["customer"]), json!({"refund": "write"}), "two"),
        form("two", json!(["customer"]), json!({"refund": "write"}), "done"),
        end("done")
    ]);
    let mut walk = Walk::of(definition(nodes)).begin();
    walk.press_with("one", Actor::Customer, "submit", json!({"refund": 5}), None).unwrap();
    walk.press_with("two", Actor::Customer, "submit", json!({"refund": null}), None).unwrap();
    assert!(walk.run.form.is_empty());
}

/// Z36: what a page may show at a node, for the customer and for people of the merchant.
#[test]
fn z36_fields_are_shown_as_the_node_says() {
    use redress_flow::Access;
    let walk = filling();
    let work = walk.flow.node(&"fill".into()).unwrap().work.clone().unwrap();
    let shown = |field, customer| work.access(field, customer);
    assert_eq!((shown("reason", true), shown("intact", true)), (Access::Required, Access::Read));
    assert_eq!((shown("other", true), shown("other", false)), (Access::Hidden, Access::Read));
}
