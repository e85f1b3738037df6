//! `GET /reports/{id}/result`

use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;
use chrono::NaiveDate;
use redress_domain::id::ReportId;
use redress_domain::report::fact::Dimension;
use redress_domain::report::{Definition, Filter, Table};
use redress_store::report;
use serde::Deserialize;
use utoipa::IntoParams;

use super::print::{Form, ask, print};
use super::view::{check, of_the_house};
use crate::app::App;
use crate::http::auth::Caller;
use crate::http::{Can, Path, Problem, Query, ReadProblems, permit};

/// Which days and tickets. A filter takes one value, or several with commas between them, and stands beside those of the definition.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct ResultQuery {
    /// First day, for example `2026-10-01`; the definition's window when left out.
    #[param(value_type = Option<String>, format = Date)]
    from: Option<NaiveDate>,
    /// Last day; today when left out.
    #[param(value_type = Option<String>, format = Date)]
    to: Option<NaiveDate>,
    /// `json`, `csv` or `xlsx`; what `Accept` says when left out.
    format: Option<String>,
    /// Only from these channels.
    channel: Option<String>,
    /// Only of these kinds.
    kind: Option<String>,
    /// Only with these problem labels.
    problem_type: Option<String>,
    /// Only in these queues, by key or id.
    queue: Option<String>,
    /// Only of these people, by id.
    assignee: Option<String>,
    /// Only where the case stands so.
    case: Option<String>,
    /// Only what ended so.
    outcome: Option<String>,
    /// Only where these had to agree.
    tier: Option<String>,
    /// Only of these batches.
    batch: Option<String>,
    /// Only with lines of these categories.
    category: Option<String>,
    /// Only with lines of these stock keeping units.
    sku: Option<String>,
    /// Only with lines for these reasons.
    reason: Option<String>,
}

impl ResultQuery {
    fn filters(&mut self) -> Vec<Filter> {
        let wanted = [
            (Dimension::Channel, self.channel.take()),
            (Dimension::Kind, self.kind.take()),
            (Dimension::ProblemType, self.problem_type.take()),
            (Dimension::Queue, self.queue.take()),
            (Dimension::Assignee, self.assignee.take()),
            (Dimension::Case, self.case.take()),
            (Dimension::Outcome, self.outcome.take()),
            (Dimension::Tier, self.tier.take()),
            (Dimension::Batch, self.batch.take()),
            (Dimension::Category, self.category.take()),
            (Dimension::Sku, self.sku.take()),
            (Dimension::Reason, self.reason.take()),
        ];
        let filter = |(dimension, values): (Dimension, Option<String>)| {
            Some(Filter { dimension, any_of: values?.split(',').map(|value| value.trim().to_owned()).collect() })
        };
        wanted.into_iter().filter_map(filter).collect()
    }
}

/// Compute a report.
///
/// The figures are those of one moment and hold every ticket that was written before it.
#[utoipa::path(get, path = "/reports/{id}/result", tag = "reports",
    params(("id" = String, Path, description = "Redress id, or the key of a report that comes with the house"), ResultQuery),
    responses((status = 200, body = Table), ReadProblems))]
pub async fn get_report_result(
    State(app): State<App>,
    caller: Can<permit::ReportRead>,
    Path(name): Path<String>,
    Query(mut query): Query<ResultQuery>,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let form = Form::of(query.format.as_deref(), &headers)?;
    let mut definition = find(&caller, &name).await?;
    let more = query.filters();
    if !more.is_empty() {
        definition.filters.extend(more);
        check(&definition)?;
    }
    print(ask(&app, &caller, definition, query.from, query.to).await?, form)
}

async fn find(caller: &Caller, name: &str) -> Result<Definition, Problem> {
    if let Some(shipped) = of_the_house(name) {
        return Ok(shipped.definition);
    }
    let id: ReportId = name.parse().map_err(|_| Problem::not_found("report", name))?;
    let found = caller.store.read(move |tx| Box::pin(async move { report::find(tx, id).await.map_err(Problem::from) })).await?;
    Ok(found.ok_or_else(|| Problem::not_found("report", id))?.definition)
}
