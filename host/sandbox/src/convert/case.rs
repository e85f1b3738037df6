//! The case file and the context, as rules see them. Telephone numbers and mail addresses stay on the host's side.

use redress_domain::Timestamp;
use redress_domain::order::{Customer, Order, OrderLine};
use redress_domain::rule::{CallContext, CaseFile};
use redress_domain::ticket::{Priority, Ticket, TicketKind, TicketLine};

use super::money;
use crate::bindings::redress::rules::types as wit;

pub(crate) fn context(context: &CallContext, config: &str) -> wit::Context {
    wit::Context {
        decision_id: context.decision_id.clone(),
        tenant: context.tenant.clone(),
        now_ms: context.now.as_millis(),
        seed: context.seed,
        locale: context.locale.clone(),
        config: config.to_owned(),
    }
}

pub(crate) fn file(case: &CaseFile) -> wit::CaseFile {
    wit::CaseFile { ticket: ticket(&case.ticket), customer: case.customer.as_ref().map(customer), order: case.order.as_ref().map(order) }
}

fn ticket(ticket: &Ticket) -> wit::Ticket {
    wit::Ticket {
        id: ticket.id.to_string(),
        number: ticket.number.clone(),
        kind: kind(ticket.kind),
        channel: ticket.channel.clone(),
        problem_type: ticket.problem_type.clone(),
        subject: ticket.subject.clone(),
        description: ticket.description.clone(),
        priority: priority(ticket.priority),
        tags: ticket.tags.clone(),
        case_status: ticket.axes.case.as_str().to_owned(),
        goods_status: ticket.axes.goods.as_str().to_owned(),
        money_status: ticket.axes.money.as_str().to_owned(),
        dispute_status: ticket.axes.dispute.as_str().to_owned(),
        created_at_ms: ticket.created_at.as_millis(),
        lines: ticket.lines.iter().map(line).collect(),
        fields: ticket.fields.iter().map(|(name, value)| wit::Field { name: name.clone(), value: value.to_string() }).collect(),
    }
}

fn line(line: &TicketLine) -> wit::TicketLine {
    wit::TicketLine {
        order_line: line.order_line.clone(),
        sku: line.sku.clone(),
        category: line.category.clone(),
        quantity: line.quantity,
        reason: line.reason.clone(),
        requested: money::into_wit(line.requested),
    }
}

fn customer(customer: &Customer) -> wit::Customer {
    wit::Customer {
        id: customer.id.to_string(),
        external_id: customer.external_id.clone(),
        name: customer.name.clone(),
        member_level: customer.member_level.clone(),
        tags: customer.tags.clone(),
    }
}

fn order(order: &Order) -> wit::Order {
    wit::Order {
        id: order.id.to_string(),
        external_id: order.external_id.clone(),
        placed_at_ms: order.placed_at.map(Timestamp::as_millis),
        delivered_at_ms: order.delivered_at.map(Timestamp::as_millis),
        paid: money::into_wit(order.paid),
        lines: order.lines.iter().map(order_line).collect(),
        attributes: order.attributes.iter().map(|(name, value)| (name.clone(), value.clone())).collect(),
    }
}

fn order_line(line: &OrderLine) -> wit::OrderLine {
    wit::OrderLine {
        external_id: line.external_id.clone(),
        sku: line.sku.clone(),
        title: line.title.clone(),
        category: line.category.clone(),
        quantity: line.quantity,
        unit_price: money::into_wit(line.unit_price),
    }
}

pub(crate) fn kind(kind: TicketKind) -> wit::TicketKind {
    match kind {
        TicketKind::ReturnRefund => wit::TicketKind::ReturnRefund,
        TicketKind::RefundOnly => wit::TicketKind::RefundOnly,
        TicketKind::Exchange => wit::TicketKind::Exchange,
        TicketKind::Resend => wit::TicketKind::Resend,
        TicketKind::Repair => wit::TicketKind::Repair,
        TicketKind::PriceProtect => wit::TicketKind::PriceProtect,
        TicketKind::FreightClaim => wit::TicketKind::FreightClaim,
        TicketKind::Complaint => wit::TicketKind::Complaint,
        TicketKind::Inquiry => wit::TicketKind::Inquiry,
    }
}

pub(crate) fn priority(priority: Priority) -> wit::Priority {
    match priority {
        Priority::Low => wit::Priority::Low,
        Priority::Normal => wit::Priority::Normal,
        Priority::High => wit::Priority::High,
        Priority::Urgent => wit::Priority::Urgent,
    }
}

pub(crate) fn priority_from_wit(priority: wit::Priority) -> Priority {
    match priority {
        wit::Priority::Low => Priority::Low,
        wit::Priority::Normal => Priority::Normal,
        wit::Priority::High => Priority::High,
        wit::Priority::Urgent => Priority::Urgent,
    }
}
