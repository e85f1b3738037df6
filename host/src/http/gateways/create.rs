//! `POST /gateways`

use std::collections::BTreeMap;

use axum::extract::State;
use axum::response::Response;
use redress_domain::gateway::Gateway;
use redress_domain::id::{GatewayId, PluginId};
use redress_store::{gateway, plugin};
use serde::Deserialize;
use serde_json::{Map, Value};
use utoipa::ToSchema;

use super::check;
use crate::app::App;
use crate::http::openapi::IdempotencyHeader;
use crate::http::{Answer, Can, Command, Problem, WriteProblems, permit};

/// A gateway to add.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewGateway {
    /// The tender whose payments go back over it, as orders' `payments` name it.
    #[schema(example = "stripe")]
    tender: String,
    /// The plugin; it exports `settlement`.
    plugin: PluginId,
    /// The plugin's configuration.
    #[serde(default = "nothing")]
    #[schema(value_type = Object)]
    config: Value,
    /// Hosts it may reach, with a port where it is not the scheme's own.
    #[schema(example = json!(["api.stripe.com"]))]
    hosts: Vec<String>,
    /// Names by which the plugin calls its secrets, and the tenant's secrets that they are.
    #[serde(default)]
    #[schema(example = json!({"stripe_key": "stripe-live"}))]
    secrets: BTreeMap<String, String>,
    /// False to add it switched off.
    #[serde(default = "yes")]
    enabled: bool,
}

fn nothing() -> Value {
    Value::Object(Map::new())
}

const fn yes() -> bool {
    true
}

/// Add a gateway.
///
/// Instructions of its tender are paid over it from now on; those that wait already, too.
#[utoipa::path(post, path = "/gateways", tag = "gateways", request_body = NewGateway, params(IdempotencyHeader),
    responses((status = 201, body = Gateway), WriteProblems))]
pub async fn create_gateway(
    State(app): State<App>,
    caller: Can<permit::AdminWrite>,
    command: Command<NewGateway>,
) -> Result<Response, Problem> {
    let NewGateway { tender, plugin: named, config, hosts, secrets, enabled } = command.body;
    let now = app.clock.now();
    let new = Gateway {
        id: app.new_id(GatewayId::generate),
        version: 1,
        tender,
        plugin: named,
        config,
        hosts,
        secrets,
        enabled,
        created_at: now,
        updated_at: now,
    };
    let found = caller.store.read(move |tx| Box::pin(async move { plugin::find_usable(tx, named).await.map_err(Problem::from) })).await?;
    let found = found.ok_or_else(|| Problem::invalid("/plugin", format!("there is no plugin {named} here: upload it first")))?;
    check::outside(&app, caller.tenant.id, &found, &new).await?;
    command
        .idempotency
        .once(&caller, now, move |tx| {
            Box::pin(async move {
                check::secrets(tx, &new).await?;
                gateway::insert(tx, &new).await?;
                Ok(Answer::created(new).version(1))
            })
        })
        .await
}
