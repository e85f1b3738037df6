//! `POST /bindings/{id}/enable`, `POST /bindings/{id}/disable`

use axum::extract::State;
use axum::response::Response;
use redress_domain::binding::{Binding, RevisionAction};
use redress_domain::id::BindingId;

use super::list::one;
use super::update::look;
use super::view::BindingView;
use crate::app::App;
use crate::http::auth::Caller;
use crate::http::openapi::{IdempotencyHeader, IfMatchHeader};
use crate::http::{Bare, Can, ChangeProblems, Idempotency, IfMatch, Path, Problem, permit};
use crate::rollout::{self, Note};

/// Switch a binding on.
#[utoipa::path(post, path = "/bindings/{id}/enable", tag = "bindings",
    params(("id" = BindingId, Path), IfMatchHeader, IdempotencyHeader), responses((status = 200, body = BindingView), ChangeProblems))]
pub async fn enable_binding(
    State(app): State<App>,
    caller: Can<permit::BindingWrite>,
    Path(id): Path<BindingId>,
    if_match: IfMatch,
    Bare(idempotency): Bare,
) -> Result<Response, Problem> {
    switch(&app, &caller, id, if_match, idempotency, true).await
}

/// Switch a binding off.
///
/// It is not asked any more from the next decision on.
#[utoipa::path(post, path = "/bindings/{id}/disable", tag = "bindings",
    params(("id" = BindingId, Path), IfMatchHeader, IdempotencyHeader), responses((status = 200, body = BindingView), ChangeProblems))]
pub async fn disable_binding(
    State(app): State<App>,
    caller: Can<permit::BindingWrite>,
    Path(id): Path<BindingId>,
    if_match: IfMatch,
    Bare(idempotency): Bare,
) -> Result<Response, Problem> {
    switch(&app, &caller, id, if_match, idempotency, false).await
}

async fn switch(
    app: &App,
    caller: &Caller,
    id: BindingId,
    if_match: IfMatch,
    idempotency: Idempotency,
    enabled: bool,
) -> Result<Response, Problem> {
    let now = app.clock.now();
    let mut examined = None;
    if enabled {
        let (present, plugin) = caller.store.read(move |tx| Box::pin(async move { look(tx, id, None).await })).await?;
        let wanted = Binding { enabled, ..present.clone() };
        // Who has a reason to accept other endings enables it with PATCH, which takes a sign_off.
        rollout::gate(&rollout::admit(app, &caller.tenant, &plugin, Some(&present), &wanted).await?, None)?;
        examined = Some(present.version);
    }
    let note = Note { at: now, actor: caller.actor(), action: RevisionAction::Changed, reason: None };
    let answer = idempotency
        .once(caller, now, move |tx| {
            Box::pin(async move {
                let mut view = one(tx, id).await?;
                let expected = view.binding.version;
                if_match.check("binding", id, expected)?;
                // What was examined is what is switched on, whoever changed it meanwhile.
                IfMatch(examined).check("binding", id, expected)?;
                if view.binding.enabled != enabled {
                    let changed = Binding { enabled, ..view.binding.clone() };
                    if enabled {
                        rollout::shape(tx, &changed, now).await?;
                    }
                    view.binding = rollout::change(tx, &view.binding, changed, note).await?;
                }
                Ok(view.answer())
            })
        })
        .await?;
    app.rules.invalidate(caller.tenant.id);
    Ok(answer)
}
