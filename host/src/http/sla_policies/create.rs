//! `POST /sla-policies`

use axum::extract::State;
use axum::response::Response;
use redress_domain::id::SlaPolicyId;
use redress_domain::sla::SlaPolicy;
use redress_store::{service_level, sla_policy};

use super::{PolicyDraft, checked};
use crate::app::App;
use crate::http::openapi::IdempotencyHeader;
use crate::http::{Answer, Can, Command, Problem, WriteProblems, permit};

/// Add a service level policy.
///
/// A ticket gets the first switched-on policy, by `order`, whose conditions it meets. Every tenant begins with `standard`, which
/// promises what the requirements name. A policy holds at once, for tickets that run already too; what was done for a ticket
/// under a target of the same key is not done again.
#[utoipa::path(post, path = "/sla-policies", tag = "sla-policies", request_body = PolicyDraft, params(IdempotencyHeader),
    responses((status = 201, body = SlaPolicy), WriteProblems))]
pub async fn create_sla_policy(
    State(app): State<App>,
    caller: Can<permit::BindingWrite>,
    command: Command<PolicyDraft>,
) -> Result<Response, Problem> {
    let (id, now, draft) = (app.new_id(SlaPolicyId::generate), app.clock.now(), command.body);
    let answer = command
        .idempotency
        .once(&caller, now, move |tx| {
            Box::pin(async move {
                let PolicyDraft { order, enabled, calendar, applies_to, policy } = checked(tx, draft).await?;
                let policy = SlaPolicy { id, version: 1, order, enabled, calendar, applies_to, policy };
                sla_policy::insert(tx, &policy).await?;
                service_level::wake_all(tx, now).await?;
                Ok(Answer::created(policy).version(1))
            })
        })
        .await?;
    app.workflow.promises_changed(caller.tenant.id);
    Ok(answer)
}
