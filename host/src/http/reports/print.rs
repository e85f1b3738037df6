//! Asks a report and prints it as the caller wants it.

use axum::Json;
use axum::http::{HeaderMap, HeaderValue, header};
use axum::response::{IntoResponse as _, Response};
use chrono::NaiveDate;
use redress_domain::report::{Days, Definition, Grain, Table, day_of};

use super::view::may_see;
use crate::app::App;
use crate::http::auth::Caller;
use crate::problem::{Code, Problem};
use crate::reports::{Asker, answer, csv, xlsx};

/// Most days of one question.
const MOST_DAYS: i64 = 3_700;
const CSV: &str = "text/csv";
const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// How an answer is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    Json,
    Csv,
    Xlsx,
}

impl Form {
    /// What `?format=` says, or else the first of our types that `Accept` names; JSON without either.
    ///
    /// # Errors
    /// 400 `invalid_query`.
    pub(super) fn of(query: Option<&str>, headers: &HeaderMap) -> Result<Self, Problem> {
        match query {
            Some("json") => Ok(Self::Json),
            Some("csv") => Ok(Self::Csv),
            Some("xlsx") => Ok(Self::Xlsx),
            Some(other) => Err(Problem::new(Code::InvalidQuery, format!("format is '{other}'; it is json, csv or xlsx"))),
            None => {
                let accept = headers.get(header::ACCEPT).and_then(|value| value.to_str().ok()).unwrap_or_default();
                let kind = |part: &str| match part.split(';').next().unwrap_or_default().trim() {
                    "application/json" => Some(Self::Json),
                    CSV => Some(Self::Csv),
                    XLSX => Some(Self::Xlsx),
                    _ => None,
                };
                Ok(accept.split(',').find_map(kind).unwrap_or(Self::Json))
            }
        }
    }
}

/// The table of a definition that was checked.
pub(super) async fn ask(
    app: &App,
    caller: &Caller,
    definition: Definition,
    from: Option<NaiveDate>,
    to: Option<NaiveDate>,
) -> Result<Table, Problem> {
    may_see(caller, &definition, "/definition")?;
    let snapshot = app.rules.get(caller.tenant.id).await?;
    let asker = Asker::of(&snapshot, app.clock.now());
    let today = day_of(asker.terms.zone, app.clock.now());
    let days = definition
        .days(from, to, today)
        .ok_or_else(|| Problem::new(Code::InvalidQuery, "the first day lies after the last: swap from and to, or leave one out"))?;
    check(days, definition.grain)?;
    Ok(caller.store.read(move |tx| Box::pin(async move { answer(tx, &definition, days, &asker).await })).await?)
}

fn check(days: Days, grain: Option<Grain>) -> Result<(), Problem> {
    let count = days.last - days.first + 1;
    if count > MOST_DAYS {
        return Err(Problem::new(Code::InvalidQuery, format!("{count} days are too many; ask for at most {MOST_DAYS}, about ten years")));
    }
    // Before the calendar began nothing was sold, and buckets are counted from 1970.
    if days.first < 0 || grain.is_some_and(|grain| grain.bucket(days.first) < 0) {
        return Err(Problem::new(Code::InvalidQuery, "days begin at 1970-01-01; take a later one"));
    }
    Ok(())
}

/// The answer in its form.
pub(super) fn print(table: Table, form: Form) -> Result<Response, Problem> {
    let (kind, ending, bytes) = match form {
        Form::Json => return Ok(Json(table).into_response()),
        Form::Csv => ("text/csv; charset=utf-8", "csv", csv(&table).map_err(|error| Problem::internal(&error))?),
        Form::Xlsx => (XLSX, "xlsx", xlsx(&table).map_err(|error| Problem::internal(&error))?),
    };
    let mut response = bytes.into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
    let name = format!("attachment; filename=\"report-{}.{ending}\"", table.to);
    if let Ok(name) = HeaderValue::from_str(&name) {
        headers.insert(header::CONTENT_DISPOSITION, name);
    }
    Ok(response)
}
