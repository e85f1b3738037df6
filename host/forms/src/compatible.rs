//! Whether answers to one version of a form still fit the next, for publishing while tickets are open (Z7).

use serde::{Deserialize, Serialize};

use crate::definition::{Choice, Control, Definition, Field};

/// One way in which the next version of a form asks for more, so that some answers to the one before no longer fit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema), schema(as = FormChange))]
pub struct Change {
    /// Key of the field; none: the form as a whole.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub field: Option<String>,
    /// What has changed; stable.
    pub kind: ChangeKind,
    /// Which answers no longer fit.
    pub message: String,
}

/// How the next version asks for more.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema), schema(as = FormChangeKind))]
#[serde(rename_all = "snake_case")]
pub enum ChangeKind {
    /// Kind of ticket or currency are other ones.
    FormChanged,
    /// A field is gone.
    FieldRemoved,
    /// A field is answered in another way.
    ControlChanged,
    /// Options are gone.
    OptionsRemoved,
    /// Limits are narrower.
    LimitsNarrowed,
    /// A field must be answered that did not have to be.
    NowRequired,
    /// A field is for agents only.
    NowInternal,
    /// A field is filled in by the system.
    NowLocked,
    /// A field is shown under another condition.
    ConditionChanged,
    /// A check is new or another one.
    CheckChanged,
}

/// Everything by which `new` refuses answers that `old` accepts; with none of it, every such answer is accepted as it is, given
/// the same facts. What is only perhaps narrower, such as another condition, is told too.
pub fn compatible(old: &Definition, new: &Definition) -> Vec<Change> {
    let mut changes = Vec::new();
    if (old.kind, old.currency) != (new.kind, new.currency) {
        changes.push(Change {
            field: None,
            kind: ChangeKind::FormChanged,
            message: "the kind of ticket or the currency is another one: answers may mean something else".to_owned(),
        });
    }
    for before in old.fields() {
        match new.field(&before.key) {
            Some(after) => compare(before, after, &mut changes),
            None => changes.push(change(before, ChangeKind::FieldRemoved, "answers to it are refused")),
        }
    }
    for added in new.fields().filter(|field| old.field(&field.key).is_none()) {
        if added.required || added.require_when.is_some() {
            changes.push(change(added, ChangeKind::NowRequired, "it is new, and open tickets have no answer to it"));
        }
    }
    for check in &new.checks {
        if !old.checks.iter().any(|before| before.expression == check.expression) {
            let message = format!("the check '{}' is new: answers for which it does not hold are refused", check.key);
            changes.push(Change { field: check.at.clone(), kind: ChangeKind::CheckChanged, message });
        }
    }
    changes
}

fn change(field: &Field, kind: ChangeKind, message: &str) -> Change {
    Change { field: Some(field.key.clone()), kind, message: message.to_owned() }
}

fn compare(before: &Field, after: &Field, changes: &mut Vec<Change>) {
    let mut tell = |kind, message: &str| changes.push(change(after, kind, message));
    if before.show_when != after.show_when && after.show_when.is_some() {
        tell(ChangeKind::ConditionChanged, "answers are refused where the new condition does not show it");
    }
    // Where the field was hidden, or is new to customers, there is no answer yet.
    let shown_to_more = before.show_when != after.show_when || (before.internal && !after.internal);
    let required = after.required && (!before.required || shown_to_more);
    let required_when = after.require_when.is_some() && !before.required && (before.require_when != after.require_when || shown_to_more);
    if required || required_when {
        tell(ChangeKind::NowRequired, "tickets without an answer to it are refused");
    }
    if after.internal && !before.internal {
        tell(ChangeKind::NowInternal, "answers that customers gave are refused from them");
    }
    if after.locked && (!before.locked || before.fill_from != after.fill_from) {
        tell(ChangeKind::NowLocked, "answers that differ from the fact are refused");
    }
    for (kind, message) in narrowed(&before.control, &after.control) {
        tell(kind, message);
    }
}

fn narrowed(before: &Control, after: &Control) -> Vec<(ChangeKind, &'static str)> {
    let longer = matches!((before, after), (Control::Text { .. }, Control::LongText { .. }));
    if !longer && means(before) != means(after) {
        return vec![(ChangeKind::ControlChanged, "it is answered in another way, and answers of the old kind may be refused")];
    }
    let mut found = Vec::new();
    let lost = |option: &Choice| !after.options().unwrap_or_default().iter().any(|other| other.value == option.value);
    if before.options().unwrap_or_default().iter().any(lost) {
        found.push((ChangeKind::OptionsRemoved, "answers with an option that is gone are refused"));
    }
    let (old, new) = (bounds(before), bounds(after));
    if above(old.0.as_ref(), new.0.as_ref()) || below(old.1.as_ref(), new.1.as_ref()) || is_stricter(before, after) {
        found.push((ChangeKind::LimitsNarrowed, "answers outside of the new limits are refused"));
    }
    found
}

/// What an answer is, without its limits: two controls of which this differs take different answers.
fn means(control: &Control) -> (&'static str, Option<&Control>) {
    let is_itself = matches!(control, Control::DateTime { .. } | Control::Related { .. } | Control::OrderLines { .. });
    let name = match control {
        Control::Number { decimals: 0, .. } => "whole number",
        control => control.name(),
    };
    (name, is_itself.then_some(control))
}

/// Least and largest length, number, amount or count.
#[expect(clippy::cast_precision_loss, reason = "amounts lie within 2^53, which is exact")]
fn bounds(control: &Control) -> (Option<f64>, Option<f64>) {
    match control {
        Control::Text { min_length, max_length, .. } | Control::LongText { min_length, max_length } => {
            (Some((*min_length).into()), Some((*max_length).into()))
        }
        Control::Number { min, max, .. } => (*min, *max),
        Control::Money { min, max } => (Some(*min as f64), max.map(|max| max as f64)),
        Control::Phone { digits } => (Some((*digits).into()), Some((*digits).into())),
        Control::MultiSelect { min, max, .. } => (min.map(f64::from), max.map(f64::from)),
        Control::Image(files) | Control::Video(files) | Control::Attachment(files) => (None, Some(files.max_count.into())),
        _ => (None, None),
    }
}

/// What is stricter besides least and largest.
fn is_stricter(before: &Control, after: &Control) -> bool {
    match (before, after) {
        (Control::Text { pattern: old, .. }, Control::Text { pattern: new, .. }) => new.is_some() && old != new,
        (Control::Number { decimals: old, .. }, Control::Number { decimals: new, .. }) => new < old,
        (Control::Date { min, max }, Control::Date { min: first, max: last }) => {
            above(min.as_ref(), first.as_ref()) || below(max.as_ref(), last.as_ref())
        }
        _ => match (before.files(), after.files()) {
            (Some(old), Some(new)) => {
                let accepted = after.media_types();
                new.max_bytes < old.max_bytes || before.media_types().iter().any(|kind| !accepted.contains(kind))
            }
            _ => false,
        },
    }
}

/// A least value that is new or larger.
fn above<T: PartialOrd>(before: Option<&T>, after: Option<&T>) -> bool {
    after.is_some_and(|after| before.is_none_or(|before| after > before))
}

/// A largest value that is new or smaller.
fn below<T: PartialOrd>(before: Option<&T>, after: Option<&T>) -> bool {
    after.is_some_and(|after| before.is_none_or(|before| after < before))
}
