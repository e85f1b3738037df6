//! `POST /configuration/plan`, `POST /configuration/apply`

use axum::extract::State;
use axum::response::Response;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::app::App;
use crate::http::openapi::IdempotencyHeader;
use crate::http::{Answer, Can, Command, Json, Problem, WriteProblems, permit};
use crate::rollout::{self, GoldenChange, PlannedChange, RulesFile};

/// A file, and how to apply it.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct FileToApply {
    /// The file.
    file: RulesFile,
    /// Also remove what the file does not have.
    #[serde(default)]
    prune: bool,
    /// Why, for the history.
    reason: Option<String>,
    /// Accepts, in the caller's name and with this reason, that golden decisions end in another way.
    sign_off: Option<String>,
}

/// What a file changes.
#[derive(Debug, Serialize, ToSchema)]
pub struct PlanView {
    /// True when it was done, false for a plan.
    applied: bool,
    /// Every change; what stays as it is is not listed.
    changes: Vec<PlannedChange>,
    /// Golden decisions that end in another way; applying such a file needs `sign_off`.
    golden: Vec<GoldenChange>,
}

/// Show what a file would change, and check it.
///
/// Nothing is written.
#[utoipa::path(post, path = "/configuration/plan", tag = "configuration", request_body = FileToApply,
    responses((status = 200, body = PlanView), WriteProblems))]
pub async fn plan_configuration(
    State(app): State<App>,
    caller: Can<permit::BindingWrite>,
    Json(body): Json<FileToApply>,
) -> Result<Answer<PlanView>, Problem> {
    let plan = rollout::plan(&app, &caller.tenant, body.file, body.prune).await?;
    let view = PlanView { applied: false, changes: plan.changes().to_vec(), golden: plan.golden().to_vec() };
    rollout::rehearse(&caller.store, plan, caller.actor(), app.clock.now()).await?;
    Ok(Answer::ok(view))
}

/// Apply a file: everything in one transaction, or nothing.
#[utoipa::path(post, path = "/configuration/apply", tag = "configuration", request_body = FileToApply, params(IdempotencyHeader),
    responses((status = 200, body = PlanView), WriteProblems))]
pub async fn apply_configuration(
    State(app): State<App>,
    caller: Can<permit::BindingWrite>,
    command: Command<FileToApply>,
) -> Result<Response, Problem> {
    let FileToApply { file, prune, reason, sign_off } = command.body;
    let plan = rollout::plan(&app, &caller.tenant, file, prune).await?;
    rollout::gate(plan.golden(), sign_off.as_deref())?;
    let (now, actor) = (app.clock.now(), caller.actor());
    let answer = command
        .idempotency
        .once(&caller, now, move |tx| {
            Box::pin(async move {
                let (changes, golden) = (plan.changes().to_vec(), plan.golden().to_vec());
                plan.apply(tx, actor, rollout::told(reason, sign_off), now).await?;
                Ok(Answer::ok(PlanView { applied: true, changes, golden }))
            })
        })
        .await?;
    app.rules.invalidate(caller.tenant.id);
    Ok(answer)
}
