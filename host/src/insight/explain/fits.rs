//! What holds between the parts of an input. A probe must not break what holds of the real one: the answer to an input that
//! cannot come explains nothing.

use redress_domain::Timestamp;
use redress_domain::rule::{CaseFile, Question, RefundRequest};

/// Which promises an input keeps, always in the same order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Promises(Vec<bool>);

impl Promises {
    /// True when everything that `real` keeps is kept here too.
    pub(super) fn keep(&self, real: &Self) -> bool {
        self.0.iter().zip(&real.0).all(|(here, there)| *here || !*there)
    }
}

/// Checks every promise.
pub(super) fn promises(case: &CaseFile, question: &Question, now: Timestamp) -> Promises {
    let mut kept = times(case, now);
    kept.extend(goods(case));
    kept.extend(past(case, now));
    if let Question::RefundApproval(request) = question {
        kept.extend(amounts(case, request));
    }
    Promises(kept)
}

fn times(case: &CaseFile, now: Timestamp) -> Vec<bool> {
    let (created, order) = (case.ticket.created_at, case.order.as_ref());
    let (placed, delivered) = (order.and_then(|order| order.placed_at), order.and_then(|order| order.delivered_at));
    let ordered = |first: Option<Timestamp>, second: Option<Timestamp>| first.zip(second).is_none_or(|(first, second)| first <= second);
    vec![ordered(placed, delivered), ordered(placed, Some(created)), ordered(delivered, Some(created)), created <= now]
}

/// Pieces are bought before they come back, and cost something.
fn goods(case: &CaseFile) -> Vec<bool> {
    let order = case.order.as_ref();
    let line_fits = |line: &redress_domain::ticket::TicketLine| {
        let bought = order.and_then(|order| order.lines.iter().find(|bought| Some(&bought.external_id) == line.order_line.as_ref()));
        let pieces = |price: i64, count: u32| price.saturating_mul(i64::from(count));
        bought.is_none_or(|bought| {
            line.quantity <= bought.quantity
                && line.requested.minor() <= pieces(bought.unit_price.minor(), line.quantity)
                && line.sku == bought.sku
        })
    };
    let known = |line: &redress_domain::ticket::TicketLine| {
        line.order_line.is_none()
            || order.is_none_or(|order| order.lines.iter().any(|bought| Some(&bought.external_id) == line.order_line.as_ref()))
    };
    vec![
        case.ticket.lines.iter().all(line_fits),
        case.ticket.lines.iter().all(known),
        !case.ticket.lines.is_empty(),
        case.ticket.lines.iter().all(|line| line.quantity > 0 && !line.requested.is_negative()),
        order.is_none_or(|order| !order.paid.is_negative()),
        order.is_none_or(|order| order.lines.iter().all(|line| line.quantity > 0 && !line.unit_price.is_negative())),
    ]
}

/// Sums over the past hold at least what is listed of it.
fn past(case: &CaseFile, now: Timestamp) -> Vec<bool> {
    let Some(past) = &case.history else { return vec![true; 6] };
    let totals = &past.totals;
    let listed = |count: usize, total: u32| usize::try_from(total).is_ok_and(|total| total >= count);
    vec![
        listed(past.orders.len(), totals.orders),
        listed(past.after_sales.len(), totals.after_sales),
        past.orders.iter().map(|order| order.paid.minor()).sum::<i64>() <= totals.paid.minor(),
        past.after_sales.iter().map(|sale| sale.refunded.minor()).sum::<i64>() <= totals.refunded.minor(),
        past.orders.iter().all(|order| !order.paid.is_negative() && order.placed_at.is_none_or(|at| at <= now)),
        past.after_sales.iter().all(|sale| !sale.refunded.is_negative() && sale.created_at <= now),
    ]
}

fn amounts(case: &CaseFile, request: &RefundRequest) -> Vec<bool> {
    let (requested, net, before) = (request.requested.minor(), request.net.minor(), request.refunded_before.minor());
    let asked: i64 = case.ticket.lines.iter().map(|line| line.requested.minor()).sum();
    let currency = request.requested.currency();
    vec![
        requested == asked,
        net <= requested,
        requested >= 0 && net >= 0 && before >= 0,
        case.order.as_ref().is_none_or(|order| requested.saturating_add(before) <= order.paid.minor()),
        request.risk.as_ref().is_none_or(|risk| risk.score <= 100),
        [request.net, request.refunded_before].iter().all(|amount| amount.currency() == currency),
        case.order.as_ref().is_none_or(|order| order.paid.currency() == currency),
    ]
}
