//! `GET /tickets/{id}/workflow`, `POST /tickets/{id}/signals`

use axum::Json;
use axum::extract::State;
use axum::response::Response;
use redress_domain::id::TicketId;
use redress_flow::Event;
use redress_store::{flow_run, ticket};
use serde::Deserialize;
use serde_json::{Map, Value};
use utoipa::ToSchema;

use crate::app::App;
use crate::http::once::{Once, once};
use crate::http::openapi::{IdempotencyHeader, IfMatchHeader};
use crate::http::tasks::may_fill;
use crate::http::{Can, ChangeProblems, Command, IfMatch, Path, Problem, ReadProblems, permit};
use crate::problem::check::key;
use crate::workflow::flow::WorkflowView;
use crate::workflow::view::TicketView;

/// See where a ticket stands in its workflow (L13).
///
/// For every place: since when, who holds it, until when, and what the caller can press there.
#[utoipa::path(get, path = "/tickets/{id}/workflow", tag = "tickets", params(("id" = TicketId, Path)),
    responses((status = 200, body = WorkflowView), ReadProblems))]
pub async fn get_ticket_workflow(
    State(app): State<App>,
    caller: Can<permit::TicketRead>,
    Path(id): Path<TicketId>,
) -> Result<Json<WorkflowView>, Problem> {
    let snapshot = app.rules.get(caller.tenant.id).await?;
    let stored = caller
        .store
        .read(move |tx| {
            Box::pin(async move {
                ticket::find(tx, id).await?.ok_or_else(|| Problem::not_found("ticket", id))?;
                Ok::<_, Problem>(flow_run::last(tx, id).await?)
            })
        })
        .await?;
    let running = app.workflow.running(caller.tenant.id, stored).await?;
    let running = running.ok_or_else(|| Problem::not_found("workflow of ticket", id))?;
    Ok(Json(WorkflowView::of(&running, caller.user.id, &snapshot, &caller.fields)))
}

/// Something that workflows wait for.
#[derive(Debug, Deserialize, ToSchema)]
#[schema(as = WorkflowSignal)]
#[serde(deny_unknown_fields)]
pub struct Signal {
    /// Its name: `scan`, `payment`, `customer_answer`, or one of the workflow's own.
    name: String,
    /// What it says.
    #[serde(default)]
    #[schema(value_type = Object)]
    data: Map<String, Value>,
}

/// Tell a ticket's workflow that something happened which it waits for.
///
/// Scans, payments and answers reach it by themselves; this is for other systems, and for what the workflow could not take when it came.
#[utoipa::path(post, path = "/tickets/{id}/signals", tag = "tickets", request_body = Signal, params(("id" = TicketId, Path), IdempotencyHeader, IfMatchHeader),
    responses((status = 200, body = TicketView), ChangeProblems))]
pub async fn signal_ticket(
    State(app): State<App>,
    caller: Can<permit::TicketWrite>,
    Path(id): Path<TicketId>,
    expected: IfMatch,
    command: Command<Signal>,
) -> Result<Response, Problem> {
    let Signal { name, data } = command.body;
    may_fill(&caller, &data)?;
    let (tenant, actor) = (caller.tenant.id, caller.actor());
    let event = Event::Signal { name: key("/name", name)?, actor: actor.clone(), data };
    once(&app, &caller, command.idempotency, expected.0.is_none(), || {
        let (workflow, actor, event) = (app.workflow.clone(), actor.clone(), event.clone());
        async move { Once::ticket(workflow.advance(tenant, id, actor, expected.0, event).await?) }
    })
    .await
}
