//! `PATCH /tickets/{id}`

use axum::extract::State;
use axum::response::Response;
use redress_domain::id::TicketId;
use redress_domain::ticket::Priority;
use serde::Deserialize;
use utoipa::ToSchema;

use super::act;
use crate::app::App;
use crate::http::openapi::{IdempotencyHeader, IfMatchHeader};
use crate::http::{Can, ChangeProblems, Command, IfMatch, Path, Problem, permit};
use crate::problem::check::text_between;
use crate::workflow::act::Action;
use crate::workflow::view::TicketView;

/// Most tags of one ticket.
const MOST_TAGS: usize = 50;

/// What agents say of a ticket; what is left out stays.
#[derive(Debug, Deserialize, ToSchema)]
#[schema(as = DescribeTicket)]
#[serde(deny_unknown_fields)]
pub struct Describe {
    /// How urgent it is.
    priority: Option<Priority>,
    /// All of its tags: at most 50, of 1 to 100 characters. What is not among them is taken off.
    tags: Option<Vec<String>>,
}

/// Change a ticket's priority or tags.
///
/// What the ticket asks for changes by its other actions: amounts by `/amount`, queue and person by `/transfer`, form values by a
/// message of the customer.
#[utoipa::path(patch, path = "/tickets/{id}", tag = "tickets", request_body = Describe,
    params(("id" = TicketId, Path), IdempotencyHeader, IfMatchHeader),
    responses((status = 200, body = TicketView), ChangeProblems))]
pub async fn describe_ticket(
    State(app): State<App>,
    caller: Can<permit::TicketWrite>,
    Path(id): Path<TicketId>,
    expected: IfMatch,
    command: Command<Describe>,
) -> Result<Response, Problem> {
    let Describe { priority, tags } = command.body;
    if priority.is_none() && tags.is_none() {
        return Err(Problem::invalid("/priority", "name a priority, tags, or both"));
    }
    let tags = tags.map(checked).transpose()?;
    act(&app, &caller, id, expected, command.idempotency, Action::Describe { priority, tags }).await
}

fn checked(tags: Vec<String>) -> Result<Vec<String>, Problem> {
    if tags.len() > MOST_TAGS {
        return Err(Problem::invalid("/tags", format!("a ticket has at most {MOST_TAGS} tags, and these are {}", tags.len())));
    }
    let mut kept: Vec<String> = Vec::with_capacity(tags.len());
    for (at, tag) in tags.into_iter().enumerate() {
        let tag = text_between(&format!("/tags/{at}"), tag, 1, 100)?.trim().to_owned();
        if !kept.contains(&tag) {
            kept.push(tag);
        }
    }
    Ok(kept)
}
