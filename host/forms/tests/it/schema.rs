//! What browsers get.

use jsonschema::draft202012::meta;
use redress_forms::{Audience, layout, options, schema, shipped};
use serde_json::{Value, json};

use crate::sample::{definition, options as choices};

#[test]
fn z1_schemas_are_json_schema_2020_12_and_compile() {
    for definition in shipped() {
        for audience in [Audience::Customer, Audience::Agent] {
            let schema = schema(&definition, audience);
            assert!(meta::is_valid(&schema), "{}", definition.key);
            options().build(&schema).unwrap();
        }
    }
}

#[test]
fn z1_every_control_has_a_schema() {
    let controls = json!([
        { "type": "text", "pattern": "^a" }, { "type": "long_text" }, { "type": "number", "min": 1 }, { "type": "number", "decimals": 2 },
        { "type": "money" }, { "type": "phone" }, { "type": "checkbox" }, { "type": "select", "options": choices(&["x"]) },
        { "type": "multi_select", "options": choices(&["x"]) }, { "type": "date" }, { "type": "date_time", "auto": "now" }, { "type": "image" },
        { "type": "video" }, { "type": "attachment", "media_types": ["image/*", "application/vnd.ms-excel"] }, { "type": "person" },
        { "type": "related", "resource": "product" }, { "type": "order_lines" }, { "type": "order_lines", "quantities": false },
    ]);
    let fields: Vec<_> =
        controls.as_array().unwrap().iter().enumerate().map(|(n, control)| json!({ "key": format!("f{n}"), "control": control })).collect();
    let definition = definition(json!(fields), json!([]));
    assert_eq!(redress_forms::check(&definition), []);
    let schema = schema(&definition, Audience::Agent);
    assert!(meta::is_valid(&schema));
    let types: Vec<_> = (0..fields.len()).map(|n| schema["properties"][format!("f{n}")]["type"].as_str().unwrap()).collect();
    let expected =
        "string string integer number string string boolean string array string string array array array string string array array";
    assert_eq!(types.join(" "), expected);
    assert_eq!(schema["properties"]["f2"]["minimum"].to_string(), "1");
    let accepted = &schema["properties"]["f13"]["items"]["properties"]["media_type"]["pattern"];
    assert_eq!(accepted, "^(image/[a-z0-9!#$&^_.+-]+|application/vnd\\.ms-excel)$");
}

#[test]
fn z3_customers_get_no_internal_field() {
    let definition = shipped().remove(1);
    for drawn in [schema(&definition, Audience::Customer), layout(&definition, Audience::Customer)] {
        let text = drawn.to_string();
        assert!(text.contains("return_reason"), "{text}");
        for field in definition.fields().filter(|field| field.internal) {
            assert!(!text.contains(&field.key), "{} is in {text}", field.key);
        }
    }
    assert!(layout(&definition, Audience::Agent).to_string().contains("review_opinion"));
    assert_eq!(layout(&definition, Audience::Customer)["sections"].as_array().unwrap().len(), 2, "a section without fields is left out");
}

/// Z6: a browser evaluates the same text as the server.
#[test]
fn z6_conditions_travel_with_the_schema() {
    let definition = shipped().remove(1);
    let schema = schema(&definition, Audience::Customer);
    assert_eq!(schema["properties"]["photos"]["x-show-when"], "field.return_reason == \"quality\"");
    assert_eq!(schema["x-checks"][0]["expression"], "field.return_quantity <= field.goods.bought");
    assert_eq!(schema["x-form"], json!({ "key": "return", "version": 1, "audience": "customer" }));
    let required: Vec<_> = schema["required"].as_array().unwrap().iter().filter_map(Value::as_str).collect();
    assert_eq!(required, ["order_number", "goods", "return_quantity", "phone", "return_reason"]);
    let photos = &layout(&definition, Audience::Customer)["sections"][1]["fields"][2];
    assert_eq!(
        (&photos["key"], &photos["label"]["zh-CN"], &photos["accept"][2]),
        (&json!("photos"), &json!("凭证图片"), &json!("image/jpeg"))
    );
}

#[test]
fn the_same_definition_gives_the_same_text() {
    let read = || {
        shipped()
            .iter()
            .map(|definition| format!("{} {}", schema(definition, Audience::Agent), layout(definition, Audience::Agent)))
            .collect::<Vec<_>>()
    };
    assert_eq!(read(), read());
}
