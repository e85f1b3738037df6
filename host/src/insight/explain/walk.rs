//! Finds everything about an input that can be changed, in the order of the document.

use redress_domain::decision::HostCall;
use redress_domain::status::{CaseStatus, DisputeStatus, GoodsStatus, MoneyStatus};
use redress_domain::ticket::{Priority, TicketKind};
use redress_domain::{Money, Timestamp};
use serde_json::{Value, json};

use super::input::{escape, pattern, with, without};
use super::knob::{Act, Choice, Scale};
use super::seen::Seen;

/// What rules are not shown, what is a name and no fact, and what moves with something else.
const NOT_CHANGED: &[&str] = &[
    "/case/ticket/id",
    "/case/ticket/number",
    "/case/ticket/version",
    "/case/ticket/external_ref",
    "/case/ticket/subject",
    "/case/ticket/description",
    "/case/ticket/customer",
    "/case/ticket/order",
    "/case/ticket/queue",
    "/case/ticket/assignee",
    "/case/ticket/risk",
    "/case/ticket/refund",
    "/case/ticket/approvals",
    "/case/ticket/deductions",
    "/case/ticket/refusals",
    "/case/ticket/updated_at",
    "/case/ticket/lines/*/id",
    "/case/ticket/lines/*/order_line",
    "/case/customer/id",
    "/case/customer/external_id",
    "/case/customer/name",
    "/case/customer/phone",
    "/case/customer/email",
    "/case/order/id",
    "/case/order/external_id",
    "/case/order/customer",
    "/case/order/lines/*/external_id",
    "/case/order/lines/*/title",
    "/case/order/lines/*/sku",
    "/case/order/lines/*/category",
    "/case/history/orders/*/external_id",
    "/case/history/after_sales/*/number",
    "/input/agents/*/id",
    "/input/agents/*/name",
    "/input/queues/*/key",
    "/input/queues/*/name",
    "/input/actor",
    "/input/at",
    "/input/risk/signals/*/weight",
    "/input/risk/signals/*/detail",
];

/// Labels whose other values are worth trying: those that other cases had, and words of the configuration.
const LABELS: &[&str] = &[
    "/case/ticket/problem_type",
    "/case/ticket/channel",
    "/case/ticket/lines/*/reason",
    "/case/ticket/lines/*/category",
    "/case/ticket/lines/*/sku",
    "/case/customer/member_level",
];

/// Parts that are there or not as a whole with something else.
const NEVER_UNKNOWN: &[&str] = &["/case", "/case/ticket", "/case/customer", "/case/history", "/case/parameters", "/input"];

/// Names that may be there or not.
const OPEN: &[&str] = &["/case/ticket/fields", "/case/order/attributes", "/case/parameters", "/input/details"];

/// Items of a list that are looked into; every item is taken out.
const LOOKED_INTO: usize = 5;
/// Items of a list that are taken out.
const TAKEN_OUT: usize = 50;

/// Everything that can be changed.
pub(super) struct Knobs {
    pub(super) choices: Vec<Choice>,
    pub(super) scales: Vec<Scale>,
}

/// Finds it.
pub(super) fn knobs(document: &Value, host_calls: &[HostCall], seen: &Seen) -> Knobs {
    let amount = Scale::amount(document);
    let mut walk = Walk { document, host_calls, seen, joined: amount.is_some(), found: Knobs { choices: Vec::new(), scales: Vec::new() } };
    walk.found.scales.extend(amount);
    for part in ["/input", "/case"] {
        if let Some(value) = document.pointer(part) {
            walk.visit(part, value);
        }
    }
    walk.found
}

struct Walk<'a> {
    document: &'a Value,
    host_calls: &'a [HostCall],
    seen: &'a Seen,
    /// The amount asked is one thing that moves its parts along.
    joined: bool,
    found: Knobs,
}

impl Walk<'_> {
    fn visit(&mut self, pointer: &str, value: &Value) {
        let pattern = pattern(pointer);
        if NOT_CHANGED.contains(&pattern.as_str()) || !self.was_read(&pattern) {
            return;
        }
        match value {
            Value::Object(fields) => match serde_json::from_value::<Money>(value.clone()) {
                Ok(money) => self.money(pointer, &pattern, money),
                Err(_) => fields.iter().for_each(|(name, value)| self.field(pointer, &pattern, name, value)),
            },
            Value::Array(items) => self.list(pointer, &pattern, items),
            Value::Bool(value) => self.choose(pointer, Act::Set, json!(value), json!(!value)),
            Value::Number(number) => {
                if let Some(now) = number.as_i64() {
                    let high = if pattern == "/input/risk/score" { 100 } else { now.saturating_mul(10).max(1000) };
                    self.found.scales.push(Scale::count(pointer.to_owned(), now, high));
                }
            }
            Value::String(text) => self.text(pointer, &pattern, text),
            Value::Null => self.labels(pointer, &pattern, value),
        }
        // A name that may be there or not is taken out instead.
        let open = pattern.rsplit_once('/').is_some_and(|(parent, _)| OPEN.contains(&parent));
        if !value.is_null() && !value.is_array() && !open && !NEVER_UNKNOWN.contains(&pattern.as_str()) {
            self.choose(pointer, Act::Remove, value.clone(), Value::Null);
        }
    }

    /// Only what a rule looked up of the past and of the parameters can change its answer.
    fn was_read(&self, pattern: &str) -> bool {
        let called = |function: &str| self.host_calls.iter().any(|call| call.function == function);
        let parts: Vec<&str> = pattern.split('/').skip(1).collect();
        match parts.as_slice() {
            ["case", "history", "orders", ..] => called("history/orders") || called("history/totals"),
            ["case", "history", "after_sales", ..] => called("history/after-sales") || called("history/totals"),
            ["case", "history", "totals", ..] => called("history/totals"),
            ["case", "parameters", code, rest @ ..] => {
                rest != ["type"] && self.host_calls.iter().any(|call| call.function == "parameters/get" && call.arguments["code"] == *code)
            }
            _ => true,
        }
    }

    fn money(&mut self, pointer: &str, pattern: &str, money: Money) {
        let moves_along = ["/input/requested", "/case/ticket/lines/*/requested"].contains(&pattern);
        if !(self.joined && moves_along) {
            self.found.scales.push(Scale::money(pointer.to_owned(), money));
        }
    }

    fn field(&mut self, parent: &str, pattern: &str, name: &str, value: &Value) {
        let pointer = format!("{parent}/{}", escape(name));
        self.visit(&pointer, value);
        if OPEN.contains(&pattern)
            && self.was_read(&format!("{pattern}/{name}"))
            && let Some(changed) = without(self.document, parent, name)
        {
            self.push(pointer, Vec::new(), Act::Remove, value.clone(), Value::Null, changed);
        }
    }

    fn list(&mut self, pointer: &str, pattern: &str, items: &[Value]) {
        for (place, item) in items.iter().enumerate().take(TAKEN_OUT) {
            let at = format!("{pointer}/{place}");
            if place < LOOKED_INTO {
                self.visit(&at, item);
            }
            if let Some((changed, also)) = self.taken_out(pointer, pattern, place, item) {
                self.push(at, also, Act::Remove, item.clone(), Value::Null, changed);
            }
        }
        if pattern.ends_with("/tags") {
            let tags: Vec<String> =
                self.seen.of(&format!("{pattern}/*")).filter(|tag| !items.contains(&json!(tag))).map(str::to_owned).collect();
            for tag in tags {
                let more: Vec<Value> = items.iter().cloned().chain([json!(tag)]).collect();
                if let Some(changed) = with(self.document, pointer, Value::Array(more)) {
                    self.push(pointer.to_owned(), Vec::new(), Act::Add, Value::Array(items.to_vec()), json!(tag), changed);
                }
            }
        }
    }

    /// The document without an item, and the sums that are smaller for it.
    fn taken_out(&self, pointer: &str, pattern: &str, place: usize, item: &Value) -> Option<(Value, Vec<String>)> {
        let mut changed = without(self.document, pointer, &place.to_string())?;
        let less: &[(&str, i64)] = match pattern {
            "/case/ticket/lines" => {
                let asked = item["requested"]["minor"].as_i64()?;
                &[("/input/requested/minor", asked), ("/input/net/minor", asked)]
            }
            "/case/history/orders" => {
                &[("/case/history/totals/orders", 1), ("/case/history/totals/paid/minor", item["paid"]["minor"].as_i64()?)]
            }
            "/case/history/after_sales" => {
                &[("/case/history/totals/after_sales", 1), ("/case/history/totals/refunded/minor", item["refunded"]["minor"].as_i64()?)]
            }
            _ => &[],
        };
        let mut also = Vec::new();
        for (sum, part) in less {
            if let Some(value) = changed.pointer_mut(sum) {
                *value = json!((value.as_i64()? - part).max(0));
                also.push((*sum).to_owned());
            }
        }
        Some((changed, also))
    }

    fn text(&mut self, pointer: &str, pattern: &str, text: &str) {
        let moment = || text.contains('T').then(|| text.parse::<Timestamp>().ok()).flatten();
        if let Some(now) = moment() {
            self.found.scales.push(Scale::days(pointer.to_owned(), now));
            return;
        }
        let names = enumerated(pattern);
        if names.is_empty() {
            self.labels(pointer, pattern, &json!(text));
        }
        for name in names.iter().filter(|name| **name != text) {
            self.choose(pointer, Act::Set, json!(text), json!(name));
        }
    }

    fn labels(&mut self, pointer: &str, pattern: &str, now: &Value) {
        let open = ["/case/ticket/fields/", "/case/order/attributes/"].iter().any(|parent| pattern.starts_with(parent));
        if !open && !LABELS.contains(&pattern) {
            return;
        }
        let seen = self.seen;
        for other in seen.of(pattern).chain(seen.configured(open)).filter(|other| *now != json!(other)) {
            self.choose(pointer, Act::Set, now.clone(), json!(other));
        }
    }

    fn choose(&mut self, pointer: &str, act: Act, from: Value, to: Value) {
        let Some(mut changed) = with(self.document, pointer, to.clone()) else { return };
        let also: Vec<String> = self.twin(pointer).into_iter().collect();
        for other in &also {
            let Some(again) = with(&changed, other, to.clone()) else { return };
            changed = again;
        }
        self.push(pointer.to_owned(), also, act, from, to, changed);
    }

    fn push(&mut self, pointer: String, also: Vec<String>, act: Act, from: Value, to: Value, changed: Value) {
        // Another way to the same input is no other change.
        if !self.found.choices.iter().any(|choice| choice.pointer == pointer && choice.changed == changed) {
            self.found.choices.push(Choice { pointer, also, act, from, to, changed });
        }
    }

    /// The same fact about the same goods on the order.
    fn twin(&self, pointer: &str) -> Option<String> {
        let (line, name) = pointer.strip_prefix("/case/ticket/lines/")?.split_once('/')?;
        let bought = self.document.pointer(&format!("/case/ticket/lines/{line}/order_line"))?;
        let place = self.document.pointer("/case/order/lines")?.as_array()?.iter().position(|one| one["external_id"] == *bought)?;
        ["sku", "category"].contains(&name).then(|| format!("/case/order/lines/{place}/{name}"))
    }
}

/// The names that a text of this kind may have.
fn enumerated(pattern: &str) -> Vec<&'static str> {
    macro_rules! names {
        ($kind:ty) => {
            <$kind>::ALL.iter().map(|one| one.as_str()).collect()
        };
    }
    match pattern {
        "/case/ticket/kind" | "/case/history/after_sales/*/kind" => names!(TicketKind),
        "/case/ticket/priority" => names!(Priority),
        "/case/ticket/case" | "/case/history/after_sales/*/case" => names!(CaseStatus),
        "/case/ticket/goods" => names!(GoodsStatus),
        "/case/ticket/money" => names!(MoneyStatus),
        "/case/ticket/dispute" => names!(DisputeStatus),
        _ => Vec::new(),
    }
}
