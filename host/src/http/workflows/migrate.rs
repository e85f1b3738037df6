//! `GET` and `POST /workflows/{key}/migration`

use axum::Json as Answered;
use axum::extract::State;
use redress_domain::definition::Noun;
use redress_domain::id::TicketId;
use redress_store::definition;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use crate::app::App;
use crate::http::auth::Caller;
use crate::http::{Can, Code, Json, List, Path, Problem, Query, ReadProblems, WriteProblems, permit};
use crate::workflow::flow::Behind;

/// Rows of a page.
const PAGE: u32 = 100;
/// Most tickets that one call takes over.
const MOST: usize = 200;

/// Which tickets.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct BehindQuery {
    /// `next` of the page before.
    after: Option<TicketId>,
}

/// See which tickets go on under an older edition, and what would change if they took the newest.
///
/// Publishing never moves a ticket; this shows what a person would decide.
#[utoipa::path(get, path = "/workflows/{key}/migration", tag = "workflows", params(("key" = String, Path), BehindQuery),
    responses((status = 200, body = List<Behind>), ReadProblems))]
pub async fn preview_workflow_migration(
    State(app): State<App>,
    caller: Can<permit::WorkflowWrite>,
    Path(key): Path<String>,
    Query(query): Query<BehindQuery>,
) -> Result<Answered<List<Behind>>, Problem> {
    let edition = newest(&caller, &key).await?;
    let items = app.workflow.behind(caller.tenant.id, &key, edition, query.after, PAGE).await?;
    let full = u32::try_from(items.len()).is_ok_and(|found| found == PAGE);
    let next = items.last().filter(|_| full).map(|last| last.ticket.to_string());
    Ok(Answered(List { items, next }))
}

/// Tickets to take over.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct TakeOver {
    /// Which, at most 200 at once.
    tickets: Vec<TicketId>,
}

/// What became of one ticket.
#[derive(Debug, Serialize, ToSchema)]
pub struct TakenOver {
    /// The ticket.
    pub ticket: TicketId,
    /// The edition that it follows now; null when it could not be taken over.
    pub edition: Option<u32>,
    /// Why not.
    pub problem: Option<String>,
}

/// Take tickets over to the newest edition.
///
/// Each is one change of its own: what cannot be taken over is told, and the others go on.
#[utoipa::path(post, path = "/workflows/{key}/migration", tag = "workflows", request_body = TakeOver, params(("key" = String, Path)),
    responses((status = 200, body = List<TakenOver>), WriteProblems))]
pub async fn migrate_workflow(
    State(app): State<App>,
    caller: Can<permit::WorkflowWrite>,
    Path(key): Path<String>,
    Json(body): Json<TakeOver>,
) -> Result<Answered<List<TakenOver>>, Problem> {
    if body.tickets.len() > MOST {
        return Err(Problem::invalid("/tickets", format!("take at most {MOST} tickets over at once")));
    }
    let edition = newest(&caller, &key).await?;
    let mut items = Vec::with_capacity(body.tickets.len());
    for ticket in body.tickets {
        let done = take_over(&app, &caller, ticket, &key, edition).await;
        let problem = done.err().map(|problem| problem.detail().to_owned());
        items.push(TakenOver { ticket, edition: problem.is_none().then_some(edition), problem });
    }
    Ok(Answered(List { items, next: None }))
}

async fn take_over(app: &App, caller: &Caller, ticket: TicketId, key: &str, edition: u32) -> Result<(), Problem> {
    let turn = app.workflow.migrate(caller.tenant.id, caller.actor(), ticket, key, edition).await?;
    app.workflow.commit::<Problem>(turn, |_| Box::pin(async { Ok(()) })).await
}

async fn newest(caller: &Caller, key: &str) -> Result<u32, Problem> {
    let wanted = key.to_owned();
    let found = caller
        .store
        .read(move |tx| Box::pin(async move { definition::find(tx, Noun::Workflow, &wanted).await.map_err(Problem::from) }))
        .await?
        .ok_or_else(|| Problem::not_found("workflow", key))?;
    found.published.ok_or_else(|| Problem::new(Code::NotAllowedNow, format!("workflow {key} was never published, so no ticket follows it")))
}
