//! `POST /bindings`

use axum::extract::State;
use axum::response::Response;
use redress_domain::id::BindingId;
use redress_domain::plugin::{Binding, BindingMode};
use redress_domain::rule::Hook;
use redress_store::binding;
use serde::Deserialize;
use serde_json::{Map, Value};
use utoipa::ToSchema;

use super::check;
use super::view::BindingView;
use crate::app::App;
use crate::http::openapi::IdempotencyHeader;
use crate::http::plugins::resolve::resolve;
use crate::http::{Can, Command, Problem, WriteProblems, permit};

/// Distance between two orders, so that a third fits in.
pub(super) const STEP: i32 = 10;

/// A plugin to put to work.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewBinding {
    /// Hook at which it is asked.
    hook: Hook,
    /// Id, `name@version`, or `name` for the latest upload.
    #[schema(example = "refund-tiers@1.0.0")]
    plugin: String,
    /// Configuration that satisfies the plugin's schema; `{}` when left out.
    #[serde(default = "nothing")]
    config: Value,
    /// Place among the bindings of the hook, low first; after the last one when left out.
    order: Option<i32>,
    /// What its answers do.
    #[serde(default = "active")]
    mode: BindingMode,
    /// False to bind it switched off.
    #[serde(default = "yes")]
    enabled: bool,
}

fn nothing() -> Value {
    Value::Object(Map::new())
}

const fn active() -> BindingMode {
    BindingMode::Active
}

const fn yes() -> bool {
    true
}

/// Put a plugin to work.
///
/// Its answers count from the next decision on.
#[utoipa::path(post, path = "/bindings", tag = "bindings", request_body = NewBinding, params(IdempotencyHeader),
    responses((status = 201, body = BindingView), WriteProblems))]
pub async fn create_binding(
    State(app): State<App>,
    caller: Can<permit::BindingWrite>,
    command: Command<NewBinding>,
) -> Result<Response, Problem> {
    let NewBinding { hook, plugin: named, config, order, mode, enabled } = command.body;
    let plugin = caller.store.read(move |tx| Box::pin(async move { resolve(tx, "/plugin", &named).await })).await?;
    check::hook(&plugin, hook)?;
    check::config(&app, &plugin, &config).await?;
    let (id, now) = (app.new_id(BindingId::generate), app.clock.now());
    let answer = command
        .idempotency
        .once(&caller, now, move |tx| {
            Box::pin(async move {
                let order = match order {
                    Some(order) => order,
                    None => after_last(&binding::list(tx, Some(hook)).await?),
                };
                let new = Binding { id, version: 1, hook, plugin: plugin.id, config, order, mode, enabled, updated_at: now };
                binding::insert(tx, &new).await?;
                let mut answer = BindingView::new(new, &plugin).answer();
                answer.status = axum::http::StatusCode::CREATED;
                Ok(answer)
            })
        })
        .await?;
    app.rules.invalidate(caller.tenant.id);
    Ok(answer)
}

fn after_last(bindings: &[Binding]) -> i32 {
    bindings.iter().map(|binding| binding.order).max().map_or(STEP, |last| last.saturating_add(STEP))
}
