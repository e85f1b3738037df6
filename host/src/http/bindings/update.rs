//! `PATCH /bindings/{id}`

use axum::extract::State;
use redress_domain::id::BindingId;
use redress_domain::plugin::{Binding, BindingMode, Plugin};
use redress_store::{binding, plugin};
use serde::Deserialize;
use serde_json::Value;
use utoipa::ToSchema;

use super::check;
use super::view::BindingView;
use crate::app::App;
use crate::http::openapi::IfMatchHeader;
use crate::http::plugins::resolve::resolve;
use crate::http::{Answer, Can, ChangeProblems, IfMatch, Json, Path, Problem, permit};

/// What to change of a binding; what is left out stays. The hook stays: bind the plugin anew for another one.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct BindingChange {
    /// Id, `name@version`, or `name` for the latest upload.
    plugin: Option<String>,
    /// Configuration; replaces the present one as a whole.
    config: Option<Value>,
    /// Place among the bindings of the hook, low first.
    order: Option<i32>,
    /// What its answers do.
    mode: Option<BindingMode>,
    /// False to switch it off.
    enabled: Option<bool>,
}

/// Change a binding.
///
/// It counts from the next decision on.
#[utoipa::path(patch, path = "/bindings/{id}", tag = "bindings", request_body = BindingChange,
    params(("id" = BindingId, Path), IfMatchHeader), responses((status = 200, body = BindingView), ChangeProblems))]
pub async fn update_binding(
    State(app): State<App>,
    caller: Can<permit::BindingWrite>,
    Path(id): Path<BindingId>,
    if_match: IfMatch,
    Json(change): Json<BindingChange>,
) -> Result<Answer<BindingView>, Problem> {
    let BindingChange { plugin: named, config, order, mode, enabled } = change;
    let (present, plugin) = caller.store.read(move |tx| Box::pin(async move { present(tx, id, named).await })).await?;
    if_match.check("binding", id, present.version)?;
    let changed = Binding {
        version: present.version + 1,
        plugin: plugin.id,
        config: config.unwrap_or(present.config),
        order: order.unwrap_or(present.order),
        mode: mode.unwrap_or(present.mode),
        enabled: enabled.unwrap_or(present.enabled),
        updated_at: app.clock.now(),
        ..present
    };
    check::hook(&plugin, changed.hook)?;
    check::config(&app, &plugin, &changed.config).await?;
    let (written, expected) = (changed.clone(), present.version);
    caller.store.write(move |tx| Box::pin(async move { binding::update(tx, &written, expected).await.map_err(Problem::from) })).await?;
    app.rules.invalidate(caller.tenant.id);
    Ok(BindingView::new(changed, &plugin).answer())
}

async fn present(tx: &mut redress_store::TenantTx, id: BindingId, named: Option<String>) -> Result<(Binding, Plugin), Problem> {
    let binding = binding::find(tx, id).await?.ok_or_else(|| Problem::not_found("binding", id))?;
    let plugin = match named {
        Some(named) => resolve(tx, "/plugin", &named).await?,
        None => plugin::find(tx, binding.plugin).await?.ok_or_else(|| Problem::not_found("plugin", binding.plugin))?,
    };
    Ok((binding, plugin))
}
