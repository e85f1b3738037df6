//! `POST /bindings/{id}/promote`, `POST /bindings/{id}/rollback`

use axum::extract::State;
use axum::response::Response;
use redress_domain::binding::{BindingMode, RevisionAction};
use redress_domain::id::BindingId;
use redress_store::plugin;
use serde::Deserialize;
use utoipa::ToSchema;

use super::update::look;
use super::view::BindingView;
use crate::app::App;
use crate::http::openapi::{IdempotencyHeader, IfMatchHeader};
use crate::http::{Can, ChangeProblems, Code, Command, IfMatch, Path, Problem, permit};
use crate::rollout::{self, Note};

/// Why a candidate takes over.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Promotion {
    /// Why, for the history.
    reason: Option<String>,
    /// Accepts, in the caller's name and with this reason, that golden decisions end in another way.
    sign_off: Option<String>,
}

/// Let a candidate take over.
///
/// The binding it was tried against gets its plugin and configuration; the candidate is removed. Answers the binding that
/// is active now.
#[utoipa::path(post, path = "/bindings/{id}/promote", tag = "bindings", request_body = Promotion,
    params(("id" = BindingId, Path), IfMatchHeader, IdempotencyHeader), responses((status = 200, body = BindingView), ChangeProblems))]
pub async fn promote_binding(
    State(app): State<App>,
    caller: Can<permit::BindingWrite>,
    Path(id): Path<BindingId>,
    if_match: IfMatch,
    command: Command<Promotion>,
) -> Result<Response, Problem> {
    let (candidate, plugin) = caller.store.read(move |tx| Box::pin(async move { look(tx, id, None).await })).await?;
    if_match.check("binding", id, candidate.version)?;
    let held = candidate.replaces.unwrap_or(id);
    let changes = rollout::examine(&app, caller.tenant.id, held, &plugin, &candidate).await?;
    let Promotion { reason, sign_off } = command.body;
    rollout::gate(&changes, sign_off.as_deref())?;
    let now = app.clock.now();
    let note = Note { at: now, actor: caller.actor(), action: RevisionAction::Promoted, reason: rollout::told(reason, sign_off) };
    let answer = command
        .idempotency
        .once(&caller, now, move |tx| {
            Box::pin(async move {
                let active = rollout::promote(tx, &candidate, note).await?;
                Ok(BindingView::new(active, &plugin).answer())
            })
        })
        .await?;
    app.rules.invalidate(caller.tenant.id);
    Ok(answer)
}

/// Why a binding is taken back.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct TakingBack {
    /// Why, for the history.
    reason: Option<String>,
}

/// Take a binding back, in one call.
///
/// A candidate is switched off. An active binding returns to its last good plugin and configuration. When there is none, this is
/// refused: disable the binding to let the built-in rule of its hook decide.
#[utoipa::path(post, path = "/bindings/{id}/rollback", tag = "bindings", request_body = TakingBack,
    params(("id" = BindingId, Path), IfMatchHeader, IdempotencyHeader), responses((status = 200, body = BindingView), ChangeProblems))]
pub async fn roll_back_binding(
    State(app): State<App>,
    caller: Can<permit::BindingWrite>,
    Path(id): Path<BindingId>,
    if_match: IfMatch,
    command: Command<TakingBack>,
) -> Result<Response, Problem> {
    let now = app.clock.now();
    let note = Note { at: now, actor: caller.actor(), action: RevisionAction::RolledBack, reason: command.body.reason };
    let answer = command
        .idempotency
        .once(&caller, now, move |tx| {
            Box::pin(async move {
                let (present, _) = look(tx, id, None).await?;
                if_match.check("binding", id, present.version)?;
                if present.mode == BindingMode::Active && rollout::last_good(tx, &present).await?.is_none() {
                    let detail = format!(
                        "{} has no earlier state that was not taken back; disable it to let the built-in rule of {} decide",
                        present.key, present.hook
                    );
                    return Err(Problem::new(Code::NotAllowedNow, detail));
                }
                let restored = rollout::take_back(tx, &present, note).await?;
                let plugin = plugin::find(tx, restored.plugin).await?.ok_or_else(|| Problem::not_found("plugin", restored.plugin))?;
                Ok(BindingView::new(restored, &plugin).answer())
            })
        })
        .await?;
    app.rules.invalidate(caller.tenant.id);
    Ok(answer)
}
