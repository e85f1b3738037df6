//! Macros (话术, D8): texts with variables that agents insert, and what they do besides.

use serde::{Deserialize, Serialize};

use crate::access::{Access, FieldAccess, Resource, of_answer};
use crate::clock::Timestamp;
use crate::id::{MacroId, UserId};
use crate::money::{Currency, Money};
use crate::rule::CaseFile;
use crate::ticket::Priority;

/// A text that agents insert, and what it does besides.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Macro {
    /// Redress id.
    pub id: MacroId,
    /// Counts changes.
    pub version: i64,
    /// Key in addresses, unique within the tenant.
    pub key: String,
    /// Display name.
    pub name: String,
    /// The text; `{{customer.name}}` stands for a value.
    pub body: String,
    /// What applying it does, in order; all or none.
    pub acts: Vec<MacroAct>,
    /// When it last changed.
    pub updated_at: Timestamp,
}

/// One thing that a macro does.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(tag = "act", rename_all = "snake_case", deny_unknown_fields)]
pub enum MacroAct {
    /// Writes the text on the ticket.
    Reply {
        /// The customer must not see it.
        #[serde(default)]
        internal: bool,
    },
    /// Asks the customer with the text.
    RequestInformation {
        /// Names of the fields that are missing.
        #[serde(default)]
        fields: Vec<String>,
    },
    /// Sets how urgent the ticket is.
    SetPriority {
        /// How urgent.
        priority: Priority,
    },
    /// Adds a tag.
    AddTag {
        /// The tag.
        tag: String,
    },
    /// Hands the ticket over.
    Assign {
        /// Key of the new queue.
        #[serde(default)]
        queue: Option<String>,
        /// The new person.
        #[serde(default)]
        assignee: Option<UserId>,
    },
}

/// What a text may name; `fields.` and the name of a form field stand beside them.
pub const VARIABLES: &[&str] = &[
    "customer.name",
    "customer.member_level",
    "order.number",
    "ticket.number",
    "ticket.subject",
    "refund.amount",
    "deduction.amount",
    "agent.name",
    "shop.name",
];

/// What is wrong with a text.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ScriptError {
    /// `{{` without its end.
    #[error("'{{{{' at character {0} has no '}}}}' behind it: close it")]
    Open(usize),
    /// A name that is not on the list.
    #[error("'{0}' is no variable: use one of {list} or fields.NAME", list = VARIABLES.join(", "))]
    Unknown(String),
}

/// A text with its values.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Rendered {
    /// The text; a variable without a value stands as it was written.
    pub text: String,
    /// Variables that have no value on this ticket.
    pub missing: Vec<String>,
}

/// A part of a text.
enum Part<'a> {
    Text(&'a str),
    Variable(&'a str),
}

/// Checks a text.
///
/// # Errors
/// [`ScriptError`].
pub fn check(body: &str) -> Result<(), ScriptError> {
    parts(body).map(drop)
}

/// What field rules leave of a variable (Z36); `None` for all of it.
pub fn access(name: &str, fields: &FieldAccess) -> Option<Access> {
    match name {
        "customer.name" => fields.get(Resource::Customers, &["name"]),
        "customer.member_level" => fields.get(Resource::Customers, &["member_level"]),
        "ticket.subject" => fields.get(Resource::Tickets, &["subject"]),
        "refund.amount" => fields.get(Resource::Tickets, &["refund"]),
        "deduction.amount" => fields.get(Resource::Tickets, &["deductions"]),
        _ => of_answer(name.strip_prefix("fields.")?, fields),
    }
}

/// Variables of a text whose values field rules keep from somebody, in whole or in part.
///
/// # Errors
/// [`ScriptError`].
pub fn veiled<'a>(body: &'a str, fields: &FieldAccess) -> Result<Vec<&'a str>, ScriptError> {
    let variable = |part| match part {
        Part::Variable(name) => access(name, fields).is_some_and(|access| access < Access::ReadOnly).then_some(name),
        Part::Text(_) => None,
    };
    Ok(parts(body)?.into_iter().filter_map(variable).collect())
}

/// Puts values into a text. Values are inserted once: what they contain is never read as a variable.
///
/// # Errors
/// [`ScriptError`].
pub fn render(body: &str, value: impl Fn(&str) -> Option<String>) -> Result<Rendered, ScriptError> {
    let mut rendered = Rendered { text: String::with_capacity(body.len()), missing: Vec::new() };
    for part in parts(body)? {
        match part {
            Part::Text(text) => rendered.text.push_str(text),
            Part::Variable(name) => {
                if let Some(value) = value(name).filter(|value| !value.is_empty()) {
                    rendered.text.push_str(&value);
                    continue;
                }
                rendered.text.extend(["{{", name, "}}"]);
                if !rendered.missing.iter().any(|known| known == name) {
                    rendered.missing.push(name.to_owned());
                }
            }
        }
    }
    Ok(rendered)
}

fn parts(body: &str) -> Result<Vec<Part<'_>>, ScriptError> {
    let (mut parts, mut rest) = (Vec::new(), body);
    while let Some((before, after)) = rest.split_once("{{") {
        let Some((name, behind)) = after.split_once("}}") else {
            let at = body.len() - rest.len() + before.len();
            return Err(ScriptError::Open(body[..at].chars().count() + 1));
        };
        let name = name.trim();
        let field = name.strip_prefix("fields.").is_some_and(|field| !field.is_empty() && field.len() <= 100);
        if !field && !VARIABLES.contains(&name) {
            return Err(ScriptError::Unknown(name.to_owned()));
        }
        parts.extend([Part::Text(before), Part::Variable(name)]);
        rest = behind;
    }
    parts.push(Part::Text(rest));
    Ok(parts)
}

/// The value of a variable on a case.
pub fn value(name: &str, case: &CaseFile, agent: &str, shop: &str) -> Option<String> {
    let ticket = &case.ticket;
    match name {
        "customer.name" => case.customer.as_ref().and_then(|customer| customer.name.clone()),
        "customer.member_level" => case.customer.as_ref().and_then(|customer| customer.member_level.clone()),
        "order.number" => case.order.as_ref().map(|order| order.external_id.clone()),
        "ticket.number" => Some(ticket.number.clone()),
        "ticket.subject" => Some(ticket.subject.clone()),
        "refund.amount" => ticket.refund.as_ref().map(|refund| amount(refund.amount)),
        "deduction.amount" => ticket.deductions.last().map(|deduction| amount(deduction.amount)),
        "agent.name" => Some(agent.to_owned()),
        "shop.name" => Some(shop.to_owned()),
        _ => match ticket.fields.get(name.strip_prefix("fields.")?)? {
            serde_json::Value::String(text) => Some(text.clone()),
            serde_json::Value::Number(number) => Some(number.to_string()),
            _ => None,
        },
    }
}

/// As people say it: `35元`, `35.50元`, else `35.00 EUR`.
fn amount(money: Money) -> String {
    if money.currency() != Currency::CNY {
        return money.to_string();
    }
    match (money.minor() / 100, money.minor() % 100) {
        (yuan, 0) => format!("{yuan}元"),
        (yuan, fen) => format!("{yuan}.{:02}元", fen.abs()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn d8_a_text_takes_values_once_and_names_what_is_missing() {
        let value = |name: &str| match name {
            "customer.name" => Some("{{order.number}}".to_owned()),
            "fields.part" => Some("滤网组件".to_owned()),
            _ => None,
        };
        let rendered = render("{{customer.name}}您好，缺少{{ fields.part }}，订单{{order.number}}", value).expect("a good text");
        assert_eq!(rendered.text, "{{order.number}}您好，缺少滤网组件，订单{{order.number}}");
        assert_eq!(rendered.missing, ["order.number"]);
    }

    #[test]
    fn d8_a_text_with_a_mistake_is_refused() {
        assert_eq!(check("您好{{customer.name"), Err(ScriptError::Open(3)));
        for name in ["customer.phone", "fields.", "", "ticket.risk"] {
            assert_eq!(check(&format!("{{{{{name}}}}}")), Err(ScriptError::Unknown(name.to_owned())));
        }
        assert_eq!(check("no variables, } and { alone"), Ok(()));
    }

    #[test]
    fn d7_amounts_read_as_people_say_them() {
        let yuan = |minor| amount(Money::new(minor, Currency::CNY).expect("an amount"));
        assert_eq!((yuan(3_500), yuan(3_550)), ("35元".to_owned(), "35.50元".to_owned()));
    }
}
