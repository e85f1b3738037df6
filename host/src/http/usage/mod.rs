//! `GET /usage`: what rule calls used.

use axum::Json;
use axum::extract::State;
use redress_domain::usage::Usage;
use redress_store::usage;
use serde::Deserialize;
use utoipa::IntoParams;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::app::App;
use crate::http::{Can, Code, List, Problem, Query, ReadProblems, permit};

/// Days that are answered at most.
const MOST_DAYS: i64 = 400;

/// The routes.
pub fn router() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(list_usage))
}

/// Which days.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct UsageQuery {
    /// First day, for example `2026-11-01`; 30 days ago when left out.
    #[param(value_type = Option<String>, format = Date)]
    from: Option<chrono::NaiveDate>,
    /// Last day; today when left out.
    #[param(value_type = Option<String>, format = Date)]
    to: Option<chrono::NaiveDate>,
}

/// List what rule calls used, by day, plugin and purpose.
///
/// Days are counted from 1970-01-01 in UTC. Calls of other nodes show after a few seconds.
#[utoipa::path(get, path = "/usage", tag = "usage", params(UsageQuery), responses((status = 200, body = List<Usage>), ReadProblems))]
pub async fn list_usage(
    State(app): State<App>,
    caller: Can<permit::RuleRead>,
    Query(query): Query<UsageQuery>,
) -> Result<Json<List<Usage>>, Problem> {
    let today = app.clock.now().as_datetime().date_naive();
    let day = |date: chrono::NaiveDate| i64::from(date.to_epoch_days());
    let last = day(query.to.unwrap_or(today));
    let first = query.from.map_or(last - 30, day);
    if last - first > MOST_DAYS {
        return Err(Problem::new(Code::InvalidQuery, format!("ask for at most {MOST_DAYS} days at once")));
    }
    app.rules.write_usage().await;
    let items = caller.store.read(move |tx| Box::pin(async move { usage::list(tx, first, last).await })).await?;
    Ok(Json(List { items, next: None }))
}
