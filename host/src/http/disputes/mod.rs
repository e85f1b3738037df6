//! `/tickets/{id}/dispute`: the platform's arbitration (domain.md §2). Money stands still while one is open.

use axum::extract::State;
use axum::response::Response;
use redress_domain::Money;
use redress_domain::id::{AttachmentId, TicketId};
use serde::Deserialize;
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::app::App;
use crate::http::attachments::list::at_most;
use crate::http::openapi::{IdempotencyHeader, IfMatchHeader};
use crate::http::tickets::act::act;
use crate::http::{Bare, Can, ChangeProblems, Command, IfMatch, Path, Problem, permit};
use crate::problem::check::{reference, text_between};
use crate::workflow::act::{Action, DisputeStep};
use crate::workflow::view::TicketView;

/// The routes.
pub fn router() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(open_dispute))
        .routes(routes!(submit_evidence))
        .routes(routes!(rule_dispute))
        .routes(routes!(withdraw_dispute))
}

/// A dispute that the platform opened.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewDispute {
    /// The platform's number.
    #[serde(default)]
    reference: Option<String>,
}

/// Note that the platform opened a dispute.
///
/// From then on no refund is paid, until it is ruled or withdrawn.
#[utoipa::path(post, path = "/tickets/{id}/dispute", tag = "disputes", request_body = NewDispute,
    params(("id" = TicketId, Path), IdempotencyHeader, IfMatchHeader), responses((status = 200, body = TicketView), ChangeProblems))]
pub async fn open_dispute(
    State(app): State<App>,
    caller: Can<permit::TicketWrite>,
    Path(id): Path<TicketId>,
    expected: IfMatch,
    command: Command<NewDispute>,
) -> Result<Response, Problem> {
    let number = command.body.reference.map(|text| reference("/reference", text)).transpose()?;
    act(&app, &caller, id, expected, command.idempotency, Action::Dispute(DisputeStep::Open { reference: number })).await
}

/// Evidence for the platform.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewEvidence {
    /// What it shows, 1 to 10,000 characters.
    note: String,
    /// Uploaded files, at most 20; they become the ticket's.
    #[serde(default)]
    attachments: Vec<AttachmentId>,
}

/// Hand in evidence. Both sides negotiate from then on.
#[utoipa::path(post, path = "/tickets/{id}/dispute/evidence", tag = "disputes", request_body = NewEvidence,
    params(("id" = TicketId, Path), IdempotencyHeader, IfMatchHeader), responses((status = 200, body = TicketView), ChangeProblems))]
pub async fn submit_evidence(
    State(app): State<App>,
    caller: Can<permit::TicketWrite>,
    Path(id): Path<TicketId>,
    expected: IfMatch,
    command: Command<NewEvidence>,
) -> Result<Response, Problem> {
    let NewEvidence { note, attachments } = command.body;
    at_most(&attachments)?;
    let note = text_between("/note", note, 1, 10_000)?;
    act(&app, &caller, id, expected, command.idempotency, Action::Dispute(DisputeStep::Evidence { note, files: attachments })).await
}

/// For whom the platform ruled.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum RuledFor {
    /// The customer.
    Buyer,
    /// The shop.
    Seller,
}

/// What the platform ruled.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Ruling {
    /// For whom.
    #[serde(rename = "for")]
    ruled_for: RuledFor,
    /// What the buyer gets, when the platform names a sum; otherwise what was agreed, or what is asked.
    amount: Option<Money>,
}

/// Note what the platform ruled.
///
/// For the buyer the ticket is settled and the money is instructed: more than people agreed to needs the highest approving role.
/// For the seller nothing more is paid, and goods that are here go back.
#[utoipa::path(post, path = "/tickets/{id}/dispute/ruling", tag = "disputes", request_body = Ruling,
    params(("id" = TicketId, Path), IdempotencyHeader, IfMatchHeader), responses((status = 200, body = TicketView), ChangeProblems))]
pub async fn rule_dispute(
    State(app): State<App>,
    caller: Can<permit::TicketApprove>,
    Path(id): Path<TicketId>,
    expected: IfMatch,
    command: Command<Ruling>,
) -> Result<Response, Problem> {
    let Ruling { ruled_for, amount } = command.body;
    let for_buyer = ruled_for == RuledFor::Buyer;
    if amount.is_some() && !for_buyer {
        return Err(Problem::invalid("/amount", "a ruling for the seller awards nothing: leave the amount out"));
    }
    act(&app, &caller, id, expected, command.idempotency, Action::Dispute(DisputeStep::Ruling { for_buyer, amount })).await
}

/// Note that the dispute was withdrawn. The ticket goes on where it stands.
#[utoipa::path(post, path = "/tickets/{id}/dispute/withdraw", tag = "disputes",
    params(("id" = TicketId, Path), IdempotencyHeader, IfMatchHeader), responses((status = 200, body = TicketView), ChangeProblems))]
pub async fn withdraw_dispute(
    State(app): State<App>,
    caller: Can<permit::TicketWrite>,
    Path(id): Path<TicketId>,
    expected: IfMatch,
    Bare(idempotency): Bare,
) -> Result<Response, Problem> {
    act(&app, &caller, id, expected, idempotency, Action::Dispute(DisputeStep::Withdraw)).await
}
