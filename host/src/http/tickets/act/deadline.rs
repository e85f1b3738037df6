//! `POST /tickets/{id}/deadline`

use axum::extract::State;
use axum::response::Response;
use redress_domain::Timestamp;
use redress_domain::id::TicketId;
use redress_domain::sla::Goal;
use serde::Deserialize;
use utoipa::ToSchema;

use super::act;
use crate::app::App;
use crate::http::openapi::{IdempotencyHeader, IfMatchHeader};
use crate::http::{Can, ChangeProblems, Command, IfMatch, Path, Problem, permit};
use crate::workflow::act::Action;
use crate::workflow::view::TicketView;

/// What the sales platform demands.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewDeadline {
    /// What has to happen; the end of the case when left out.
    #[serde(default = "whole_case")]
    goal: Goal,
    /// By when; null takes the demand back.
    due: Option<Timestamp>,
}

const fn whole_case() -> Goal {
    Goal::Resolution
}

/// Set a deadline of the sales platform.
///
/// It is about the open round of its goal, or the next. What is promised is owed by the earlier of the policy's moment and the
/// platform's, and escalates by it. The platform's clock never stands still.
#[utoipa::path(post, path = "/tickets/{id}/deadline", tag = "tickets", request_body = NewDeadline,
    params(("id" = TicketId, Path), IdempotencyHeader, IfMatchHeader),
    responses((status = 200, body = TicketView), ChangeProblems))]
pub async fn set_deadline(
    State(app): State<App>,
    caller: Can<permit::TicketWrite>,
    Path(id): Path<TicketId>,
    expected: IfMatch,
    command: Command<NewDeadline>,
) -> Result<Response, Problem> {
    let NewDeadline { goal, due } = command.body;
    act(&app, &caller, id, expected, command.idempotency, Action::SetDeadline { goal, due }).await
}
