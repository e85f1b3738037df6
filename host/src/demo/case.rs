//! What went wrong, at random.

use std::collections::BTreeSet;

use chrono::Duration;
use rand::seq::IndexedRandom as _;
use rand::{Rng, RngExt as _};
use redress_domain::{Money, Timestamp};

use super::body::{CaseBody, LineBody, OrderBody, OrderLineBody, OrderReference, TimedCase};
use super::complaint::{COMPLAINTS, Complaint, When};
use super::people::pick;

/// So many cases over orders, at most one for each order, none later than `now`.
pub(super) fn cases(rng: &mut impl Rng, orders: &[OrderBody], count: usize, now: Timestamp) -> Vec<TimedCase> {
    let mut used: BTreeSet<&str> = orders.iter().filter(|o| super::story::is_told(o)).map(|o| o.external_id.as_str()).collect();
    let mut cases = Vec::with_capacity(count);
    while cases.len() < count {
        let complaint = weighted(rng);
        let order = pick(rng, orders);
        let Some(at) = moment(rng, complaint, order, now) else { continue };
        let fitting: Vec<&OrderLineBody> =
            order.lines.iter().filter(|l| complaint.categories.is_empty() || complaint.categories.contains(&l.category.as_str())).collect();
        let Some(line) = fitting.choose(rng) else { continue };
        if used.insert(&order.external_id) {
            let number = cases.len() + 1;
            cases.push(TimedCase { at, body: body(rng, number, complaint, order, line) });
        }
    }
    cases
}

/// A complaint, the frequent ones more often.
fn weighted(rng: &mut impl Rng) -> &'static Complaint {
    let total: u32 = COMPLAINTS.iter().map(|c| c.weight).sum();
    let mut lot = rng.random_range(0..total);
    for complaint in COMPLAINTS {
        if lot < complaint.weight {
            return complaint;
        }
        lot -= complaint.weight;
    }
    &COMPLAINTS[0]
}

/// When the customer writes; `None` when this order cannot have gone wrong in this way by `now`.
fn moment(rng: &mut impl Rng, complaint: &Complaint, order: &OrderBody, now: Timestamp) -> Option<Timestamp> {
    let at = match (complaint.when, order.delivered_at) {
        // Most write within the week, a few when it is too late.
        (When::Delivered, Some(delivered)) => {
            let days = *pick(rng, &[1, 1, 2, 2, 3, 3, 4, 5, 6, 9, 14, 25]);
            delivered.plus(Duration::hours(days * 24 - rng.random_range(0..20)))
        }
        (When::Undelivered, None) => order.placed_at.plus(Duration::hours(rng.random_range(1..100))),
        (When::Undelivered, Some(delivered)) if complaint.reason == "not_received" && rng.random_bool(0.05) => {
            delivered.plus(Duration::hours(rng.random_range(2..48)))
        }
        (When::Delivered | When::Undelivered, _) => return None,
    };
    (at <= now).then_some(at)
}

fn body(rng: &mut impl Rng, number: usize, complaint: &Complaint, order: &OrderBody, line: &OrderLineBody) -> CaseBody {
    let (subject, description) = if rng.random_bool(0.2) { complaint.english } else { complaint.chinese };
    let quantity = if rng.random_bool(0.8) { line.quantity } else { 1 };
    let requested = (complaint.percent > 0).then(|| share(order, line, quantity, complaint.percent)).flatten();
    let channel = order.attributes.get("channel").cloned().unwrap_or_else(|| "web".to_owned());
    CaseBody {
        kind: complaint.kind,
        channel,
        external_ref: format!("DEMO-{number:04}"),
        subject: subject.to_owned(),
        description: description.to_owned(),
        problem_type: complaint.problem_type.to_owned(),
        customer: order.customer.clone(),
        order: Some(OrderReference { external_id: order.external_id.clone() }),
        lines: vec![LineBody { order_line: line.external_id.clone(), quantity, reason: complaint.reason.to_owned(), requested }],
        fields: complaint.form.fields(rng.random_bool(0.85)),
    }
}

/// A share of what was paid for the line; rounded down, so that it never exceeds it. The order's discount counts.
fn share(order: &OrderBody, line: &OrderLineBody, quantity: u32, percent: i64) -> Option<Money> {
    let price = i128::from(line.unit_price.checked_mul(quantity).ok()?.minor());
    let goods: i128 = order.lines.iter().map(|l| i128::from(l.unit_price.minor()) * i128::from(l.quantity)).sum();
    let paid = price * i128::from(order.paid.minor()) / goods.max(1);
    Money::new(i64::try_from(paid * i128::from(percent) / 100).ok()?, order.currency).ok()
}
