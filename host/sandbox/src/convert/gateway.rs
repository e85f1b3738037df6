//! What gateways are asked and answer.

use redress_domain::rule::{GatewayOutcome, HeaderValue, HttpHeader, HttpMethod, HttpRequest, HttpResponse, Notice, PaymentOrder, Purpose};

use super::money;
use crate::bindings::exports::redress::rules::settlement as wit;

pub(crate) fn order(order: &PaymentOrder) -> wit::Instruction {
    wit::Instruction {
        id: order.id.clone(),
        amount: money::into_wit(order.amount),
        payment: order.payment.clone(),
        paid: money::into_wit(order.paid),
        reference: order.reference.clone(),
        ticket: order.ticket.clone(),
        order: order.order.clone(),
        reason: order.reason.clone(),
        created_at_ms: order.created_at.as_millis(),
    }
}

pub(crate) const fn purpose(purpose: Purpose) -> wit::Purpose {
    match purpose {
        Purpose::Pay => wit::Purpose::Pay,
        Purpose::Query => wit::Purpose::Query,
    }
}

pub(crate) fn response(answer: &HttpResponse) -> wit::HttpResponse {
    wit::HttpResponse { status: answer.status.into(), headers: answer.headers.clone(), body: answer.body.clone() }
}

pub(crate) fn request(request: wit::HttpRequest) -> HttpRequest {
    let header = |header: wit::Header| HttpHeader {
        name: header.name,
        value: match header.value {
            wit::HeaderValue::Text(text) => HeaderValue::Text(text),
            wit::HeaderValue::Secret(secret) => HeaderValue::Secret { before: secret.before, secret: secret.secret },
        },
    };
    HttpRequest {
        method: match request.method {
            wit::Method::Get => HttpMethod::Get,
            wit::Method::Post => HttpMethod::Post,
        },
        url: request.url,
        headers: request.headers.into_iter().map(header).collect(),
        body: request.body,
    }
}

pub(crate) fn outcome(outcome: wit::Outcome) -> GatewayOutcome {
    match outcome {
        wit::Outcome::Paid(reference) => GatewayOutcome::Paid { reference },
        wit::Outcome::Pending(reference) => GatewayOutcome::Pending { reference },
        wit::Outcome::Failed(refusal) => GatewayOutcome::Failed { reason: refusal.reason, retryable: refusal.retryable },
        wit::Outcome::Absent => GatewayOutcome::Absent,
        wit::Outcome::Unknown(why) => GatewayOutcome::Unknown { why },
    }
}

pub(crate) fn notice(notice: wit::Notice) -> Notice {
    Notice { instruction: notice.instruction, outcome: outcome(notice.outcome) }
}
