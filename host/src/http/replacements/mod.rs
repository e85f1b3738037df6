//! `/tickets/{id}/replacements`, `/replacements`, `/price-protections`: goods that leave for the customer, and prices that fell.

pub mod answer;
pub mod cancel;
pub mod list;
pub mod pay;
pub mod propose;
pub mod protect;
pub mod repair;
pub mod ship;
pub mod stock;

use axum::http::StatusCode;
use axum::response::Response;
use redress_domain::fulfilment::Replacement;
use redress_domain::id::{ReplacementId, TenantId, TicketId};
use redress_domain::timeline::Actor;
use serde::Serialize;
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::auth::Caller;
use super::once::{Once, once, print};
use super::{Idempotency, IfMatch, Problem};
use crate::app::App;
use crate::workflow::fulfil::Place;
use crate::workflow::turn::Turn;
use crate::workflow::view::TicketView;
use crate::workflow::{Error, Workflow};

/// Longest note, in characters.
const LONGEST: usize = 2_000;

/// The routes.
pub fn router() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(list::list_replacements))
        .routes(routes!(list::list_ticket_replacements, propose::propose_replacement))
        .routes(routes!(list::get_replacement))
        .routes(routes!(stock::confirm_stock))
        .routes(routes!(stock::deny_stock))
        .routes(routes!(answer::answer_replacement))
        .routes(routes!(repair::mark_repaired))
        .routes(routes!(repair::mark_not_repairable))
        .routes(routes!(pay::mark_difference_paid))
        .routes(routes!(ship::ship_replacement))
        .routes(routes!(ship::mark_delivered))
        .routes(routes!(cancel::cancel_replacement))
        .routes(routes!(protect::protect_price))
}

/// A replacement and the ticket as they stand now.
#[derive(Debug, Serialize, ToSchema)]
pub struct ReplacementAnswer<'a> {
    /// The replacement; null when the ticket has become a refund by the answer to an earlier request.
    replacement: Option<&'a Replacement>,
    /// The ticket.
    ticket: TicketView<'a>,
}

/// Changes a replacement once and answers it with its ticket; the `ETag` is the ticket's.
async fn change<F>(
    app: &App,
    caller: &Caller,
    (ticket, replacement): (TicketId, ReplacementId),
    idempotency: Idempotency,
    expected: IfMatch,
    think: impl Fn(Workflow, TenantId, Actor, Place) -> F,
) -> Result<Response, Problem>
where
    F: Future<Output = Result<Turn, Error>> + Send,
{
    let place = Place { ticket, seen: expected.0, replacement };
    once(app, caller, idempotency, expected.0.is_none(), || {
        let thought = think(app.workflow.clone(), caller.tenant.id, Actor::User(caller.user.id), place);
        async move {
            let turn = thought.await?;
            let version = turn.ticket().version;
            Once::new(turn, StatusCode::OK, version, |turn| {
                let found = turn.replacements().find(|one| one.id == replacement);
                print(&ReplacementAnswer { replacement: found, ticket: TicketView::of_turn(turn) })
            })
        }
    })
    .await
}
