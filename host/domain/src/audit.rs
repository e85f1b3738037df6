//! The operation log (操作日志审计, Z37): who changed what through the API, and what was refused.
//!
//! Every row carries the hash of its own content. Rows are not chained to each other, because two changes of one tenant would
//! then queue for the head of the chain: instead a seal is set every few seconds over all rows that have none, and the seals
//! are the chain. A change of a row, a row that is missing and a seal that is missing are all found.

use serde::Serialize;
use sha2::{Digest as _, Sha256};

use crate::clock::Timestamp;
use crate::digest::Digest;
use crate::id::{ApiKeyId, AuditId, TenantId, UserId};

/// One row of the operation log. Bodies, query strings, keys and secrets are never in it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct AuditEntry {
    /// Redress id.
    pub id: AuditId,
    /// When the request came.
    pub at: Timestamp,
    /// Who; null for a request without a known key.
    pub user: Option<UserId>,
    /// With which key.
    pub key: Option<ApiKeyId>,
    /// From which network address.
    pub address: Option<String>,
    /// HTTP method.
    pub method: String,
    /// Route, with names in place of values, for example `/api/v1/tickets/{id}/approve`.
    pub path: String,
    /// Operation as the API document calls it, for example `update_user`.
    pub operation: String,
    /// Kind of thing, for example `users`.
    pub resource: String,
    /// Which one; null for what the answer did not name.
    pub resource_id: Option<String>,
    /// Version before the change, when the thing has versions.
    pub before: Option<i64>,
    /// Version after the change.
    pub after: Option<i64>,
    /// HTTP status of the answer.
    pub status: u16,
    /// Stable name of the problem, when it was refused.
    pub code: Option<String>,
    /// The request's `x-request-id`.
    pub request: String,
    /// Refusals before this one that were too many to write down.
    pub suppressed: u32,
}

/// A row with its hash, as it is kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct AuditRow {
    /// The row.
    #[serde(flatten)]
    pub entry: AuditEntry,
    /// SHA-256 over tenant and content.
    pub hash: Digest,
    /// Number of the seal that holds it; null until the next one is set.
    pub seal: Option<i64>,
}

/// One link of the chain over the log.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema), schema(as = AuditSeal))]
pub struct Seal {
    /// Its number, from 1 without gaps.
    pub seq: i64,
    /// When it was set.
    pub at: Timestamp,
    /// How many rows it holds.
    pub entries: u32,
    /// SHA-256 over the seal before, its own number, its moment and the hashes of its rows in the order of their ids.
    pub hash: Digest,
}

impl AuditEntry {
    /// The hash of the content.
    pub fn digest(&self, tenant: TenantId) -> Digest {
        let mut hasher = Sha256::new();
        hasher.update(tenant.as_uuid().as_bytes());
        let optional = |number: Option<i64>| number.map(|number| number.to_string());
        let parts = [
            Some(self.id.to_string()),
            Some(self.at.to_string()),
            self.user.map(|id| id.to_string()),
            self.key.map(|id| id.to_string()),
            self.address.clone(),
            Some(self.method.clone()),
            Some(self.path.clone()),
            Some(self.operation.clone()),
            Some(self.resource.clone()),
            self.resource_id.clone(),
            optional(self.before),
            optional(self.after),
            Some(self.status.to_string()),
            self.code.clone(),
            Some(self.request.clone()),
            Some(self.suppressed.to_string()),
        ];
        for part in parts {
            // The length leads every part, so that parts cannot slide into each other and nothing differs from empty.
            let length = part.as_ref().map_or(u64::MAX, |text| text.len() as u64);
            hasher.update(length.to_be_bytes());
            hasher.update(part.unwrap_or_default().as_bytes());
        }
        Digest::from_slice(&hasher.finalize()).unwrap_or_else(|| Digest::of(b""))
    }
}

impl AuditRow {
    /// A row that no seal holds yet.
    pub fn new(entry: AuditEntry, tenant: TenantId) -> Self {
        Self { hash: entry.digest(tenant), entry, seal: None }
    }

    /// True when the content is what was hashed.
    pub fn is_whole(&self, tenant: TenantId) -> bool {
        self.entry.digest(tenant) == self.hash
    }
}

impl Seal {
    /// The next seal over rows in the order of their ids.
    pub fn over(before: Option<&Self>, tenant: TenantId, at: Timestamp, rows: &[Digest]) -> Self {
        let seq = before.map_or(0, |seal| seal.seq) + 1;
        let mut hasher = Sha256::new();
        hasher.update(before.map_or_else(|| Digest::of(b""), |seal| seal.hash).as_bytes());
        hasher.update(tenant.as_uuid().as_bytes());
        hasher.update(seq.to_be_bytes());
        hasher.update(at.to_string().as_bytes());
        for row in rows {
            hasher.update(row.as_bytes());
        }
        let hash = Digest::from_slice(&hasher.finalize()).unwrap_or_else(|| Digest::of(b""));
        Self { seq, at, entries: u32::try_from(rows.len()).unwrap_or(u32::MAX), hash }
    }

    /// What is wrong with this seal and its rows, in words; `None` when they follow from the seal before.
    pub fn fault(&self, before: Option<&Self>, tenant: TenantId, rows: &[AuditRow]) -> Option<String> {
        let expected = before.map_or(0, |seal| seal.seq) + 1;
        if self.seq != expected {
            return Some(format!("seal {expected} is missing"));
        }
        if let Some(row) = rows.iter().find(|row| !row.is_whole(tenant)) {
            return Some(format!("the entry {} was changed", row.entry.id));
        }
        if rows.len() != self.entries as usize {
            return Some(format!("seal {} was set over {} entries, and {} are there", self.seq, self.entries, rows.len()));
        }
        let hashes: Vec<Digest> = rows.iter().map(|row| row.hash).collect();
        (Self::over(before, tenant, self.at, &hashes).hash != self.hash).then(|| format!("seal {} does not fit its entries", self.seq))
    }
}

/// Whose log holds what belongs to no tenant: keys that nobody knows. The operator reads it.
pub const fn installation() -> TenantId {
    TenantId::from_uuid(uuid::Uuid::nil())
}
