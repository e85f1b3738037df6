//! `POST /tickets/{id}/sops`, `POST /sop-runs/{id}/steps`

use axum::extract::State;
use axum::response::Response;
use redress_domain::id::{SopRunId, TicketId};
use redress_domain::sop::{Shown, SopRun};
use redress_store::sop_run;
use serde::Deserialize;
use utoipa::ToSchema;

use crate::app::App;
use crate::http::once::{Once, once};
use crate::http::openapi::IdempotencyHeader;
use crate::http::{Answer, Can, Code, Command, Fault, Path, Problem, WriteProblems, permit};
use crate::problem::check::text_between;
use crate::workflow::act::{Doer, Tick};

/// A procedure to begin.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewSopRun {
    /// Key of one that ships (`missing_parts`, `damaged_in_transit`, `wrong_item`, `empty_box`, `ruling_disputed`) or of your own.
    sop: String,
}

/// Begin a procedure for a ticket.
#[utoipa::path(post, path = "/tickets/{id}/sops", tag = "sops", request_body = NewSopRun, params(("id" = TicketId, Path), IdempotencyHeader),
    responses((status = 201, body = SopRun), WriteProblems))]
pub async fn start_sop(
    State(app): State<App>,
    caller: Can<permit::TicketWrite>,
    Path(id): Path<TicketId>,
    command: Command<NewSopRun>,
) -> Result<Response, Problem> {
    let Command { body: NewSopRun { sop: name }, idempotency } = command;
    let (tenant, doer, store) = (caller.tenant.id, Doer { user: caller.user.id, roles: caller.user.roles.clone() }, caller.store.clone());
    once(&app, &caller, idempotency, true, || {
        let (workflow, doer, store, name) = (app.workflow.clone(), doer.clone(), store.clone(), name.clone());
        async move {
            let wanted = name.clone();
            let found = store.read(move |tx| Box::pin(async move { super::find(tx, &wanted).await })).await?;
            let sop = found.ok_or_else(|| {
                let message = format!("there is no SOP '{name}': GET /api/v1/sops lists them");
                Problem::new(Code::UnknownReference, message.clone()).with(vec![Fault::at("/sop", message)])
            })?;
            let (turn, run) = workflow.start_sop(tenant, &doer, id, sop).await?;
            let row = run.clone();
            let change = Once::answering(turn, Answer::created(run).version(1))?;
            Ok(change.with(move |tx| Box::pin(async move { Ok(sop_run::insert(tx, &row).await?) })))
        }
    })
    .await
}

/// A step that is done.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct StepDone {
    /// Which: the run's `step`.
    step: String,
    /// How it ended: one of the step's answers.
    answer: String,
    /// In words, at most 5,000 characters.
    #[serde(default)]
    note: Option<String>,
    /// Uploaded files, by what they show; they become the ticket's.
    #[serde(default)]
    evidence: Vec<Shown>,
}

/// Tick the next step of a procedure.
///
/// It takes the answer that leads on, and the evidence that the step needs; both stand on the ticket's timeline.
#[utoipa::path(post, path = "/sop-runs/{id}/steps", tag = "sops", request_body = StepDone, params(("id" = SopRunId, Path), IdempotencyHeader),
    responses((status = 200, body = SopRun), WriteProblems))]
pub async fn tick_sop(
    State(app): State<App>,
    caller: Can<permit::TicketWrite>,
    Path(id): Path<SopRunId>,
    command: Command<StepDone>,
) -> Result<Response, Problem> {
    let Command { body: StepDone { step, answer, note, evidence }, idempotency } = command;
    let note = note.map(|text| text_between("/note", text, 1, 5_000)).transpose()?;
    if evidence.len() > crate::http::attachments::list::MOST {
        return Err(Problem::invalid("/evidence", "this takes at most 20 files"));
    }
    let tick = Tick { step, answer, note, evidence };
    let (tenant, doer) = (caller.tenant.id, Doer { user: caller.user.id, roles: caller.user.roles.clone() });
    once(&app, &caller, idempotency, true, || {
        let (workflow, doer, tick) = (app.workflow.clone(), doer.clone(), tick.clone());
        async move {
            let (turn, run) = workflow.tick_sop(tenant, &doer, id, tick).await?;
            let row = run.clone();
            let version = run.version;
            let change = Once::answering(turn, Answer::ok(run).version(version))?;
            Ok(change.with(move |tx| Box::pin(async move { Ok(sop_run::update(tx, &row, row.version - 1).await?) })))
        }
    })
    .await
}
