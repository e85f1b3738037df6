//! Issues API keys.

use redress_domain::id::{ApiKeyId, UserId};
use redress_domain::role::Permission;
use redress_domain::tenant::ApiKey;
use redress_store::{TenantTx, api_key};
use serde::Deserialize;
use utoipa::ToSchema;

use super::new_secret;
use crate::app::App;
use crate::problem::{Problem, check};

/// A key to issue.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewKey {
    /// User it acts for.
    pub user: UserId,
    /// What it is for, 1 to 100 characters.
    pub name: String,
    /// Narrows what the user may do; left out for all of it.
    pub scopes: Option<Vec<Permission>>,
}

/// A key with its secret, which is shown this once and never kept.
pub struct IssuedKey {
    /// The key.
    pub key: ApiKey,
    /// The secret: `rdk_…`.
    pub secret: String,
}

/// Issues a key for a user of the tenant.
///
/// # Errors
/// 422 when the name is empty or too long.
pub async fn issue_key(app: &App, tx: &mut TenantTx, new: NewKey) -> Result<IssuedKey, Problem> {
    let (secret, secret_digest) = new_secret(&app.entropy);
    let key = ApiKey {
        id: app.new_id(ApiKeyId::generate),
        user: new.user,
        name: check::name("/name", new.name)?,
        secret_digest,
        scopes: new.scopes,
        created_at: app.clock.now(),
        revoked_at: None,
        expires_at: None,
    };
    api_key::insert(tx, &key).await?;
    Ok(IssuedKey { key, secret })
}
