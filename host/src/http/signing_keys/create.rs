//! `POST /signing-keys`

use axum::extract::State;
use axum::response::Response;
use redress_domain::id::SigningKeyId;
use redress_domain::public_key::PublicKeyError;
use redress_domain::signing_key::SigningKey;
use redress_store::signing_key;
use serde::Deserialize;
use utoipa::ToSchema;

use crate::app::App;
use crate::http::openapi::IdempotencyHeader;
use crate::http::{Answer, Can, Command, Problem, WriteProblems, permit};
use crate::problem::check::name;

/// A key to trust.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewSigningKey {
    /// Whose it is, 1 to 100 characters.
    name: String,
    /// Ed25519 public key, 64 hexadecimal digits.
    public_key: String,
}

/// Trust a key.
#[utoipa::path(post, path = "/signing-keys", tag = "plugins", request_body = NewSigningKey, params(IdempotencyHeader),
    responses((status = 201, body = SigningKey), WriteProblems))]
pub async fn create_signing_key(
    State(app): State<App>,
    caller: Can<permit::AdminWrite>,
    command: Command<NewSigningKey>,
) -> Result<Response, Problem> {
    let (id, now) = (app.new_id(SigningKeyId::generate), app.clock.now());
    let NewSigningKey { name: called, public_key } = command.body;
    let public_key = public_key.parse().map_err(|why: PublicKeyError| Problem::invalid("/public_key", why.to_string()))?;
    let key = SigningKey { id, name: name("/name", called)?, public_key, created_at: now };
    command
        .idempotency
        .once(&caller, now, move |tx| {
            Box::pin(async move {
                signing_key::insert(tx, &key).await?;
                Ok(Answer::created(key))
            })
        })
        .await
}
