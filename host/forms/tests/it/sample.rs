//! An order, a customer, a past, and small forms.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use redress_domain::clock::Timestamp;
use redress_domain::history::{AfterSaleSummary, History, Totals};
use redress_domain::id::{CustomerId, OrderId, UserId};
use redress_domain::money::{Currency, Money};
use redress_domain::order::{Customer, Order, OrderLine};
use redress_domain::status::CaseStatus;
use redress_domain::ticket::TicketKind;
use redress_forms::{Audience, Code, Definition, Facts, Form, Violation};
use serde_json::{Value, json};

pub(crate) fn now() -> Timestamp {
    "2026-10-07T08:00:00Z".parse().unwrap()
}

pub(crate) fn yuan(minor: i64) -> Money {
    Money::new(minor, Currency::CNY).unwrap()
}

fn id(last: u128) -> uuid::Uuid {
    uuid::Uuid::from_u128(last)
}

/// What is known in the tests: two pairs of trousers and a shirt, bought by a VIP who returned trousers before.
pub(crate) struct World {
    pub(crate) order: Order,
    pub(crate) customer: Customer,
    pub(crate) history: History,
    pub(crate) person: UserId,
}

impl World {
    pub(crate) fn new() -> Self {
        let line = |name: &str, title: &str, quantity, price| OrderLine {
            external_id: name.to_owned(),
            sku: format!("SKU-{name}"),
            title: title.to_owned(),
            category: Some("服装".to_owned()),
            quantity,
            unit_price: yuan(price),
        };
        let order = Order {
            id: OrderId::from_uuid(id(1)),
            external_id: "TB-1001".to_owned(),
            customer: Some(CustomerId::from_uuid(id(2))),
            placed_at: Some("2026-10-01T00:00:00Z".parse().unwrap()),
            delivered_at: Some("2026-10-03T00:00:00Z".parse().unwrap()),
            paid: yuan(28_800),
            lines: vec![line("1", "休闲裤", 2, 9_900), line("2", "衬衫", 1, 9_000)],
            payments: Vec::new(),
            attributes: BTreeMap::from([("address".to_owned(), "杭州市西湖区文三路 1 号".to_owned())]),
        };
        let customer = Customer {
            id: CustomerId::from_uuid(id(2)),
            external_id: "buyer-7".to_owned(),
            name: Some("李雷".to_owned()),
            phone: Some("+86 138-0013-8000".to_owned()),
            email: None,
            member_level: Some("vip".to_owned()),
            tags: vec![],
        };
        let past = AfterSaleSummary {
            number: "T-9".to_owned(),
            kind: TicketKind::Exchange,
            problem_type: Some("尺码问题".to_owned()),
            reasons: vec!["wrong_size".to_owned()],
            skus: vec!["SKU-1".to_owned()],
            case: CaseStatus::Closed,
            created_at: "2026-08-01T09:00:00Z".parse().unwrap(),
            refunded: yuan(0),
        };
        let totals = Totals { orders: 4, after_sales: 1, paid: yuan(99_900), refunded: yuan(0) };
        Self { order, customer, history: History { orders: vec![], after_sales: vec![past], totals }, person: UserId::from_uuid(id(3)) }
    }

    pub(crate) fn facts(&self) -> Facts<'_> {
        Facts {
            ticket: None,
            order: Some(&self.order),
            customer: Some(&self.customer),
            history: Some(&self.history),
            person: Some(self.person),
        }
    }
}

/// The shipped form with this key, ready.
pub(crate) fn shipped(key: &str) -> &'static Form {
    static READY: LazyLock<Vec<Form>> =
        LazyLock::new(|| redress_forms::shipped().into_iter().map(|definition| Form::prepare(definition).unwrap()).collect());
    READY.iter().find(|form| form.definition().key == key).unwrap()
}

/// A definition of these fields; labels are made up where they are missing.
pub(crate) fn definition(fields: Value, checks: Value) -> Definition {
    let label = json!({ "zh-CN": "标签", "en": "Label" });
    let labelled = |mut items: Value, name: &str| {
        for item in items.as_array_mut().unwrap() {
            let item = item.as_object_mut().unwrap();
            item.entry(name).or_insert_with(|| label.clone());
        }
        items
    };
    serde_json::from_value(json!({
        "key": "test", "kind": "return_refund", "version": 1, "state": "draft", "title": label,
        "sections": [{ "title": label, "fields": labelled(fields, "label") }],
        "checks": labelled(checks, "message"),
    }))
    .unwrap()
}

/// A form of these fields, ready.
pub(crate) fn form(fields: Value) -> Form {
    Form::prepare(definition(fields, json!([]))).unwrap()
}

/// One field of this control, called `a`, ready.
pub(crate) fn one(control: Value) -> Form {
    form(json!([{ "key": "a", "control": control }]))
}

pub(crate) fn options(values: &[&str]) -> Value {
    values.iter().map(|value| json!({ "value": value, "label": { "zh-CN": value, "en": value } })).collect()
}

/// What an agent's answers come to without facts.
pub(crate) fn submit(form: &Form, answers: Value) -> Result<Value, Vec<Violation>> {
    submit_with(form, answers, &Facts::default(), Audience::Agent)
}

pub(crate) fn submit_with(form: &Form, answers: Value, facts: &Facts<'_>, audience: Audience) -> Result<Value, Vec<Violation>> {
    form.submit(&answers, facts, now(), audience).map(|answers| json!(answers))
}

/// Where and what is wrong, in order.
pub(crate) fn told(result: Result<Value, Vec<Violation>>) -> Vec<(String, Code)> {
    result.expect_err("these answers are wrong").into_iter().map(|violation| (violation.pointer, violation.code)).collect()
}

pub(crate) fn at(pointer: &str, code: Code) -> (String, Code) {
    (pointer.to_owned(), code)
}
