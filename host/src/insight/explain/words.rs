//! Changes and what follows from them, in words.

use redress_domain::Money;
use serde_json::Value;

use super::effect::Effect;
use super::input::pattern;
use super::knob::{Act, Choice, Scale, Unit};

/// "If the amount were at most 50.00 CNY, it would be approved."
pub(super) fn of_scale(scale: &Scale, upwards: bool, value: i64, base: &Effect, effect: &Effect) -> String {
    let thing = thing(&scale.pointer);
    let how = match scale.unit {
        Unit::Days(_) => {
            let days = value.unsigned_abs();
            let (side, plural) = (if upwards { "later" } else { "earlier" }, if days == 1 { "" } else { "s" });
            format!("at least {days} day{plural} {side}")
        }
        Unit::Money(_) | Unit::Count => format!("at {} {}", if upwards { "least" } else { "most" }, shown(&scale.shown(value))),
    };
    format!("if {thing} were {how}, {}", outcome(base, effect))
}

/// "If the kind of the ticket were repair, it would be refused."
pub(super) fn of_choice(choice: &Choice, base: &Effect, effect: &Effect) -> String {
    let thing = thing(&choice.pointer);
    let listed = pattern(&choice.pointer).ends_with("/*");
    let change = match choice.act {
        Act::Set => format!("if {thing} were {}", shown(&choice.to)),
        Act::Remove if listed => format!("without {thing} ({})", brief(&choice.from)),
        Act::Remove => format!("if {thing} were not known"),
        Act::Add => format!("if {thing} had {}", shown(&choice.to)),
    };
    format!("{change}, {}", outcome(base, effect))
}

/// What a pointer names.
fn thing(pointer: &str) -> String {
    let known = match pattern(pointer).as_str() {
        "/input/requested" => "the amount",
        "/input/net" => "the amount less what is kept back already",
        "/input/refunded_before" => "what was refunded before",
        "/input/risk" => "the risk",
        "/input/risk/score" => "the risk score",
        "/case/order" => "the order",
        "/case/order/paid" => "what was paid",
        "/case/order/placed_at" => "the day of the order",
        "/case/order/delivered_at" => "the day of delivery",
        "/case/ticket/created_at" => "the day of the request",
        "/case/ticket/kind" => "the kind of the ticket",
        "/case/customer/member_level" => "the customer's level",
        _ => "",
    };
    if !known.is_empty() {
        return known.to_owned();
    }
    let part = |part: &str| match part.parse::<usize>() {
        Ok(place) => format!("number {}", place + 1),
        Err(_) => part.replace("~1", "/").replace("~0", "~").replace('_', " "),
    };
    let parts: Vec<String> = pointer.split('/').skip(2).map(part).collect();
    format!("'{}'", parts.join(", "))
}

fn shown(value: &Value) -> String {
    match (value, serde_json::from_value::<Money>(value.clone())) {
        (_, Ok(money)) => money.to_string(),
        (Value::String(text), _) => format!("'{text}'"),
        (other, _) => other.to_string(),
    }
}

fn brief(value: &Value) -> String {
    let text = ["external_id", "number", "code", "key", "name", "sku"].iter().find_map(|name| value[*name].as_str());
    text.map_or_else(|| shown(value).chars().take(60).collect(), str::to_owned)
}

/// What would follow; with the same label, what would be kept back.
fn outcome(base: &Effect, effect: &Effect) -> String {
    if effect.label == base.label {
        return format!("{} minor units would be kept back instead of {}", effect.kept, base.kept);
    }
    match effect.label.split_once(':') {
        Some(("needs_approval", role)) => format!("somebody with the role {role} would have to agree"),
        Some(("queue", key)) => format!("it would go to the queue {key}"),
        Some(("person", id)) => format!("it would go to {id}"),
        Some(("score", band)) => format!("the score would be {band}"),
        Some(("messages", count)) => format!("there would be {count} messages"),
        _ => match effect.label.as_str() {
            "approve" => "it would be approved".to_owned(),
            "reject" => "it would be refused".to_owned(),
            "need_information" => "the customer would be asked for more".to_owned(),
            "fault" => "the rule would have no usable answer".to_owned(),
            "no_opinion" => "the rule would leave it to others".to_owned(),
            "stays" => "it would stay where it is".to_owned(),
            "nothing" => "nothing would be done".to_owned(),
            other => format!("{} would follow", other.replace('+', " and ").replace('_', " ")),
        },
    }
}
