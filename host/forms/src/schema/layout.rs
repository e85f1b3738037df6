//! How the form is drawn.

use serde_json::{Value, json};

use crate::definition::{Audience, Definition, Field};

/// How the form is drawn for an audience: sections with fields in order, each with its labels in all languages, its control
/// with all settings, its conditions and what it begins with. Sections without a field for the audience are left out.
pub fn layout(definition: &Definition, audience: Audience) -> Value {
    let sections: Vec<_> = definition
        .sections
        .iter()
        .filter_map(|section| {
            let fields: Vec<_> = section.fields.iter().filter(|field| field.is_for(audience)).map(drawn).collect();
            (!fields.is_empty()).then(|| json!({ "title": section.title, "fields": fields }))
        })
        .collect();
    json!({ "key": definition.key, "version": definition.version, "title": definition.title, "sections": sections })
}

fn drawn(field: &Field) -> Value {
    json!({
        "pointer": format!("/{}", field.key),
        "key": field.key,
        "label": field.label,
        "help": field.help,
        "control": field.control,
        "accept": field.control.media_types(),
        "required": field.required,
        "show_when": field.show_when,
        "require_when": field.require_when,
        "fill_from": field.fill_from,
        "locked": field.locked,
        "internal": field.internal,
    })
}
