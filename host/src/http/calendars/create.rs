//! `POST /calendars`

use axum::extract::State;
use axum::response::Response;
use redress_domain::calendar::{BusinessHours, Calendar};
use redress_domain::id::CalendarId;
use redress_store::calendar;

use super::checked;
use crate::app::App;
use crate::http::openapi::IdempotencyHeader;
use crate::http::{Answer, Can, Command, Problem, WriteProblems, permit};

/// Add a calendar.
///
/// Hours are those of a clock on the wall; a day may have several blocks. Special days, such as holidays and make-up workdays,
/// decide their day alone. Every tenant begins with one, `office`.
#[utoipa::path(post, path = "/calendars", tag = "calendars", request_body = Calendar, params(IdempotencyHeader),
    responses((status = 201, body = BusinessHours), WriteProblems))]
pub async fn create_calendar(
    State(app): State<App>,
    caller: Can<permit::BindingWrite>,
    command: Command<Calendar>,
) -> Result<Response, Problem> {
    let hours = BusinessHours { id: app.new_id(CalendarId::generate), version: 1, calendar: checked(command.body)? };
    command
        .idempotency
        .once(&caller, app.clock.now(), move |tx| {
            Box::pin(async move {
                calendar::insert(tx, &hours).await?;
                Ok(Answer::created(hours).version(1))
            })
        })
        .await
}
