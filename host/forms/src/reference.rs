//! What accepted answers refer to.

use redress_domain::digest::Digest;
use redress_domain::id::UserId;
use serde_json::{Map, Value};

use crate::definition::{Control, Resource};
use crate::form::Form;

/// Something outside of the form that an answer names. The form knows how names look; that what they name exists is for the
/// host to see, before it keeps the answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reference {
    /// JSON Pointer (RFC 6901) into the answers, for a violation when there is no such thing.
    pub pointer: String,
    /// What is named.
    pub target: Target,
}

/// What an answer names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    /// A user (人员).
    Person(UserId),
    /// A record by its number or key (关联数据).
    Record(Resource, String),
    /// An uploaded file.
    File {
        /// Of its contents.
        digest: Digest,
        /// What the answer says it is.
        media_type: String,
        /// How long the answer says it is.
        bytes: u64,
    },
}

impl Form {
    /// The order number among answers that were not judged yet: what the first field that refers to an order says.
    pub fn order_number<'a>(&self, answers: &'a Value) -> Option<&'a str> {
        let refers = |field: &&crate::definition::Field| matches!(field.control, Control::Related { resource: Resource::Order });
        let field = self.definition.fields().find(refers)?;
        answers.get(&field.key)?.as_str().map(str::trim).filter(|number| !number.is_empty())
    }

    /// Everything that accepted answers of this form refer to, in the order of the form; they may be a part of all.
    pub fn references(&self, answers: &Map<String, Value>) -> Vec<Reference> {
        let mut found = Vec::new();
        for prepared in &self.fields {
            let key = &prepared.field.key;
            let Some(answer) = answers.get(key) else { continue };
            let mut add = |place: String, target: Option<Target>| {
                found.extend(target.map(|target| Reference { pointer: format!("/{key}{place}"), target }));
            };
            let text = answer.as_str();
            match &prepared.field.control {
                Control::Person { .. } => add(String::new(), text.and_then(|id| id.parse().ok()).map(Target::Person)),
                Control::Related { resource } => {
                    add(String::new(), text.map(|name| Target::Record(*resource, name.to_owned())));
                }
                Control::Image(_) | Control::Video(_) | Control::Attachment(_) => {
                    for (at, file) in answer.as_array().into_iter().flatten().enumerate() {
                        add(format!("/{at}"), named_file(file));
                    }
                }
                _ => {}
            }
        }
        found
    }
}

fn named_file(answer: &Value) -> Option<Target> {
    let digest = answer.get("digest")?.as_str()?.parse().ok()?;
    Some(Target::File { digest, media_type: answer.get("media_type")?.as_str()?.to_owned(), bytes: answer.get("bytes")?.as_u64()? })
}
