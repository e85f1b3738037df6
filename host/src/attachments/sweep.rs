//! Deletes what nobody uses: uploads that no ticket names after a day, bytes that no upload names, and what was cut off.

use futures_util::TryStreamExt as _;
use object_store::ObjectStoreExt as _;
use redress_domain::id::TenantId;
use redress_domain::{Digest, Timestamp};
use redress_store::{Store, attachment};

use super::{Attachments, StorageError, incoming};

/// Objects deleted in one sweep.
const BATCH: u32 = 500;

/// Why a sweep ended early; the next one goes on.
#[derive(Debug, thiserror::Error)]
pub enum SweepError {
    /// The database.
    #[error(transparent)]
    Database(#[from] redress_store::Error),
    /// The place of files.
    #[error(transparent)]
    Storage(#[from] StorageError),
}

/// Sweeps once; answers how many files went. What was written after `before` stays.
///
/// # Errors
/// [`SweepError`]. What was not deleted is tried again by the next sweep; what cannot be deleted is in the log.
pub async fn sweep(files: &Attachments, store: &Store, before: Timestamp) -> Result<u64, SweepError> {
    let forgotten = store.write(move |tx| Box::pin(async move { attachment::forget_unused(tx, before).await })).await?;
    let leaving = store.write(move |tx| Box::pin(async move { attachment::leaving(tx, before, BATCH).await })).await?;
    for (tenant, digest) in leaving {
        // One object that cannot be deleted keeps no other; it is tried again by the next sweep.
        if let Err(error) = delete(files, store, tenant, digest).await {
            tracing::warn!(%tenant, %digest, %error, "a file that nobody uses was not deleted");
        }
    }
    files.sweep_incoming(before).await?;
    Ok(forgotten)
}

async fn delete(files: &Attachments, store: &Store, tenant: TenantId, digest: Digest) -> Result<(), SweepError> {
    files.remove(tenant, digest).await?;
    Ok(store.tenant(tenant).write(move |tx| Box::pin(async move { attachment::gone(tx, digest).await })).await?)
}

impl Attachments {
    /// Deletes uploads that were never completed.
    async fn sweep_incoming(&self, before: Timestamp) -> Result<(), StorageError> {
        let mut found = self.0.store.list(Some(&incoming()));
        let mut old = Vec::new();
        while let Some(object) = found.try_next().await? {
            if Timestamp::from(object.last_modified) < before {
                old.push(object.location);
            }
        }
        for location in old {
            match self.0.store.delete(&location).await {
                Ok(()) | Err(object_store::Error::NotFound { .. }) => {}
                Err(error) => return Err(error.into()),
            }
        }
        Ok(())
    }
}
