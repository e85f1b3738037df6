//! `PUT /signing-keys/policy`

use axum::extract::State;
use redress_domain::tenant::Tenant;
use redress_store::tenant;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::app::App;
use crate::http::{Answer, Can, Json, Problem, WriteProblems, permit};

/// Whether plugins must be signed.
#[derive(Debug, Clone, Copy, Deserialize, Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SignaturePolicy {
    /// True to take only plugins that a trusted key has signed.
    required: bool,
}

/// Say whether plugins must be signed.
///
/// Plugins that are there stay, signed or not.
#[utoipa::path(put, path = "/signing-keys/policy", tag = "plugins", request_body = SignaturePolicy,
    responses((status = 200, body = SignaturePolicy), WriteProblems))]
pub async fn require_signatures(
    State(app): State<App>,
    caller: Can<permit::AdminWrite>,
    Json(policy): Json<SignaturePolicy>,
) -> Result<Answer<SignaturePolicy>, Problem> {
    let id = caller.tenant.id;
    let changed = app.store.write(move |tx| {
        Box::pin(async move {
            let found = tenant::find(tx, id).await?.ok_or_else(|| Problem::not_found("tenant", id))?;
            tenant::update(tx, &Tenant { requires_signature: policy.required, ..found }).await.map_err(Problem::from)
        })
    });
    changed.await?;
    app.rules.invalidate(id);
    Ok(Answer::ok(policy))
}
