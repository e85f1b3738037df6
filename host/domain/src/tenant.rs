//! Tenants and the people and queues within them.

use serde::{Deserialize, Serialize};

use crate::clock::Timestamp;
use crate::digest::Digest;
use crate::id::{ApiKeyId, DepartmentId, QueueId, TenantId, UserId};
use crate::money::Currency;
use crate::role::Permission;

/// A merchant.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Tenant {
    /// Redress id.
    pub id: TenantId,
    /// Short name in addresses and logs: lower-case letters, digits, hyphens.
    pub slug: String,
    /// Display name.
    pub name: String,
    /// BCP 47 tag of its language.
    pub locale: String,
    /// Currency of its limits.
    pub currency: Currency,
    /// Name of its plan among the operator's settings.
    #[serde(default = "standard")]
    pub plan: String,
    /// Takes only plugins that one of its signing keys has signed.
    #[serde(default)]
    pub requires_signature: bool,
    /// When it was created.
    pub created_at: Timestamp,
}

fn standard() -> String {
    "standard".to_owned()
}

/// A person or program that acts for a tenant.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct User {
    /// Redress id.
    pub id: UserId,
    /// Counts changes.
    pub version: i64,
    /// Mail address, unique within the tenant.
    pub email: String,
    /// Display name.
    pub name: String,
    /// Names of the roles held.
    pub roles: Vec<String>,
    /// Keys of the queues worked in.
    pub queues: Vec<String>,
    /// Skills, for routing.
    pub skills: Vec<String>,
    /// Names of the departments they belong to (部门); workflows name operators by them (Z14).
    #[serde(default)]
    pub departments: Vec<String>,
    /// Who acts for them while they are away (Z17).
    #[serde(default)]
    pub deputy: Option<UserId>,
    /// Open tickets at most; 0 for no limit.
    pub capacity: u32,
    /// Mean rating in hundredths of a star.
    pub rating: Option<u32>,
    /// Is here and takes tickets. Who is away does not stall a workflow: their deputy acts (Z17).
    pub available: bool,
    /// May not log in or act any more.
    pub disabled: bool,
    /// When it was created.
    pub created_at: Timestamp,
}

/// A bearer key. The secret itself is shown once and never kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema), schema(as = ApiKeyRecord))]
pub struct ApiKey {
    /// Redress id.
    pub id: ApiKeyId,
    /// User it acts for.
    pub user: UserId,
    /// What it is for.
    pub name: String,
    /// SHA-256 of the secret, which has 256 bits of randomness and so needs no salt.
    pub secret_digest: Digest,
    /// Narrows the user's permissions; `None` for all of them.
    pub scopes: Option<Vec<Permission>>,
    /// When it was created.
    pub created_at: Timestamp,
    /// When it stopped to work.
    pub revoked_at: Option<Timestamp>,
    /// When it stops by itself: it is the session of a person who signed in. `None` for a key that was issued.
    pub expires_at: Option<Timestamp>,
}

impl ApiKey {
    /// True while it works.
    pub fn works(&self, now: Timestamp) -> bool {
        self.revoked_at.is_none() && self.expires_at.is_none_or(|end| now < end)
    }
}

/// A queue of tickets.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Queue {
    /// Redress id.
    pub id: QueueId,
    /// Counts changes.
    pub version: i64,
    /// Key, unique within the tenant.
    pub key: String,
    /// Display name.
    pub name: String,
    /// Gets what no rule routed; exactly one per tenant.
    pub is_default: bool,
    /// Who leads it, and is told when tickets stay in it for too long (U13).
    #[serde(default)]
    pub lead: Option<UserId>,
}

/// A part of the merchant's house (部门): people belong to it, workflows name operators by it (U12, Z14).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Department {
    /// Redress id.
    pub id: DepartmentId,
    /// Counts changes.
    pub version: i64,
    /// Name, unique within the tenant; users and workflows name it so.
    pub name: String,
    /// The department it is part of.
    pub parent: Option<DepartmentId>,
    /// Who leads it.
    pub lead: Option<UserId>,
}
