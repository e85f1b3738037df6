//! A key as the API shows it: never its digest.

use redress_domain::Timestamp;
use redress_domain::id::{ApiKeyId, UserId};
use redress_domain::role::Permission;
use redress_domain::tenant::ApiKey;
use serde::Serialize;
use utoipa::ToSchema;

/// A bearer key of a user.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = ApiKey)]
pub struct KeyView {
    /// Redress id.
    pub id: ApiKeyId,
    /// User it acts for.
    pub user: UserId,
    /// What it is for.
    pub name: String,
    /// Narrows what the user may do; null for all of it.
    pub scopes: Option<Vec<Permission>>,
    /// When it was created.
    pub created_at: Timestamp,
    /// When it stopped to work.
    pub revoked_at: Option<Timestamp>,
}

impl From<ApiKey> for KeyView {
    fn from(key: ApiKey) -> Self {
        let ApiKey { id, user, name, secret_digest: _, scopes, created_at, revoked_at, expires_at: _ } = key;
        Self { id, user, name, scopes, created_at, revoked_at }
    }
}
