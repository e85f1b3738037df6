//! `POST /tickets/{id}/parcels`

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use redress_domain::id::{ParcelId, TicketId};
use redress_domain::timeline::Actor;
use redress_domain::warehouse::kept::KnownParcel;
use redress_domain::warehouse::parcel::Purpose;
use redress_domain::warehouse::tracking::TrackingNumber;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::app::App;
use crate::http::once::{Once, once, print};
use crate::http::openapi::{IdempotencyHeader, IfMatchHeader};
use crate::http::{Can, ChangeProblems, Command, IfMatch, Path, Problem, permit};
use crate::problem::check::name;
use crate::workflow::view::TicketView;
use crate::workflow::warehouse::{Announced, Announcement};

/// A parcel that will come.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewParcel {
    /// What its label says, as scanned or typed.
    #[schema(examples("SF1029384756013"))]
    tracking_number: String,
    /// Who carries it.
    carrier: Option<String>,
    /// Why it comes; left out, it is the missing part while one is awaited, else the return.
    purpose: Option<Purpose>,
    /// The parcel whose number was wrong: it is awaited no more.
    replaces: Option<ParcelId>,
}

/// What became of an announcement.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
#[schema(as = ParcelOutcome)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// It is awaited now.
    Awaited,
    /// It was announced before.
    Known,
    /// It had come before it was announced, and is received now.
    Here,
    /// The number is another parcel's: the ticket is an exception until somebody gives the right one.
    Rejected,
}

/// An announced parcel.
#[derive(Debug, Serialize, ToSchema)]
pub struct ParcelAnswer<'a> {
    /// What became of it.
    outcome: Outcome,
    /// The parcel; null when the number was rejected.
    parcel: Option<&'a KnownParcel>,
    /// Why it was rejected, or why the number is perhaps misread.
    reason: Option<String>,
    /// The ticket as it stands now.
    ticket: TicketView<'a>,
}

/// Announce a parcel of a ticket.
///
/// A number that another ticket awaits, or under which another parcel of this ticket has come, makes the ticket an exception
/// (`rejected`): ask the customer for the right one and announce it, with `replaces` when the wrong one is awaited.
#[utoipa::path(post, path = "/tickets/{id}/parcels", tag = "warehouse", request_body = NewParcel,
    params(("id" = TicketId, Path), IdempotencyHeader, IfMatchHeader),
    responses((status = 201, body = ParcelAnswer), ChangeProblems))]
pub async fn announce_parcel(
    State(app): State<App>,
    caller: Can<permit::TicketWrite>,
    Path(id): Path<TicketId>,
    expected: IfMatch,
    command: Command<NewParcel>,
) -> Result<Response, Problem> {
    let NewParcel { tracking_number, carrier, purpose, replaces } = command.body;
    let number = TrackingNumber::read(&tracking_number).map_err(|error| Problem::invalid("/tracking_number", error.to_string()))?;
    let carrier = carrier.map(|text| name("/carrier", text)).transpose()?;
    let misread = number.misread().map(|why| why.to_string());
    let announcement = Announcement { number, carrier, purpose, replaces, instead_of: None };
    let (tenant, by) = (caller.tenant.id, caller.user.id);
    once(&app, &caller, command.idempotency, expected.0.is_none(), || {
        let (workflow, announcement, misread) = (app.workflow.clone(), announcement.clone(), misread.clone());
        async move {
            let (turn, announced) = workflow.announce_parcel(tenant, Actor::User(by), id, expected.0, announcement).await?;
            let version = turn.ticket().version;
            Once::new(turn, StatusCode::CREATED, version, |turn| {
                let (outcome, parcel, reason) = match &announced {
                    Announced::New(parcel) => (Outcome::Awaited, Some(parcel), misread),
                    Announced::Known(parcel) => (Outcome::Known, Some(parcel), misread),
                    Announced::Here(parcel) => (Outcome::Here, Some(parcel), misread),
                    Announced::Rejected(reason) => (Outcome::Rejected, None, Some(reason.clone())),
                };
                print(&ParcelAnswer { outcome, parcel, reason, ticket: TicketView::of_turn(turn) })
            })
        }
    })
    .await
}
