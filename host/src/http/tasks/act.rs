//! `POST /tasks/{id}/act`, `/claim`, `/release`, `/transfer`, `/delegate`

use axum::extract::State;
use axum::response::Response;
use redress_domain::access::of_answer;
use redress_domain::id::{TaskId, UserId};
use redress_domain::role::Permission;
use redress_flow::Party;
use serde::Deserialize;
use serde_json::{Map, Value};
use utoipa::ToSchema;

use crate::app::App;
use crate::http::auth::Caller;
use crate::http::once::{Once, once};
use crate::http::openapi::{IdempotencyHeader, IfMatchHeader};
use crate::http::{Bare, Can, ChangeProblems, Code, Command, Idempotency, IfMatch, Path, Problem, permit};
use crate::problem::Fault;
use crate::workflow::flow::TaskAction;
use crate::workflow::view::TicketView;

/// A button that is pressed.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Press {
    /// The button's code, as `GET /tickets/{id}/workflow` shows it.
    button: String,
    /// What was filled in, by field.
    #[serde(default)]
    #[schema(value_type = Object)]
    data: Map<String, Value>,
    /// In your words; a button that rejects needs it.
    #[serde(default)]
    opinion: Option<String>,
    /// The task waits for the customer, who has answered elsewhere, for example by telephone: the button is pressed for them, and
    /// who passed it on is noted. Needs the permission to write tickets.
    #[serde(default)]
    for_customer: bool,
}

/// Press a button of a task of a workflow.
///
/// The ticket's own guards hold: what they refuse, the button does not do, and nothing is stored.
#[utoipa::path(post, path = "/tasks/{id}/act", tag = "tasks", request_body = Press, params(("id" = TaskId, Path), IdempotencyHeader, IfMatchHeader),
    responses((status = 200, body = TicketView), ChangeProblems))]
pub async fn act_on_task(
    State(app): State<App>,
    caller: Can<permit::TicketRead>,
    Path(id): Path<TaskId>,
    expected: IfMatch,
    command: Command<Press>,
) -> Result<Response, Problem> {
    let Press { button, data, opinion, for_customer } = command.body;
    may_fill(&caller, &data)?;
    let action = if for_customer {
        caller.require(Permission::TicketWrite)?;
        TaskAction::PassOn { button, data, opinion }
    } else {
        TaskAction::Press { button, data, opinion }
    };
    act(&app, &caller, id, expected, command.idempotency, action).await
}

/// Refuses data of a workflow that the caller's roles do not let them write: it becomes fields of the ticket (Z36).
///
/// # Errors
/// 403 `forbidden` with the pointers.
pub(in crate::http) fn may_fill(caller: &Caller, data: &Map<String, Value>) -> Result<(), Problem> {
    let refused: Vec<&String> = data.keys().filter(|name| of_answer(name, &caller.fields).is_some()).collect();
    if refused.is_empty() {
        return Ok(());
    }
    let named: Vec<&str> = refused.iter().map(|name| name.as_str()).collect();
    let detail = format!("the caller's roles do not let them write {}; leave it out", named.join(", "));
    let fault = |name: &String| {
        let pointer = format!("/data/{}", name.replace('~', "~0").replace('/', "~1"));
        Fault::at(pointer, "the caller's roles do not let them write this field")
    };
    Err(Problem::new(Code::Forbidden, detail).with(refused.into_iter().map(fault).collect()))
}

/// Accept a task, so that nobody else does it meanwhile.
#[utoipa::path(post, path = "/tasks/{id}/claim", tag = "tasks", params(("id" = TaskId, Path), IdempotencyHeader, IfMatchHeader),
    responses((status = 200, body = TicketView), ChangeProblems))]
pub async fn claim_task(
    State(app): State<App>,
    caller: Can<permit::TicketRead>,
    Path(id): Path<TaskId>,
    expected: IfMatch,
    Bare(idempotency): Bare,
) -> Result<Response, Problem> {
    act(&app, &caller, id, expected, idempotency, TaskAction::Claim).await
}

/// Give an accepted task back to all who may do it.
#[utoipa::path(post, path = "/tasks/{id}/release", tag = "tasks", params(("id" = TaskId, Path), IdempotencyHeader, IfMatchHeader),
    responses((status = 200, body = TicketView), ChangeProblems))]
pub async fn release_task(
    State(app): State<App>,
    caller: Can<permit::TicketRead>,
    Path(id): Path<TaskId>,
    expected: IfMatch,
    Bare(idempotency): Bare,
) -> Result<Response, Problem> {
    act(&app, &caller, id, expected, idempotency, TaskAction::Release).await
}

/// To whom a task goes.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Handover {
    /// `role:`, `department:`, `queue:` or `person:` with a name behind it, for example `role:supervisor`.
    to: String,
    /// Why.
    #[serde(default)]
    opinion: Option<String>,
}

/// Give a task to somebody else (转交).
#[utoipa::path(post, path = "/tasks/{id}/transfer", tag = "tasks", request_body = Handover, params(("id" = TaskId, Path), IdempotencyHeader, IfMatchHeader),
    responses((status = 200, body = TicketView), ChangeProblems))]
pub async fn transfer_task(
    State(app): State<App>,
    caller: Can<permit::TicketRead>,
    Path(id): Path<TaskId>,
    expected: IfMatch,
    command: Command<Handover>,
) -> Result<Response, Problem> {
    let Handover { to, opinion } = command.body;
    let to: Party = to.parse().map_err(|error: redress_flow::PartyError| Problem::invalid("/to", error.to_string()))?;
    act(&app, &caller, id, expected, command.idempotency, TaskAction::Transfer { to, opinion }).await
}

/// Who acts in your place.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Delegation {
    /// Who.
    to: UserId,
    /// Why.
    #[serde(default)]
    opinion: Option<String>,
}

/// Let another person act in your place (委托).
#[utoipa::path(post, path = "/tasks/{id}/delegate", tag = "tasks", request_body = Delegation, params(("id" = TaskId, Path), IdempotencyHeader, IfMatchHeader),
    responses((status = 200, body = TicketView), ChangeProblems))]
pub async fn delegate_task(
    State(app): State<App>,
    caller: Can<permit::TicketRead>,
    Path(id): Path<TaskId>,
    expected: IfMatch,
    command: Command<Delegation>,
) -> Result<Response, Problem> {
    let Delegation { to, opinion } = command.body;
    act(&app, &caller, id, expected, command.idempotency, TaskAction::Delegate { to, opinion }).await
}

/// Does it, once. Who may is for the workflow to say: it knows whose task it is.
async fn act(
    app: &App,
    caller: &Caller,
    id: TaskId,
    expected: IfMatch,
    idempotency: Idempotency,
    action: TaskAction,
) -> Result<Response, Problem> {
    let (tenant, user) = (caller.tenant.id, caller.user.id);
    once(app, caller, idempotency, expected.0.is_none(), || {
        let (workflow, action) = (app.workflow.clone(), action.clone());
        async move { Once::ticket(workflow.act_on_task(tenant, user, id, expected.0, action).await?) }
    })
    .await
}
