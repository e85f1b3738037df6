//! `POST /calendars/{id}/holidays`

use axum::extract::State;
use axum::response::Response;
use redress_domain::calendar::{Block, BusinessHours, HolidayDay, SpecialDays, special_days};
use redress_domain::id::CalendarId;
use redress_store::calendar;
use serde::Deserialize;
use utoipa::ToSchema;

use super::{checked, rewound};
use crate::app::App;
use crate::http::openapi::{IdempotencyHeader, IfMatchHeader};
use crate::http::{Answer, Can, ChangeProblems, Command, IfMatch, Path, Problem, permit};

/// Holidays to take over.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Holidays {
    /// One or more years, each as `holiday-cn` writes its file; other fields of the file are ignored. Of a day that several name,
    /// the last says what it is.
    #[schema(value_type = Vec<Object>)]
    years: Vec<HolidayFile>,
    /// When make-up workdays (调休) are open; like the first weekday that is ever open when left out.
    #[serde(default)]
    make_up: Option<Vec<Block>>,
}

/// A year's file; what else is in it (`$schema`, `papers`) is none of ours.
#[derive(Debug, Deserialize)]
struct HolidayFile {
    year: i32,
    days: Vec<HolidayDay>,
}

/// Take over public holidays and make-up workdays.
///
/// The body holds the yearly files of `holiday-cn` (State Council notices). Special days of the same dates are replaced, others
/// stay; to import a year again changes nothing.
#[utoipa::path(post, path = "/calendars/{id}/holidays", tag = "calendars", request_body = Holidays,
    params(("id" = CalendarId, Path), IdempotencyHeader, IfMatchHeader),
    responses((status = 200, body = BusinessHours), ChangeProblems))]
pub async fn import_holidays(
    State(app): State<App>,
    caller: Can<permit::BindingWrite>,
    Path(id): Path<CalendarId>,
    if_match: IfMatch,
    command: Command<Holidays>,
) -> Result<Response, Problem> {
    let Holidays { years, make_up } = command.body;
    if let Some(empty) = years.iter().position(|file| file.days.is_empty()) {
        let year = years[empty].year;
        return Err(Problem::invalid(
            format!("/years/{empty}/days"),
            format!("the file of {year} names no day: was it announced already?"),
        ));
    }
    let now = app.clock.now();
    let answer = command
        .idempotency
        .once(&caller, now, move |tx| {
            Box::pin(async move {
                let mut hours = calendar::find(tx, id).await?.ok_or_else(|| Problem::not_found("calendar", id))?;
                if_match.check("calendar", id, hours.version)?;
                let expected = hours.version;
                let blocks = make_up.unwrap_or_else(|| usual(&hours));
                let rows = special_days(years.iter().flat_map(|file| &file.days), &blocks);
                hours.calendar.days = merged(&hours.calendar.days, rows)?;
                hours.calendar = checked(hours.calendar)?;
                hours.version += 1;
                calendar::update(tx, &hours, expected).await?;
                rewound(tx, &hours, now).await?;
                let version = hours.version;
                Ok(Answer::ok(hours).version(version))
            })
        })
        .await?;
    app.workflow.promises_changed(caller.tenant.id);
    Ok(answer)
}

/// The hours of the first weekday that is ever open.
fn usual(hours: &BusinessHours) -> Vec<Block> {
    hours.calendar.weeks.iter().find(|week| !week.open.is_empty()).map(|week| week.open.clone()).unwrap_or_default()
}

/// The rows in front, and of the old ones what they leave. An old row that is cut in two must be cut by hand.
fn merged(old: &[SpecialDays], mut rows: Vec<SpecialDays>) -> Result<Vec<SpecialDays>, Problem> {
    for (i, row) in old.iter().enumerate() {
        let touched = rows.iter().filter(|new| row.first <= new.end() && new.first <= row.end()).count();
        let covered = row.first.iter_days().take_while(|day| *day <= row.end()).all(|day| rows.iter().any(|new| new.covers(day)));
        match (touched, covered) {
            (0, _) => rows.push(row.clone()),
            (_, true) => {}
            (_, false) => {
                let message = format!(
                    "'{}' from {} on shares some days with a holiday of the import, not all: change or remove it first",
                    row.name, row.first
                );
                return Err(Problem::invalid(format!("/days/{i}"), message));
            }
        }
    }
    rows.sort_by_key(|row| row.first);
    Ok(rows)
}
