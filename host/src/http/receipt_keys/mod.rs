//! `/receipt-keys`: the keys that receipts are signed with.

use axum::Json;
use axum::extract::State;
use redress_domain::PublicKey;
use redress_domain::receipt::KeyId;
use serde::Serialize;
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::app::App;
use crate::http::{Can, List, Problem, ReadProblems, permit};

/// A key of the server.
#[derive(Debug, Serialize, ToSchema)]
pub struct ReceiptKey {
    /// Its name, as statements say it.
    id: KeyId,
    /// Always `Ed25519`.
    algorithm: &'static str,
    /// Its public half, 64 hexadecimal digits.
    public_key: PublicKey,
    /// True for the key that signs now.
    signs: bool,
}

/// The routes.
pub fn router() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(list_receipt_keys))
}

/// List the keys that receipts are signed with: the present one, then those that signed before.
///
/// Keep what you see here where the server cannot change it: a receipt proves something to whoever knows the key already.
#[utoipa::path(get, path = "/receipt-keys", tag = "decisions", responses((status = 200, body = List<ReceiptKey>), ReadProblems))]
pub async fn list_receipt_keys(State(app): State<App>, _caller: Can<permit::Anyone>) -> Result<Json<List<ReceiptKey>>, Problem> {
    let view = |key: PublicKey, signs| ReceiptKey { id: KeyId::of(key), algorithm: "Ed25519", public_key: key, signs };
    let retired = app.config.receipts.retired_keys.iter().map(|key| view(*key, false));
    Ok(Json(List { items: std::iter::once(view(app.signer.public_key(), true)).chain(retired).collect(), next: None }))
}
