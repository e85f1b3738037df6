//! `GET /tasks`

use axum::Json;
use axum::extract::State;
use redress_domain::id::TicketId;
use redress_domain::task::Task;
use redress_store::task::{self, Filter};
use serde::Deserialize;
use utoipa::IntoParams;

use crate::app::App;
use crate::http::page::{list, page};
use crate::http::{Can, List, Problem, Query, ReadProblems, permit};

/// Which tasks: those that meet every condition given.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct TaskQuery {
    /// About this ticket.
    ticket: Option<TicketId>,
    /// For this role.
    role: Option<String>,
    /// True for those that are not done.
    open: Option<bool>,
    /// True for what is on the caller's list: held by them, a role, a department or a queue of theirs.
    mine: Option<bool>,
    /// Rows wanted, 1 to 200; 50 when left out.
    limit: Option<u32>,
    /// `next` of the page before.
    after: Option<String>,
}

/// List tasks, newest first.
#[utoipa::path(get, path = "/tasks", tag = "tasks", params(TaskQuery), responses((status = 200, body = List<Task>), ReadProblems))]
pub async fn list_tasks(
    State(app): State<App>,
    caller: Can<permit::TicketRead>,
    Query(query): Query<TaskQuery>,
) -> Result<Json<List<Task>>, Problem> {
    let page = page(query.limit, query.after.as_deref())?;
    let holders = match query.mine {
        Some(true) => Some(app.rules.get(caller.tenant.id).await?.people.holders_for(caller.user.id)),
        _ => None,
    };
    let filter = Filter { ticket: query.ticket, role: query.role, holders, open: query.open.unwrap_or(false) };
    Ok(list(caller.store.read(move |tx| Box::pin(async move { task::list(tx, &filter, &page).await })).await?))
}
