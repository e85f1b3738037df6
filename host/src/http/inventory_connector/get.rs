//! `GET /inventory-connector`, `DELETE /inventory-connector`

use axum::http::StatusCode;
use redress_domain::fulfilment::InventoryConnector;
use redress_store::inventory;

use crate::http::{Answer, Can, Problem, ReadProblems, WriteProblems, permit};

/// What is not there.
fn missing() -> Problem {
    Problem::not_found("inventory connector", "of this tenant")
}

/// Get the inventory connector.
#[utoipa::path(get, path = "/inventory-connector", tag = "inventory", responses((status = 200, body = InventoryConnector), ReadProblems))]
pub async fn get_inventory_connector(caller: Can<permit::AdminRead>) -> Result<Answer<InventoryConnector>, Problem> {
    let found = caller.store.read(|tx| Box::pin(async move { inventory::find(tx).await.map_err(Problem::from) })).await?;
    let connector = found.ok_or_else(missing)?;
    let version = connector.version;
    Ok(Answer::ok(connector).version(version))
}

/// Remove the inventory connector.
///
/// Reservations that are on their way wait for another one; from now on people confirm the stock of what is proposed.
#[utoipa::path(delete, path = "/inventory-connector", tag = "inventory",
    responses((status = 204, description = "Removed"), WriteProblems))]
pub async fn delete_inventory_connector(caller: Can<permit::AdminWrite>) -> Result<StatusCode, Problem> {
    caller
        .store
        .write(|tx| {
            Box::pin(async move {
                inventory::find(tx).await?.ok_or_else(missing)?;
                inventory::delete(tx).await.map_err(Problem::from)
            })
        })
        .await?;
    Ok(StatusCode::NO_CONTENT)
}
