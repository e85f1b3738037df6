//! `POST /tickets/{id}/inspections`

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use redress_domain::id::TicketId;
use redress_domain::timeline::Actor;
use redress_domain::warehouse::inspection::InspectedLine;
use redress_domain::warehouse::kept::{KeptInspection, KeptOffer};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{note, photos};
use crate::app::App;
use crate::http::once::{Once, once, print};
use crate::http::openapi::{IdempotencyHeader, IfMatchHeader};
use crate::http::{Can, ChangeProblems, Command, IfMatch, Path, Problem, permit};
use crate::problem::check::text_between;
use crate::workflow::turn::{Keep, Turn};
use crate::workflow::view::TicketView;

/// Most lines of an inspection.
const LINES: usize = 1_000;

/// What was found in the parcels.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewInspection {
    /// One entry for every line of the ticket.
    lines: Vec<InspectedLine>,
}

/// An inspection and what followed from it.
#[derive(Debug, Serialize, ToSchema)]
pub struct InspectionAnswer<'a> {
    /// The inspection.
    inspection: Option<&'a KeptInspection>,
    /// What the customer is offered, when missing parts are all that is wrong.
    offer: Option<&'a KeptOffer>,
    /// The ticket as it stands now.
    ticket: TicketView<'a>,
}

/// Inspect the goods of a ticket.
///
/// Goods that are as they should be release the refund at once. Anything else holds it, gives the role `risk` a task, and looks
/// the customer's past up; when missing parts are all that is wrong, the customer is offered to send them or to have their price
/// kept back. A later inspection replaces an earlier one and says everything again.
#[utoipa::path(post, path = "/tickets/{id}/inspections", tag = "warehouse", request_body = NewInspection,
    params(("id" = TicketId, Path), IdempotencyHeader, IfMatchHeader),
    responses((status = 201, body = InspectionAnswer), ChangeProblems))]
pub async fn inspect_goods(
    State(app): State<App>,
    caller: Can<permit::WarehouseWrite>,
    Path(id): Path<TicketId>,
    expected: IfMatch,
    command: Command<NewInspection>,
) -> Result<Response, Problem> {
    let lines = checked(command.body.lines)?;
    let (tenant, by) = (caller.tenant.id, caller.user.id);
    // Two who inspect at once: the second has not seen what the first found, so it is never thought through again.
    once(&app, &caller, command.idempotency, false, || {
        let (workflow, lines) = (app.workflow.clone(), lines.clone());
        async move {
            let turn = workflow.inspect(tenant, Actor::User(by), id, expected.0, lines).await?;
            let version = turn.ticket().version;
            Once::new(turn, StatusCode::CREATED, version, answer)
        }
    })
    .await
}

fn answer(turn: &Turn) -> Result<Box<serde_json::value::RawValue>, Problem> {
    let inspection = turn.kept().iter().find_map(|keep| if let Keep::Inspection(kept) = keep { Some(kept) } else { None });
    let offer = turn.kept().iter().find_map(|keep| if let Keep::Offer(kept) = keep { Some(kept) } else { None });
    print(&InspectionAnswer { inspection, offer, ticket: TicketView::of_turn(turn) })
}

fn checked(lines: Vec<InspectedLine>) -> Result<Vec<InspectedLine>, Problem> {
    if lines.is_empty() || lines.len() > LINES {
        return Err(Problem::invalid("/lines", format!("this takes 1 to {LINES} lines and has {}", lines.len())));
    }
    let line = |(at, mut line): (usize, InspectedLine)| {
        let place = |field: &str| format!("/lines/{at}/{field}");
        line.note = note(&place("note"), line.note)?;
        line.photos = photos(&place("photos"), line.photos)?;
        if line.serials.len() > LINES || line.placements.len() > LINES || line.missing_parts.len() > LINES {
            return Err(Problem::invalid(place(""), format!("every list of a line takes at most {LINES} entries")));
        }
        for (at, serial) in line.serials.iter().enumerate() {
            text_between(&place(&format!("serials/{at}")), serial.clone(), 1, 200)?;
        }
        Ok(line)
    };
    lines.into_iter().enumerate().map(line).collect()
}
