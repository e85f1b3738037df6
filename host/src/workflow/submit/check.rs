//! What can be said of a draft before anything is read: lengths, quantities, currencies, completeness.

use redress_domain::ticket::TicketKind;
use redress_domain::{Currency, Money};

use super::draft::{CustomerDraft, LineDraft, NewTicket, OrderDraft, OrderLineDraft};
use crate::workflow::violation::Violations;

/// Most lines of an order.
const MAX_ORDER_LINES: usize = 5_000;
/// Most lines of a ticket.
const MAX_LINES: usize = 500;
/// Longest identifier of another system.
const MAX_REFERENCE: usize = 200;
/// Longest subject line.
const MAX_SUBJECT: usize = 300;
/// Longest description.
const MAX_DESCRIPTION: usize = 20_000;
/// Most deadlines of the platform.
const MAX_DEADLINES: usize = 10;
/// Most form fields.
const MAX_FIELDS: usize = 200;

/// Everything wrong with the draft itself.
pub(super) fn shape(draft: &NewTicket) -> Violations {
    let mut found = Violations::default();
    found.text("/channel", &draft.channel, 50);
    found.longest("/subject", &draft.subject, MAX_SUBJECT);
    found.longest("/description", &draft.description, MAX_DESCRIPTION);
    if let Some(reference) = &draft.external_ref {
        found.text("/external_ref", reference, MAX_REFERENCE);
    }
    if let Some(label) = &draft.problem_type {
        found.text("/problem_type", label, MAX_REFERENCE);
    }
    found.require(draft.fields.len() <= MAX_FIELDS, "too_many", "/fields", "send at most 200 form fields");
    found.require(draft.deadlines.len() <= MAX_DEADLINES, "too_many", "/deadlines", "send at most 10 deadlines");
    if let Some(customer) = &draft.customer {
        check_customer(customer, &mut found);
    }
    if let Some(order) = &draft.order {
        check_order(order, &mut found);
    }
    check_lines(draft, &mut found);
    found
}

fn check_customer(customer: &CustomerDraft, found: &mut Violations) {
    found.text("/customer/external_id", &customer.external_id, MAX_REFERENCE);
    for (pointer, text) in [
        ("/customer/name", &customer.name),
        ("/customer/phone", &customer.phone),
        ("/customer/email", &customer.email),
        ("/customer/member_level", &customer.member_level),
    ] {
        if let Some(text) = text {
            found.longest(pointer, text, MAX_REFERENCE);
        }
    }
}

fn check_order(order: &OrderDraft, found: &mut Violations) {
    found.text("/order/external_id", &order.external_id, MAX_REFERENCE);
    if order.is_reference() {
        return;
    }
    let Some(lines @ [first, ..]) = order.lines.as_deref() else {
        found.add("missing", "/order/lines", "list what was bought, or leave only external_id to refer to a known order");
        return;
    };
    let currency = order.currency.or(order.paid.map(Money::currency)).unwrap_or(first.unit_price.currency());
    if let Some(paid) = order.paid {
        found.require(!paid.is_negative(), "negative_amount", "/order/paid", "an order's paid sum is not negative");
        same_currency("/order/paid", paid.currency(), currency, found);
    }
    check_order_lines(lines, currency, found);
}

fn check_order_lines(lines: &[OrderLineDraft], currency: Currency, found: &mut Violations) {
    found.require(lines.len() <= MAX_ORDER_LINES, "too_many", "/order/lines", "an order has at most 5000 lines");
    let mut seen = std::collections::HashSet::with_capacity(lines.len());
    for (i, line) in lines.iter().enumerate() {
        found.text(&format!("/order/lines/{i}/external_id"), &line.external_id, MAX_REFERENCE);
        found.text(&format!("/order/lines/{i}/sku"), &line.sku, MAX_REFERENCE);
        found.longest(&format!("/order/lines/{i}/title"), &line.title, MAX_SUBJECT);
        if line.quantity == 0 {
            found.add("quantity_zero", format!("/order/lines/{i}/quantity"), "at least 1 was bought");
        }
        if line.unit_price.is_negative() {
            found.add("negative_amount", format!("/order/lines/{i}/unit_price"), "a price is not negative");
        }
        same_currency(&format!("/order/lines/{i}/unit_price"), line.unit_price.currency(), currency, found);
        if !seen.insert(line.external_id.as_str()) {
            found.add("repeated", format!("/order/lines/{i}/external_id"), format!("line '{}' is listed twice", line.external_id));
        }
    }
}

fn check_lines(draft: &NewTicket, found: &mut Violations) {
    found.require(draft.lines.len() <= MAX_LINES, "too_many", "/lines", "a ticket has at most 500 lines");
    let about_goods = !matches!(draft.kind, TicketKind::Complaint | TicketKind::Inquiry);
    if about_goods && draft.lines.is_empty() {
        found.add("missing", "/lines", format!("say which goods the {} is about", draft.kind));
    }
    if draft.kind.asks_money() && draft.order.is_none() {
        found.add("missing", "/order", format!("a {} pays back an order: say which", draft.kind));
    }
    for (i, line) in draft.lines.iter().enumerate() {
        check_line(i, line, draft.order.is_some(), found);
    }
}

fn check_line(i: usize, line: &LineDraft, has_order: bool, found: &mut Violations) {
    if line.quantity == 0 {
        found.add("quantity_zero", format!("/lines/{i}/quantity"), "ask for at least 1");
    }
    found.text(&format!("/lines/{i}/reason"), &line.reason, MAX_REFERENCE);
    if has_order && line.order_line.is_none() {
        found.add("missing", format!("/lines/{i}/order_line"), "say which line of the order this is about");
    }
    if !has_order && line.order_line.is_some() {
        found.add("unknown_order", format!("/lines/{i}/order_line"), "there is no order: send one in 'order'");
    }
    if line.requested.is_some_and(Money::is_negative) {
        found.add("negative_amount", format!("/lines/{i}/requested"), "ask for zero or more");
    }
}

fn same_currency(pointer: &str, given: Currency, wanted: Currency, found: &mut Violations) {
    if given != wanted {
        found.add("foreign_currency", pointer, format!("the order is in {wanted}: convert this amount from {given}"));
    }
}
