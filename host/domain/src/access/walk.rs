//! Walks JSON and takes away what a person may not see, or says what they may not write.

use serde_json::Value;

use super::mask::mask;
use super::place::Place;
use super::rule::{Access, FieldAccess};

/// Takes hidden fields out and masks masked ones, at any depth; JSON within text is walked as well.
pub fn veil(value: &mut Value, place: &Place, access: &FieldAccess) {
    match value {
        Value::Object(map) => map.retain(|name, child| {
            let below = place.below(name, child.is_object() || child.is_array());
            match strictest(place, &below, name, access) {
                Some(Access::Hidden) => return false,
                Some(Access::Masked) => mask(child),
                Some(Access::ReadOnly) | None => veil(child, &below, access),
            }
            true
        }),
        Value::Array(items) => items.iter_mut().for_each(|item| veil(item, place, access)),
        Value::String(text) if text.starts_with(['{', '[']) => {
            if let Ok(mut inner) = serde_json::from_str::<Value>(text) {
                let before = inner.clone();
                veil(&mut inner, place, access);
                if inner != before {
                    *text = inner.to_string();
                }
            }
        }
        _ => {}
    }
}

/// JSON Pointers (RFC 6901) of everything in a body that the person may not write.
pub fn refused(value: &Value, place: &Place, access: &FieldAccess) -> Vec<String> {
    let mut found = Vec::new();
    look(value, place, access, "", &mut found);
    found
}

fn look(value: &Value, place: &Place, access: &FieldAccess, pointer: &str, found: &mut Vec<String>) {
    match value {
        Value::Object(map) => {
            for (name, child) in map {
                let pointer = format!("{pointer}/{}", name.replace('~', "~0").replace('/', "~1"));
                let below = place.below(name, child.is_object() || child.is_array());
                if strictest(place, &below, name, access).is_some() {
                    found.push(pointer);
                } else {
                    look(child, &below, access, &pointer, found);
                }
            }
        }
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                look(item, place, access, &format!("{pointer}/{index}"), found);
            }
        }
        _ => {}
    }
}

fn strictest(place: &Place, below: &Place, name: &str, access: &FieldAccess) -> Option<Access> {
    place.fields(below, name).filter_map(|(resource, path)| access.get(resource, &path)).min()
}

/// What is left of a field of a form or a workflow, which becomes a field of the ticket under `fields`; `None` for all of it. One that is
/// named as a field of tickets or customers is that field as well.
pub fn of_answer(name: &str, access: &FieldAccess) -> Option<Access> {
    let ticket = Place::of_route("tickets");
    let answers = ticket.below("fields", true);
    [ticket, answers].iter().filter_map(|place| strictest(place, &place.below(name, false), name, access)).min()
}

/// True when a field of this name is hidden or masked here: then it cannot be searched by either, because the answer would tell
/// it.
pub fn hides(name: &str, place: &Place, access: &FieldAccess) -> bool {
    let below = place.below(name, false);
    strictest(place, &below, name, access).is_some_and(|access| access < Access::ReadOnly)
}
