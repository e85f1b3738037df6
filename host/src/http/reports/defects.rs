//! `GET /reports/defects`

use axum::Json;
use axum::extract::State;
use chrono::NaiveDate;
use redress_domain::report::day_of;
use redress_domain::report::defect::{Rule, Suspect};
use redress_domain::report::fact::{Dimension, Flag};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use crate::app::App;
use crate::http::{Can, Code, Problem, Query, ReadProblems, permit};
use crate::reports::{Asker, look, rule};

/// What counts as conspicuous; the tenant's parameters `defect_days`, `defect_at_least`, `defect_lift_percent` and `defect_chance_ppm` where
/// nothing is said.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct DefectQuery {
    /// Days looked at, 1 to 366.
    days: Option<u32>,
    /// Fewest complaints about quality.
    at_least: Option<u32>,
    /// How many times the share of the others, in percent.
    lift_percent: Option<u32>,
    /// How improbable by chance, over all comparisons together, in parts of a million.
    chance_ppm: Option<u32>,
}

/// Products and batches that stand out.
#[derive(Debug, Serialize, ToSchema)]
pub struct DefectList {
    /// First day looked at.
    #[schema(value_type = String, format = Date)]
    from: NaiveDate,
    /// Last day looked at.
    #[schema(value_type = String, format = Date)]
    to: NaiveDate,
    /// What counted as conspicuous.
    rule: Rule,
    /// What stands out, most conspicuous first.
    items: Vec<Suspect>,
}

/// List products and batches that come back with a defect more often than chance explains.
#[utoipa::path(get, path = "/reports/defects", tag = "reports", params(DefectQuery),
    responses((status = 200, body = DefectList), ReadProblems))]
pub async fn list_defects(
    State(app): State<App>,
    caller: Can<permit::ReportRead>,
    Query(query): Query<DefectQuery>,
) -> Result<Json<DefectList>, Problem> {
    if !Flag::Quality.is_shown(&caller.fields) || !Dimension::Batch.is_shown(&caller.fields) {
        let detail = "what stands out follows from reasons, problem types and batches, which the caller's roles hide; ask a colleague";
        return Err(Problem::new(Code::Forbidden, detail));
    }
    let snapshot = app.rules.get(caller.tenant.id).await?;
    let usual = rule(&snapshot.parameters);
    let rule = Rule {
        days: query.days.unwrap_or(usual.days),
        at_least: query.at_least.unwrap_or(usual.at_least),
        lift_percent: query.lift_percent.unwrap_or(usual.lift_percent),
        chance_ppm: query.chance_ppm.unwrap_or(usual.chance_ppm),
    };
    if !(1..=366).contains(&rule.days) || rule.chance_ppm > 1_000_000 {
        return Err(Problem::new(Code::InvalidQuery, "days lies between 1 and 366, chance_ppm between 0 and 1000000"));
    }
    let today = day_of(Asker::of(&snapshot, app.clock.now()).terms.zone, app.clock.now());
    let (days, items) = caller.store.read(move |tx| Box::pin(async move { look(tx, rule, today).await })).await?;
    Ok(Json(DefectList { from: days.from_date(), to: days.to_date(), rule, items }))
}
