//! Files: what is known about each, not their bytes.

use redress_expression::Value;
use serde_json::Value as Json;

use super::Accepted;

/// Files that passed the schema.
pub(super) fn files(items: &[Json]) -> Accepted {
    let value = |item: &Json| {
        let text = |name: &str| Value::text(item.get(name).and_then(Json::as_str).unwrap_or_default());
        let bytes = size(item);
        Value::record([("name", text("name")), ("media_type", text("media_type")), ("bytes", Value::Int(bytes))])
    };
    let kept = |item: &Json| {
        let mut kept = item.clone();
        if let Some(bytes) = kept.get_mut("bytes") {
            *bytes = Json::from(size(item));
        }
        kept
    };
    Accepted { json: items.iter().map(kept).collect(), value: Value::list(items.iter().map(value)) }
}

/// Size in bytes; JSON Schema takes `3.0` for a whole number too.
#[expect(clippy::cast_possible_truncation, reason = "the schema lets only whole numbers up to the file limit pass")]
fn size(item: &Json) -> i64 {
    let bytes = item.get("bytes");
    bytes.and_then(Json::as_i64).or_else(|| bytes.and_then(Json::as_f64).map(|bytes| bytes as i64)).unwrap_or_default()
}
