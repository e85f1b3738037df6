//! Keys whose signatures on plugins a tenant trusts.

use serde::{Deserialize, Serialize};

use crate::clock::Timestamp;
use crate::id::SigningKeyId;
use crate::public_key::PublicKey;

/// One Ed25519 public key (RFC 8032).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SigningKey {
    /// Redress id.
    pub id: SigningKeyId,
    /// Whose it is.
    pub name: String,
    /// The key.
    pub public_key: PublicKey,
    /// When it was added.
    pub created_at: Timestamp,
}
