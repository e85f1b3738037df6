//! JSON in one form, so that whoever computes a digest or a signature gets the same bytes.

use serde_json::Value;

/// The value's JSON with the keys of every object sorted, no spaces, and only those characters escaped that must be. For values
/// of texts, integers, booleans and nulls with ASCII keys, as [`super::Statement`] is, this is RFC 8785.
pub fn canonical(value: &Value) -> String {
    let mut text = String::new();
    write(value, &mut text);
    text
}

fn write(value: &Value, text: &mut String) {
    match value {
        Value::Object(fields) => {
            // The map may keep another order, depending on how the JSON library was built.
            let mut names: Vec<&String> = fields.keys().collect();
            names.sort();
            text.push('{');
            for (place, name) in names.into_iter().enumerate() {
                separate(place, text);
                text.push_str(&Value::from(name.as_str()).to_string());
                text.push(':');
                write(&fields[name], text);
            }
            text.push('}');
        }
        Value::Array(items) => {
            text.push('[');
            for (place, item) in items.iter().enumerate() {
                separate(place, text);
                write(item, text);
            }
            text.push(']');
        }
        plain => text.push_str(&plain.to_string()),
    }
}

fn separate(place: usize, text: &mut String) {
    if place > 0 {
        text.push(',');
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::canonical;

    #[test]
    fn keys_are_sorted_at_every_depth_and_nothing_is_added() {
        let value = json!({"b": [{"y": 1, "x": null}, true], "a": "é\u{1}\n\"/", "B": -7});
        assert_eq!(canonical(&value), r#"{"B":-7,"a":"é\u0001\n\"/","b":[{"x":null,"y":1},true]}"#);
    }
}
