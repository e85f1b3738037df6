//! `PUT /inventory-connector`

use axum::extract::State;
use redress_domain::fulfilment::InventoryConnector;
use redress_store::{inventory, secret};
use serde::Deserialize;
use utoipa::ToSchema;

use crate::app::App;
use crate::http::openapi::IfMatchHeader;
use crate::http::{Answer, Can, ChangeProblems, IfMatch, Json, Problem, permit};
use crate::inventory::check;

/// The connector as it should be.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ConnectorDraft {
    /// Address before `/reservations`; over TLS, and on the public internet unless the operator allows more.
    #[schema(example = "https://erp.shop.example/redress")]
    base_url: String,
    /// Name of the tenant's secret (`PUT /secrets/{name}`) that is sent as a bearer token; left out when none is asked for.
    #[serde(default)]
    secret: Option<String>,
    /// False to switch it off: reservations wait, and people confirm the stock of what is proposed from now on.
    #[serde(default = "yes")]
    enabled: bool,
}

const fn yes() -> bool {
    true
}

/// Set the inventory connector.
///
/// Stock of goods for customers is set aside over it: `POST {base_url}/reservations` with
/// `{"key", "ticket", "lines": [{"sku", "quantity"}]}` and the key as `Idempotency-Key`, `GET {base_url}/reservations/{key}`,
/// `POST {base_url}/reservations/{key}/release`. Each answers `{"key", "state", "reference", "missing": [{"sku", "available"}]}`
/// with `state` `reserved`, `out_of_stock` or `released`, or 404. The same key is the same reservation; what was released stays
/// so, also under a key that was not known before. Without a connector goods are taken as in stock when a person says so
/// (`POST /tickets/{id}/replacements/{rid}/reserved`).
#[utoipa::path(put, path = "/inventory-connector", tag = "inventory", request_body = ConnectorDraft, params(IfMatchHeader),
    responses((status = 200, body = InventoryConnector), ChangeProblems))]
pub async fn put_inventory_connector(
    State(app): State<App>,
    caller: Can<permit::AdminWrite>,
    if_match: IfMatch,
    Json(draft): Json<ConnectorDraft>,
) -> Result<Answer<InventoryConnector>, Problem> {
    let ConnectorDraft { base_url, secret: named, enabled } = draft;
    let base_url = check(&app.courier, &base_url).map_err(|why| Problem::invalid("/base_url", why))?;
    let now = app.clock.now();
    let connector = caller
        .store
        .write(move |tx| {
            Box::pin(async move {
                if let Some(name) = &named
                    && secret::find(tx, name).await?.is_none()
                {
                    return Err(Problem::invalid("/secret", format!("there is no secret '{name}' here: store it first")));
                }
                let present = inventory::find(tx).await?;
                let expected = present.as_ref().map(|present| present.version);
                if_match.check("inventory connector", tx.tenant(), expected.unwrap_or_default())?;
                let created_at = present.map_or(now, |present| present.created_at);
                let version = expected.unwrap_or_default() + 1;
                let connector = InventoryConnector { version, base_url, secret: named, enabled, created_at, updated_at: now };
                inventory::put(tx, &connector, expected).await?;
                Ok(connector)
            })
        })
        .await?;
    let version = connector.version;
    Ok(Answer::ok(connector).version(version))
}
