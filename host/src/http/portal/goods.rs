//! `GET /portal/v1/ticket/replacements`, `POST /portal/v1/ticket/replacements/{rid}/answer`

use axum::Json;
use axum::extract::State;
use axum::response::Response;
use redress_domain::fulfilment::{Choice, Consent, Replacement, ReplacementKind, ReplacementState};
use redress_domain::id::ReplacementId;
use redress_domain::timeline::Actor;
use redress_domain::{Money, Timestamp};
use redress_store::replacement;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::Visitor;
use super::deeds::{Standing, write};
use crate::app::App;
use crate::http::openapi::IdempotencyHeader;
use crate::http::{Command, List, Path, PortalProblems, Problem};
use crate::workflow::fulfil::Place;

/// Goods for the customer, as the customer sees them.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = PortalReplacement)]
pub struct GoodsView {
    /// Redress id.
    id: ReplacementId,
    /// What leaves.
    kind: ReplacementKind,
    /// Where it stands.
    state: ReplacementState,
    /// What leaves, line by line.
    lines: Vec<GoodsLine>,
    /// What the customer still owes for it, before it leaves.
    owed: Option<Money>,
    /// Who carries it.
    carrier: Option<String>,
    /// Tracking number.
    tracking_number: Option<String>,
    /// By when the goods have to be back that it left before.
    return_by: Option<Timestamp>,
    /// What the shop asks, while there is no stock or it cannot be mended: `refund` or `wait`.
    question: Option<String>,
    /// By when the shop waits for the answer; after that it asks again.
    answer_by: Option<Timestamp>,
}

/// One line of it.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = PortalReplacementLine)]
pub struct GoodsLine {
    /// Stock keeping unit.
    sku: String,
    /// What the shop calls it.
    title: String,
    /// How many.
    quantity: u32,
}

impl GoodsView {
    fn of(one: Replacement) -> Self {
        let (carrier, tracking_number) = one.shipment.map_or((None, None), |parcel| (parcel.carrier, parcel.number));
        let line =
            |line: redress_domain::fulfilment::ReplacementLine| GoodsLine { sku: line.sku, title: line.title, quantity: line.quantity };
        Self {
            id: one.id,
            kind: one.kind,
            state: one.state,
            lines: one.lines.into_iter().map(line).collect(),
            owed: Some(one.difference).filter(|_| one.state == ReplacementState::AwaitingPayment),
            carrier,
            tracking_number,
            return_by: one.return_by,
            answer_by: one.consent.as_ref().and_then(Consent::waits_until),
            question: one.consent.filter(Consent::is_unanswered).map(|asked| asked.text),
        }
    }
}

/// What the customer chooses.
#[derive(Debug, Clone, Copy, Deserialize, ToSchema)]
#[schema(as = PortalReplacementChoice)]
#[serde(deny_unknown_fields)]
pub struct GoodsChoice {
    /// Money instead, or wait.
    choice: Choice,
}

/// List the goods that leave for the customer.
#[utoipa::path(get, path = "/ticket/replacements", tag = "portal", responses((status = 200, body = List<GoodsView>), PortalProblems))]
pub async fn list_goods(visitor: Visitor) -> Result<Json<List<GoodsView>>, Problem> {
    let ticket = visitor.link.ticket;
    let read = visitor.store.read(move |tx| Box::pin(async move { replacement::by_ticket(tx, ticket).await.map_err(Problem::from) }));
    Ok(Json(List { items: read.await?.into_iter().map(GoodsView::of).collect(), next: None }))
}

/// Take money instead of goods that are not there or cannot be mended, or wait for them.
///
/// The same choice again changes nothing.
#[utoipa::path(post, path = "/ticket/replacements/{rid}/answer", tag = "portal", request_body = GoodsChoice,
    params(("rid" = ReplacementId, Path), IdempotencyHeader), responses((status = 200, body = Standing), PortalProblems))]
pub async fn choose_goods(
    State(app): State<App>,
    visitor: Visitor,
    Path(id): Path<ReplacementId>,
    command: Command<GoodsChoice>,
) -> Result<Response, Problem> {
    let (tenant, choice) = (visitor.tenant.id, command.body.choice);
    let place = Place { ticket: visitor.link.ticket, seen: None, replacement: id };
    write(&app, &visitor, command.idempotency, |workflow| async move {
        workflow.answer_replacement(tenant, Actor::Customer, place, choice).await
    })
    .await
}
