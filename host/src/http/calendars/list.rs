//! `GET /calendars`, `GET /calendars/{id}`

use redress_domain::calendar::BusinessHours;
use redress_domain::id::CalendarId;
use redress_store::calendar;

use crate::http::{Answer, Can, List, Path, Problem, ReadProblems, permit};

/// List all calendars.
#[utoipa::path(get, path = "/calendars", tag = "calendars", responses((status = 200, body = List<BusinessHours>), ReadProblems))]
pub async fn list_calendars(caller: Can<permit::TicketRead>) -> Result<axum::Json<List<BusinessHours>>, Problem> {
    let items = caller.store.read(|tx| Box::pin(async move { calendar::list(tx).await.map_err(Problem::from) })).await?;
    // A shop has a handful of calendars; they are one page.
    Ok(axum::Json(List { items, next: None }))
}

/// Get a calendar.
#[utoipa::path(get, path = "/calendars/{id}", tag = "calendars", params(("id" = CalendarId, Path)),
    responses((status = 200, body = BusinessHours), ReadProblems))]
pub async fn get_calendar(caller: Can<permit::TicketRead>, Path(id): Path<CalendarId>) -> Result<Answer<BusinessHours>, Problem> {
    let found = caller.store.read(move |tx| Box::pin(async move { calendar::find(tx, id).await.map_err(Problem::from) })).await?;
    let hours = found.ok_or_else(|| Problem::not_found("calendar", id))?;
    let version = hours.version;
    Ok(Answer::ok(hours).version(version))
}
