//! `PUT /secrets/{name}`

use axum::extract::State;
use axum::http::StatusCode;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use redress_store::secret;
use serde::Deserialize;
use utoipa::ToSchema;

use crate::app::App;
use crate::http::{Can, Json, Path, Problem, WriteProblems, permit};
use crate::problem::check::key;

/// Largest secret, in bytes: a chain of certificates fits.
const MAX_SECRET: usize = 16 << 10;

/// A secret to store.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewSecret {
    /// The secret as text, for example an API key or a key in PEM; or `base64` instead.
    value: Option<String>,
    /// The secret's bytes in base64, for keys that are no text.
    base64: Option<String>,
}

/// Store a secret, or replace it.
///
/// It is sealed under the server's key, and no answer ever holds it.
#[utoipa::path(put, path = "/secrets/{name}", tag = "secrets", request_body = NewSecret, params(("name" = String, Path)),
    responses((status = 204, description = "Stored"), WriteProblems))]
pub async fn put_secret(
    State(app): State<App>,
    caller: Can<permit::AdminWrite>,
    Path(name): Path<String>,
    Json(body): Json<NewSecret>,
) -> Result<StatusCode, Problem> {
    let name = key("/name", name)?;
    let bytes = match (body.value, body.base64) {
        (Some(text), None) => text.into_bytes(),
        (None, Some(digits)) => {
            STANDARD.decode(digits).map_err(|error| Problem::invalid("/base64", format!("this is no base64: {error}")))?
        }
        _ => return Err(Problem::invalid("/value", "send either value or base64")),
    };
    if bytes.is_empty() || bytes.len() > MAX_SECRET {
        return Err(Problem::invalid("/value", format!("a secret has 1 to {MAX_SECRET} bytes, this one has {}", bytes.len())));
    }
    let sealed = app.vault.seal(caller.tenant.id, &name, &bytes, &app.entropy).map_err(|error| Problem::internal(&error))?;
    let now = app.clock.now();
    caller.store.write(move |tx| Box::pin(async move { secret::put(tx, &name, &sealed, now).await.map_err(Problem::from) })).await?;
    Ok(StatusCode::NO_CONTENT)
}
