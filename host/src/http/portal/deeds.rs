//! `POST /portal/v1/ticket/…`: what customers do.

use axum::extract::State;
use axum::response::Response;
use redress_domain::id::TaskId;
use redress_domain::portal::{Beside, Deed, Words, deeds, state_words};
use redress_domain::timeline::Actor;
use redress_domain::warehouse::kept::OfferState;
use redress_domain::warehouse::offer::Choice;
use redress_domain::warehouse::tracking::TrackingNumber;
use redress_store::{TenantTx, offer};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::Visitor;
use crate::app::App;
use crate::http::once::{Once, once};
use crate::http::openapi::IdempotencyHeader;
use crate::http::{Answer, Command, Idempotency, PortalProblems, Problem};
use crate::problem::check::text_between;
use crate::workflow::act::CustomerDeed;
use crate::workflow::flow::{CustomerPress, CustomerTask};
use crate::workflow::turn::Turn;
use crate::workflow::warehouse::Announcement;
use crate::workflow::{Error, Workflow};

/// Longest message, in characters.
const LONGEST: usize = 4_000;
/// Largest body in bytes: a message and the values of a form.
const BODY: usize = 64 << 10;

/// How a request stands after a customer did something.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = PortalStanding)]
pub struct Standing {
    /// The number people use.
    number: String,
    /// Where it stands.
    state: Words,
    /// What the customer may do now.
    may: Vec<Deed>,
}

/// What a customer writes.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CustomerMessage {
    /// The text, 1 to 4,000 characters.
    body: String,
    /// Values of the form, for example those that were asked for.
    #[serde(default)]
    #[schema(value_type = Object)]
    fields: serde_json::Map<String, serde_json::Value>,
}

/// Write to the shop.
///
/// When the request waits for an answer, this is the answer, and the request is decided again.
#[utoipa::path(post, path = "/ticket/messages", tag = "portal", request_body = CustomerMessage, params(IdempotencyHeader),
    responses((status = 200, body = Standing), PortalProblems))]
pub async fn write_message(State(app): State<App>, visitor: Visitor, command: Command<CustomerMessage, BODY>) -> Result<Response, Problem> {
    let CustomerMessage { body, fields } = command.body;
    act(&app, &visitor, command.idempotency, CustomerDeed::Message { body: said("/body", body)?, fields }).await
}

/// Complete a refused request.
///
/// It is decided again; a second refusal is final.
#[utoipa::path(post, path = "/ticket/amend", tag = "portal", request_body = CustomerMessage, params(IdempotencyHeader),
    responses((status = 200, body = Standing), PortalProblems))]
pub async fn amend_request(State(app): State<App>, visitor: Visitor, command: Command<CustomerMessage, BODY>) -> Result<Response, Problem> {
    let CustomerMessage { body, fields } = command.body;
    act(&app, &visitor, command.idempotency, CustomerDeed::Amend { body: said("/body", body)?, fields }).await
}

/// Why a customer withdraws.
#[derive(Debug, Clone, Default, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct CustomerWithdrawal {
    /// Why.
    reason: Option<String>,
}

/// Withdraw a request.
///
/// Only before money has left; goods that are on their way go back.
#[utoipa::path(post, path = "/ticket/cancel", tag = "portal", request_body = CustomerWithdrawal, params(IdempotencyHeader),
    responses((status = 200, body = Standing), PortalProblems))]
pub async fn withdraw_request(
    State(app): State<App>,
    visitor: Visitor,
    command: Command<CustomerWithdrawal, BODY>,
) -> Result<Response, Problem> {
    let reason = command.body.reason.map(|text| said("/reason", text)).transpose()?;
    act(&app, &visitor, command.idempotency, CustomerDeed::Cancel { reason }).await
}

/// What a customer chooses.
#[derive(Debug, Clone, Copy, Deserialize, ToSchema)]
#[schema(as = PortalChoice)]
#[serde(deny_unknown_fields)]
pub struct ChosenOffer {
    /// One of the offer's `choices`.
    choice: Choice,
}

/// Choose what to do about missing parts.
///
/// `resend` promises to send them; `deduct` has their price kept back and the rest paid. The same choice again changes nothing.
#[utoipa::path(post, path = "/ticket/offer", tag = "portal", request_body = ChosenOffer, params(IdempotencyHeader),
    responses((status = 200, body = Standing), PortalProblems))]
pub async fn choose_offer(State(app): State<App>, visitor: Visitor, command: Command<ChosenOffer, BODY>) -> Result<Response, Problem> {
    let (tenant, ticket, choice) = (visitor.tenant.id, visitor.link.ticket, command.body.choice);
    write(
        &app,
        &visitor,
        command.idempotency,
        |workflow| async move { workflow.answer_offer(tenant, Actor::Customer, ticket, choice).await },
    )
    .await
}

/// How goods were sent back.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[schema(as = PortalTracking)]
#[serde(deny_unknown_fields)]
pub struct Tracking {
    /// Carrier, 1 to 100 characters.
    carrier: String,
    /// Tracking number, as the label says it: 6 to 40 letters, digits and hyphens.
    number: String,
    /// The number that was told before and is wrong: its parcel is awaited no more.
    #[serde(default)]
    replaces: Option<String>,
}

/// Tell the tracking number of goods that were sent back.
///
/// The warehouse awaits the parcel from then on. A number that is another parcel's makes the request an `exception` until the right one
/// is told.
#[utoipa::path(post, path = "/ticket/tracking", tag = "portal", request_body = Tracking, params(IdempotencyHeader),
    responses((status = 200, body = Standing), PortalProblems))]
pub async fn add_tracking(State(app): State<App>, visitor: Visitor, command: Command<Tracking, BODY>) -> Result<Response, Problem> {
    let Tracking { carrier, number, replaces } = command.body;
    let carrier = text_between("/carrier", carrier, 1, 100)?;
    let number = label("/number", &number)?;
    let instead_of = replaces.map(|number| label("/replaces", &number)).transpose()?;
    let announcement = Announcement { number, carrier: Some(carrier), purpose: None, replaces: None, instead_of };
    let (tenant, ticket) = (visitor.tenant.id, visitor.link.ticket);
    write(&app, &visitor, command.idempotency, |workflow| {
        let announcement = announcement.clone();
        async move { Ok(workflow.announce_parcel(tenant, Actor::Customer, ticket, None, announcement).await?.0) }
    })
    .await
}

fn label(pointer: &str, text: &str) -> Result<TrackingNumber, Problem> {
    TrackingNumber::read(text).map_err(|error| Problem::invalid(pointer, error.to_string()))
}

/// A button that a customer presses.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[schema(as = PortalPress)]
#[serde(deny_unknown_fields)]
pub struct CustomerButton {
    /// `id` of the progress's `task`, so that nothing else is pressed when the request has moved on; whatever waits when left out.
    #[serde(default)]
    task: Option<TaskId>,
    /// Code of one of its buttons.
    button: String,
    /// What was filled in, by field.
    #[serde(default)]
    #[schema(value_type = Object)]
    data: serde_json::Map<String, serde_json::Value>,
    /// In the customer's words, at most 4,000 characters; some buttons need it.
    #[serde(default)]
    opinion: Option<String>,
}

/// Do what the shop's workflow waits for from the customer (Z13).
#[utoipa::path(post, path = "/ticket/task", tag = "portal", request_body = CustomerButton, params(IdempotencyHeader),
    responses((status = 200, body = Standing), PortalProblems))]
pub async fn press_button(State(app): State<App>, visitor: Visitor, command: Command<CustomerButton, BODY>) -> Result<Response, Problem> {
    let CustomerButton { task, button, data, opinion } = command.body;
    let press = CustomerPress { task, button, data, opinion, passed_on: None };
    let (tenant, ticket) = (visitor.tenant.id, visitor.link.ticket);
    write(&app, &visitor, command.idempotency, |workflow| {
        let press = press.clone();
        async move { workflow.press_for_customer(tenant, ticket, None, press).await }
    })
    .await
}

fn said(pointer: &str, text: String) -> Result<String, Problem> {
    text_between(pointer, text, 1, LONGEST)
}

/// Does it, once.
pub(super) async fn act(app: &App, visitor: &Visitor, key: Idempotency, deed: CustomerDeed) -> Result<Response, Problem> {
    let (tenant, ticket) = (visitor.tenant.id, visitor.link.ticket);
    write(app, visitor, key, |workflow| {
        let deed = deed.clone();
        async move { workflow.act_as_customer(tenant, ticket, deed).await }
    })
    .await
}

/// Writes a customer's turn, once, and answers how the request stands then.
pub(super) async fn write<F>(app: &App, visitor: &Visitor, key: Idempotency, think: impl Fn(Workflow) -> F) -> Result<Response, Problem>
where
    F: Future<Output = Result<Turn, Error>> + Send,
{
    let (ticket, language) = (visitor.link.ticket, visitor.language);
    let key = key.within(&visitor.link.id.to_string());
    once(app, visitor, key, true, || {
        let thought = think(app.workflow.clone());
        async move {
            let last = visitor.store.read(move |tx: &mut TenantTx| Box::pin(async move { offer::last(tx, ticket).await }));
            let offered = last.await?.is_some_and(|offer| offer.state == OfferState::Open);
            let turn = thought.await?;
            let standing = standing(&turn, offered, language);
            Once::answering(turn, Answer::ok(standing))
        }
    })
    .await
}

/// How the request stands after a turn.
pub(super) fn standing(turn: &Turn, offered: bool, language: redress_domain::portal::Language) -> Standing {
    let ticket = turn.ticket();
    let mut may = deeds(ticket, Beside { offered, part_paid: turn.part_paid() }, turn.now());
    may.extend(turn.running().and_then(CustomerTask::of).map(|_| Deed::Press));
    Standing { number: ticket.number.clone(), state: state_words(ticket.axes.case, language), may }
}
