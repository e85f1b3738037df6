//! `PUT /calendars/{id}`

use axum::extract::State;
use redress_domain::calendar::{BusinessHours, Calendar};
use redress_domain::id::CalendarId;
use redress_store::calendar;

use super::{checked, rewound};
use crate::app::App;
use crate::http::openapi::IfMatchHeader;
use crate::http::{Answer, Can, ChangeProblems, IfMatch, Json, Path, Problem, permit};

/// Replace a calendar.
///
/// Running clocks go on by the new hours at once (L23).
#[utoipa::path(put, path = "/calendars/{id}", tag = "calendars", request_body = Calendar, params(("id" = CalendarId, Path), IfMatchHeader),
    responses((status = 200, body = BusinessHours), ChangeProblems))]
pub async fn update_calendar(
    State(app): State<App>,
    caller: Can<permit::BindingWrite>,
    Path(id): Path<CalendarId>,
    if_match: IfMatch,
    Json(calendar): Json<Calendar>,
) -> Result<Answer<BusinessHours>, Problem> {
    let calendar = checked(calendar)?;
    let now = app.clock.now();
    let changed = caller
        .store
        .write(move |tx| {
            Box::pin(async move {
                let mut hours = calendar::find(tx, id).await?.ok_or_else(|| Problem::not_found("calendar", id))?;
                if_match.check("calendar", id, hours.version)?;
                let expected = hours.version;
                hours.version += 1;
                hours.calendar = calendar;
                calendar::update(tx, &hours, expected).await?;
                rewound(tx, &hours, now).await?;
                Ok::<_, Problem>(hours)
            })
        })
        .await?;
    app.workflow.promises_changed(caller.tenant.id);
    let version = changed.version;
    Ok(Answer::ok(changed).version(version))
}
