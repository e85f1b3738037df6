//! `GET /surveys`, `GET /surveys/summary`

use axum::Json;
use redress_domain::Timestamp;
use redress_domain::id::UserId;
use redress_domain::survey::{Summary, Survey};
use redress_store::survey::{self, Filter};
use serde::Deserialize;
use utoipa::IntoParams;

use crate::http::page::{list, page};
use crate::http::{Can, List, Problem, Query, ReadProblems, permit};

/// Which surveys: those that meet every condition given.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct SurveysQuery {
    /// Sent when this person had the ticket.
    assignee: Option<UserId>,
    /// Answered with at least this score.
    score_min: Option<u8>,
    /// Answered with at most this score.
    score_max: Option<u8>,
    /// Answered, or not yet.
    answered: Option<bool>,
    /// Sent at this moment or later.
    from: Option<Timestamp>,
    /// Sent before this moment.
    to: Option<Timestamp>,
    /// Rows wanted, 1 to 200; 50 when left out.
    limit: Option<u32>,
    /// `next` of the page before.
    after: Option<String>,
}

impl SurveysQuery {
    fn filter(&self) -> Filter {
        let Self { assignee, score_min, score_max, answered, from, to, .. } = *self;
        Filter { assignee, score_max, score_min, answered, from, to }
    }
}

/// List surveys, newest first.
#[utoipa::path(get, path = "/surveys", tag = "surveys", params(SurveysQuery), responses((status = 200, body = List<Survey>), ReadProblems))]
pub async fn list_surveys(caller: Can<permit::TicketRead>, Query(query): Query<SurveysQuery>) -> Result<Json<List<Survey>>, Problem> {
    let (page, filter) = (page(query.limit, query.after.as_deref())?, query.filter());
    Ok(list(caller.store.read(move |tx| Box::pin(async move { survey::list(tx, &filter, &page).await.map_err(Problem::from) })).await?))
}

/// Sum up what the customers of each agent said (U15), most answers first.
#[utoipa::path(get, path = "/surveys/summary", tag = "surveys", params(SurveysQuery),
    responses((status = 200, body = List<Summary>), ReadProblems))]
pub async fn summarize_surveys(caller: Can<permit::TicketRead>, Query(query): Query<SurveysQuery>) -> Result<Json<List<Summary>>, Problem> {
    let filter = query.filter();
    let items = caller.store.read(move |tx| Box::pin(async move { survey::summary(tx, &filter).await.map_err(Problem::from) })).await?;
    Ok(Json(List { items, next: None }))
}
