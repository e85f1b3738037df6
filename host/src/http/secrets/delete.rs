//! `DELETE /secrets/{name}`

use axum::http::StatusCode;
use redress_store::{gateway, secret};

use crate::http::{Can, Code, Path, Problem, WriteProblems, permit};

/// Delete a secret.
///
/// Refused while a gateway names it.
#[utoipa::path(delete, path = "/secrets/{name}", tag = "secrets", params(("name" = String, Path)),
    responses((status = 204, description = "Deleted"), WriteProblems))]
pub async fn delete_secret(caller: Can<permit::AdminWrite>, Path(name): Path<String>) -> Result<StatusCode, Problem> {
    caller
        .store
        .write(move |tx| {
            Box::pin(async move {
                let gateways = gateway::list(tx).await?;
                if let Some(user) = gateways.iter().find(|gateway| gateway.secrets.values().any(|own| *own == name)) {
                    let detail = format!("secret {name} is in use by the gateway of {}: change the gateway first", user.tender);
                    return Err(Problem::new(Code::InUse, detail));
                }
                Ok::<_, Problem>(secret::delete(tx, &name).await?)
            })
        })
        .await?;
    Ok(StatusCode::NO_CONTENT)
}
