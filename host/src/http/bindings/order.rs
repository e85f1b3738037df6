//! `POST /bindings/order`

use std::collections::BTreeSet;

use axum::extract::State;
use axum::response::Response;
use redress_domain::binding::{Binding, RevisionAction};
use redress_domain::id::BindingId;
use redress_domain::rule::Hook;
use serde::Deserialize;
use utoipa::ToSchema;

use super::create::STEP;
use super::list::all;
use super::view::BindingView;
use crate::app::App;
use crate::http::openapi::IdempotencyHeader;
use crate::http::{Answer, Can, Command, List, Problem, WriteProblems, permit};
use crate::rollout::{self, Note};

/// The bindings of a hook in the order in which they shall be asked.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct BindingOrder {
    /// The hook.
    hook: Hook,
    /// All its bindings, first one first.
    bindings: Vec<BindingId>,
}

/// Put the bindings of a hook in order.
#[utoipa::path(post, path = "/bindings/order", tag = "bindings", request_body = BindingOrder, params(IdempotencyHeader),
    responses((status = 200, body = List<BindingView>), WriteProblems))]
pub async fn order_bindings(
    State(app): State<App>,
    caller: Can<permit::BindingWrite>,
    command: Command<BindingOrder>,
) -> Result<Response, Problem> {
    let (BindingOrder { hook, bindings }, now) = (command.body, app.clock.now());
    let note = Note { at: now, actor: caller.actor(), action: RevisionAction::Changed, reason: Some("put in order".to_owned()) };
    let answer = command
        .idempotency
        .once(&caller, now, move |tx| {
            Box::pin(async move {
                let mut views = all(tx, Some(hook)).await?;
                let present: BTreeSet<BindingId> = views.iter().map(|view| view.binding.id).collect();
                if bindings.len() != present.len() || bindings.iter().copied().collect::<BTreeSet<_>>() != present {
                    let ids: Vec<String> = present.iter().map(ToString::to_string).collect();
                    let message = format!("name every binding of {hook} once; it has {}", ids.join(", "));
                    return Err(Problem::invalid("/bindings", message));
                }
                views.sort_by_key(|view| bindings.iter().position(|id| *id == view.binding.id));
                for (view, order) in views.iter_mut().zip((1..).map(|place: i32| place.saturating_mul(STEP))) {
                    if view.binding.order != order {
                        let changed = Binding { order, ..view.binding.clone() };
                        view.binding = rollout::change(tx, &view.binding, changed, note.clone()).await?;
                    }
                }
                Ok(Answer::ok(List { items: views, next: None }))
            })
        })
        .await?;
    app.rules.invalidate(caller.tenant.id);
    Ok(answer)
}
