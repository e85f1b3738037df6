//! The columns of answers: which there are for each hook, and how their cells are read.

use redress_expression::{Type, Value, minor_units, nearest};

use crate::cell;
use crate::model::Hook;

/// A column that an answer may have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Output {
    /// Name, as in [`crate::Table::outputs`].
    pub name: &'static str,
    /// How its cells are written.
    pub kind: OutputType,
    /// What it does, for people.
    pub meaning: &'static str,
}

/// How the cells of an answer's column are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OutputType {
    /// A text.
    Text,
    /// Texts with commas between them.
    Texts,
    /// One of these.
    Choice(&'static [&'static str]),
    /// `true` or `false`.
    Boolean,
    /// A whole number between two others.
    Integer(i64, i64),
    /// An amount in the table's currency.
    Money,
    /// A length of time: `30m`, `4h`, `7d`.
    Duration,
    /// `any`, `all`, or how many.
    Quorum,
    /// A value for a form field: `true`, a number, or a text.
    Any,
}

/// Column names that begin so set a form field: `set.urgency`.
pub const SET: &str = "set.";

const PRIORITIES: &[&str] = &["low", "normal", "high", "urgent"];
const VERDICTS: &[&str] = &["approve", "needs_approval", "need_information", "reject"];

const fn output(name: &'static str, kind: OutputType, meaning: &'static str) -> Output {
    Output { name, kind, meaning }
}

const ROUTING: &[Output] = &[
    output("queue", OutputType::Text, "key of the queue that gets the ticket"),
    output("assignee", OutputType::Text, "id or name of the person who gets it"),
    output("skills", OutputType::Texts, "skills the person needs"),
    output("priority", OutputType::Choice(PRIORITIES), "new priority; a higher one is never lowered"),
    output("tags", OutputType::Texts, "tags to add"),
];

const FRAUD_SCORING: &[Output] = &[
    output("weight", OutputType::Integer(0, 100), "share of the score, 0 to 100"),
    output("code", OutputType::Text, "stable code of the signal; without one, the row's id"),
    output("detail", OutputType::Text, "why, for an agent; without one, the row's note"),
    output("tags", OutputType::Texts, "tags to add"),
];

const REFUND_APPROVAL: &[Output] = &[
    output("verdict", OutputType::Choice(VERDICTS), "pay, ask people, ask the customer, or refuse"),
    output("role", OutputType::Text, "role that must agree, for needs_approval"),
    output("quorum", OutputType::Quorum, "how many of the role: any, all (会签), or a number; without one, any"),
    output("report", OutputType::Boolean, "attach the purchase-behaviour report"),
    output("ask_for", OutputType::Texts, "fields the customer must add, for need_information"),
    output("message", OutputType::Text, "words for the customer, for reject"),
    output("deduct", OutputType::Money, "amount to keep back"),
    output("deduct_reason", OutputType::Text, "why, in words for the customer"),
    output("tags", OutputType::Texts, "tags to add"),
];

const AUTOMATION: &[Output] = &[
    output("priority", OutputType::Choice(PRIORITIES), "new priority"),
    output("add_tags", OutputType::Texts, "tags to add"),
    output("remove_tags", OutputType::Texts, "tags to remove"),
    output("notify_role", OutputType::Text, "role that is told"),
    output("notify_channel", OutputType::Text, "how: log, email, sms; without one, log"),
    output("notify_text", OutputType::Text, "what it is told"),
    output("queue", OutputType::Text, "key of the queue that gets the ticket"),
    output("assignee", OutputType::Text, "id of the person who gets it"),
    output("escalate_role", OutputType::Text, "role it is escalated to"),
    output("task", OutputType::Text, "title of a task (待办)"),
    output("task_role", OutputType::Text, "role that gets the task"),
    output("task_within", OutputType::Duration, "time until the task is due; without one, 24h"),
];

/// The columns a hook's answers may have. Tables for automation and schedule may also set form fields with columns whose
/// names begin with [`SET`].
pub fn outputs(hook: Hook) -> &'static [Output] {
    match hook {
        Hook::Routing => ROUTING,
        Hook::FraudScoring => FRAUD_SCORING,
        Hook::RefundApproval => REFUND_APPROVAL,
        Hook::Automation | Hook::Schedule => AUTOMATION,
    }
}

/// How the cells of a named column are read; says what is wrong with the name otherwise.
pub(crate) fn output_type(hook: Hook, name: &str) -> Result<OutputType, String> {
    if let Some(output) = outputs(hook).iter().find(|output| output.name == name) {
        return Ok(output.kind);
    }
    let sets = matches!(hook, Hook::Automation | Hook::Schedule);
    if sets && name.strip_prefix(SET).is_some_and(|field| !field.trim().is_empty()) {
        return Ok(OutputType::Any);
    }
    let names = outputs(hook).iter().map(|output| output.name);
    let meant = nearest(name, names.clone()).map_or_else(
        || format!("there are {}{}", names.collect::<Vec<_>>().join(", "), if sets { " and set.<form field>" } else { "" }),
        |meant| format!("did you mean '{meant}'?"),
    );
    Err(format!("'{name}' is no column of {} answers: {meant}", hook.as_str()))
}

/// Reads a cell that is no expression.
pub(crate) fn read(text: &str, kind: OutputType, digits: Option<u32>) -> Result<Value, String> {
    let text = unquoted(text.trim());
    match kind {
        OutputType::Text => Ok(Value::text(text)),
        OutputType::Texts => {
            Ok(Value::texts(text.split([',', '，', '、']).map(|part| unquoted(part.trim())).filter(|part| !part.is_empty())))
        }
        OutputType::Choice(choices) if choices.contains(&text) => Ok(Value::text(text)),
        OutputType::Choice(choices) => Err(format!("'{text}' is none of {}", choices.join(", "))),
        OutputType::Boolean => match text {
            "true" | "yes" | "是" => Ok(Value::Bool(true)),
            "false" | "no" | "否" => Ok(Value::Bool(false)),
            _ => Err(format!("'{text}' is neither true nor false")),
        },
        OutputType::Integer(least, most) => match text.parse::<i64>() {
            Ok(value) if (least..=most).contains(&value) => Ok(Value::Int(value)),
            _ => Err(format!("'{text}' is no whole number from {least} to {most}")),
        },
        OutputType::Money => match digits {
            Some(digits) => minor_units(text, digits)
                .and_then(|minor| if minor < 0 { Err("an amount to keep back cannot be negative".into()) } else { Ok(Value::Int(minor)) }),
            None => Err("amounts need a currency: set the currency of the table first".to_owned()),
        },
        OutputType::Duration => cell::duration(text).map(Value::Duration),
        OutputType::Quorum => match text {
            "any" | "all" => Ok(Value::text(text)),
            _ => match text.parse::<u32>() {
                Ok(count) if count > 0 => Ok(Value::text(text)),
                _ => Err(format!("'{text}' is no quorum: write any, all, or a number from 1")),
            },
        },
        OutputType::Any => Ok(match text {
            "true" => Value::Bool(true),
            "false" => Value::Bool(false),
            _ => text.parse().map_or_else(|_| Value::text(text), Value::Int),
        }),
    }
}

/// A text without quotation marks around it.
pub(crate) fn unquoted(text: &str) -> &str {
    let inner = text.strip_prefix('"').and_then(|text| text.strip_suffix('"'));
    inner.filter(|inner| !inner.contains('"')).unwrap_or(text)
}

/// The type that an expression in such a cell must give.
pub(crate) fn expected(kind: OutputType) -> Type {
    match kind {
        OutputType::Text | OutputType::Choice(_) | OutputType::Quorum => Type::Text,
        OutputType::Texts => Type::list(Type::Text),
        OutputType::Boolean => Type::Bool,
        OutputType::Integer(..) => Type::Int,
        OutputType::Money => Type::Money,
        OutputType::Duration => Type::Duration,
        OutputType::Any => Type::Any,
    }
}
