//! The names that a definition adds to those of the caller: `form` and `outcome`.

use std::borrow::Cow;

use redress_expression::{Environment, Field, Record, Type};

use crate::definition::{Definition, Node, NodeKind};

/// The caller's environment with `form` and `outcome` of this definition; they replace the caller's own of these names.
pub(crate) fn extend(environment: &Environment, definition: &Definition) -> Environment {
    let mut environment = environment.clone();
    environment.names.fields.retain(|field| field.name != "form" && field.name != "outcome");
    let form = definition
        .fields
        .iter()
        .map(|(name, field)| Field::optional(Cow::Owned(name.clone()), field.kind.as_type(), field.name.in_language("en").to_owned()));
    let form = Record { fields: form.collect(), methods: Vec::new() };
    environment.names.fields.push(Field::known("form", form.into_type(), "fields of the workflow, unknown until somebody fills them in"));
    let outcomes =
        definition.nodes.iter().filter(|node| leaves_outcome(node)).map(|node| {
            Field::optional(Cow::Owned(node.id.to_string()), outcome(node).into_type(), node.name.in_language("en").to_owned())
        });
    let outcomes = Record { fields: outcomes.collect(), methods: Vec::new() };
    environment.names.fields.push(Field::known("outcome", outcomes.into_type(), "what came of the nodes that were passed"));
    environment
}

/// Names that every outcome has; an answer cannot use them.
pub(crate) const OWN: [&str; 5] = ["action", "by", "opinion", "at", "times"];

fn leaves_outcome(node: &Node) -> bool {
    node.is_work() || matches!(node.kind, NodeKind::Hook { .. } | NodeKind::Wait { .. })
}

fn outcome(node: &Node) -> Record {
    let mut fields = vec![
        Field::known("action", Type::Text, "the button that decided; answered, failed, came or overdue"),
        Field::known("by", Type::Text, "who decided"),
        Field::optional("opinion", Type::Text, "in their words"),
        Field::known("at", Type::Timestamp, "when"),
        Field::known("times", Type::Int, "how often the node was passed"),
    ];
    let given = node.gives.iter().filter(|(name, _)| !OWN.contains(&name.as_str()));
    fields.extend(given.map(|(name, kind)| Field::optional(Cow::Owned(name.clone()), kind.as_type(), "from the answer")));
    Record { fields, methods: Vec::new() }
}
