//! `PATCH /gateways/{id}`

use std::collections::BTreeMap;

use axum::extract::State;
use redress_domain::gateway::Gateway;
use redress_domain::id::{GatewayId, PluginId};
use redress_store::{gateway, plugin};
use serde::Deserialize;
use serde_json::Value;
use utoipa::ToSchema;

use super::check;
use crate::app::App;
use crate::http::openapi::IfMatchHeader;
use crate::http::{Answer, Can, ChangeProblems, IfMatch, Json, Path, Problem, permit};

/// What to change of a gateway; what is left out stays. Its tender stays.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct GatewayChange {
    /// The plugin.
    plugin: Option<PluginId>,
    /// The plugin's configuration.
    #[schema(value_type = Option<Object>)]
    config: Option<Value>,
    /// Hosts it may reach.
    hosts: Option<Vec<String>>,
    /// Its secrets.
    secrets: Option<BTreeMap<String, String>>,
    /// False to switch it off: instructions wait, and finance may pay by hand.
    enabled: Option<bool>,
}

/// Change a gateway.
#[utoipa::path(patch, path = "/gateways/{id}", tag = "gateways", request_body = GatewayChange,
    params(("id" = GatewayId, Path), IfMatchHeader), responses((status = 200, body = Gateway), ChangeProblems))]
pub async fn update_gateway(
    State(app): State<App>,
    caller: Can<permit::AdminWrite>,
    Path(id): Path<GatewayId>,
    if_match: IfMatch,
    Json(change): Json<GatewayChange>,
) -> Result<Answer<Gateway>, Problem> {
    let (wanted, now) = (change.plugin, app.clock.now());
    let (present, found) = caller
        .store
        .read(move |tx| {
            Box::pin(async move {
                let present = gateway::find(tx, id).await?.ok_or_else(|| Problem::not_found("gateway", id))?;
                let found = plugin::find(tx, wanted.unwrap_or(present.plugin)).await?;
                Ok::<_, Problem>((present, found))
            })
        })
        .await?;
    if_match.check("gateway", id, present.version)?;
    let found = found.ok_or_else(|| Problem::invalid("/plugin", "there is no such plugin here: upload it first"))?;
    let expected = present.version;
    let changed = Gateway {
        version: expected + 1,
        plugin: found.id,
        config: change.config.unwrap_or(present.config),
        hosts: change.hosts.unwrap_or(present.hosts),
        secrets: change.secrets.unwrap_or(present.secrets),
        enabled: change.enabled.unwrap_or(present.enabled),
        updated_at: now,
        ..present
    };
    check::outside(&app, caller.tenant.id, &found, &changed).await?;
    let changed = caller
        .store
        .write(move |tx| {
            Box::pin(async move {
                check::secrets(tx, &changed).await?;
                gateway::update(tx, &changed, expected).await?;
                Ok::<_, Problem>(changed)
            })
        })
        .await?;
    let version = changed.version;
    Ok(Answer::ok(changed).version(version))
}
