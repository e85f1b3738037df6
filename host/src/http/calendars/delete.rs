//! `DELETE /calendars/{id}`

use axum::http::StatusCode;
use redress_domain::id::CalendarId;
use redress_store::calendar;

use crate::http::openapi::IfMatchHeader;
use crate::http::{Can, ChangeProblems, IfMatch, Path, Problem, permit};

/// Delete a calendar that no policy names.
#[utoipa::path(delete, path = "/calendars/{id}", tag = "calendars", params(("id" = CalendarId, Path), IfMatchHeader),
    responses((status = 204, description = "Deleted"), ChangeProblems))]
pub async fn delete_calendar(
    caller: Can<permit::BindingWrite>,
    Path(id): Path<CalendarId>,
    if_match: IfMatch,
) -> Result<StatusCode, Problem> {
    caller
        .store
        .write(move |tx| {
            Box::pin(async move {
                let hours = calendar::find(tx, id).await?.ok_or_else(|| Problem::not_found("calendar", id))?;
                if_match.check("calendar", id, hours.version)?;
                Ok::<_, Problem>(calendar::delete(tx, id).await?)
            })
        })
        .await?;
    Ok(StatusCode::NO_CONTENT)
}
