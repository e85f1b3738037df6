//! Who bought and what: the draft put together with what is known.

use redress_domain::history::{History, Totals};
use redress_domain::id::{CustomerId, OrderId};
use redress_domain::order::{Customer, Order, OrderLine, payments_fault};
use redress_domain::{Currency, Money};

use super::draft::{CustomerDraft, NewTicket, OrderDraft, OrderLineDraft};
use crate::workflow::turn::Change;
use crate::workflow::violation::Violations;

/// A person or order, and what must be written of it.
pub(super) struct Resolved<T> {
    /// It, when there is one.
    pub(super) value: Option<T>,
    /// What the draft tells of it beyond what is stored.
    pub(super) change: Change,
}

/// The customer of the ticket.
pub(super) fn customer(draft: Option<&CustomerDraft>, known: Option<Customer>, new_id: impl FnOnce() -> CustomerId) -> Resolved<Customer> {
    let Some(draft) = draft else { return Resolved { value: known, change: Change::None } };
    let before = known.clone();
    let mut customer = known.unwrap_or_else(|| Customer {
        id: new_id(),
        external_id: draft.external_id.clone(),
        name: None,
        phone: None,
        email: None,
        member_level: None,
        tags: Vec::new(),
    });
    let told = |field: &mut Option<String>, said: &Option<String>| {
        if said.is_some() {
            field.clone_from(said);
        }
    };
    told(&mut customer.name, &draft.name);
    told(&mut customer.phone, &draft.phone);
    told(&mut customer.email, &draft.email);
    told(&mut customer.member_level, &draft.member_level);
    Resolved { change: Change::between(before.as_ref(), &customer), value: Some(customer) }
}

/// The order of the ticket. A whole order replaces what is known of it; a reference must be known.
pub(super) fn order(
    draft: &NewTicket,
    known: Option<Order>,
    buyer: Option<&Customer>,
    may_change: bool,
    found: &mut Violations,
    new_id: impl FnOnce() -> OrderId,
) -> Resolved<Order> {
    let Some(told) = &draft.order else { return Resolved { value: None, change: Change::None } };
    if let (Some(buyer), Some(owner)) = (buyer, known.as_ref().and_then(|order| order.customer))
        && buyer.id != owner
    {
        let message = format!("order '{}' belongs to another customer than '{}'", told.external_id, buyer.external_id);
        found.add("order_of_another_customer", "/order/external_id", message);
    }
    let Some(lines) = &told.lines else {
        if known.is_none() {
            let message = format!("order '{}' is not known: send it whole, or create it first", told.external_id);
            found.add("unknown_order", "/order/external_id", message);
        }
        return Resolved { value: known, change: Change::None };
    };
    let Some(paid) = told.paid.or_else(|| sum(lines)) else {
        found.add("amount_out_of_range", "/order/lines", "the prices cannot be summed: they are in several currencies or too large");
        return Resolved { value: known, change: Change::None };
    };
    let lines = lines.iter().map(|line| OrderLine {
        external_id: line.external_id.clone(),
        sku: line.sku.clone(),
        title: line.title.clone(),
        category: line.category.clone(),
        quantity: line.quantity,
        unit_price: line.unit_price,
    });
    let order = whole(told, paid, lines.collect(), known.as_ref(), buyer, new_id);
    if let Some(known) = known.as_ref() {
        // What was paid and bought limits what goes back, and when it arrived decides who must agree (Z22), so it is not for everybody who
        // may open a ticket.
        let differs = differences(known, &order);
        if !may_change && !differs.is_empty() {
            let message = format!(
                "order '{}' is known with another {}: send its external_id alone, or take a key that may write orders",
                told.external_id,
                differs.join(", ")
            );
            found.add("order_differs", "/order", message);
        } else if known.paid.currency() != order.paid.currency() {
            let message = format!("order '{}' is known in {}: an order keeps its currency", told.external_id, known.paid.currency());
            found.add("foreign_currency", "/order/currency", message);
        }
    }
    if let Some((place, why)) = payments_fault(&order.payments, order.paid) {
        found.add("invalid_payment", format!("/order/payments{place}"), why);
    }
    Resolved { change: Change::between(known.as_ref(), &order), value: Some(order) }
}

/// What is told otherwise than it is known. Who bought may be said once.
fn differences(known: &Order, told: &Order) -> Vec<&'static str> {
    let fields = [
        ("customer", known.customer.is_none() || known.customer == told.customer),
        ("placed_at", known.placed_at == told.placed_at),
        ("delivered_at", known.delivered_at == told.delivered_at),
        ("paid", known.paid == told.paid),
        ("lines", known.lines == told.lines),
        ("payments", known.payments == told.payments),
        ("attributes", known.attributes == told.attributes),
    ];
    fields.into_iter().filter(|(_, same)| !same).map(|(field, _)| field).collect()
}

/// What the lines cost together; `None` when they cannot be summed.
fn sum(lines: &[OrderLineDraft]) -> Option<Money> {
    let currency = lines.first()?.unit_price.currency();
    lines.iter().try_fold(Money::zero(currency), |sum, line| sum.checked_add(line.unit_price.checked_mul(line.quantity).ok()?).ok())
}

fn whole(
    told: &OrderDraft,
    paid: Money,
    lines: Vec<OrderLine>,
    known: Option<&Order>,
    buyer: Option<&Customer>,
    new_id: impl FnOnce() -> OrderId,
) -> Order {
    Order {
        id: known.map_or_else(new_id, |known| known.id),
        external_id: told.external_id.clone(),
        customer: buyer.map(|buyer| buyer.id).or_else(|| known.and_then(|known| known.customer)),
        placed_at: told.placed_at.or_else(|| known.and_then(|known| known.placed_at)),
        delivered_at: told.delivered_at.or_else(|| known.and_then(|known| known.delivered_at)),
        paid,
        lines,
        payments: told.payments.clone().or_else(|| known.map(|known| known.payments.clone())).unwrap_or_default(),
        attributes: told.attributes.clone().or_else(|| known.map(|known| known.attributes.clone())).unwrap_or_default(),
    }
}

/// The past of a customer who was not known before this request.
pub(super) fn no_history(currency: Currency) -> History {
    let zero = Money::zero(currency);
    History { orders: Vec::new(), after_sales: Vec::new(), totals: Totals { orders: 0, after_sales: 0, paid: zero, refunded: zero } }
}
