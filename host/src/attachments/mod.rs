//! Files of tickets (L5, Z1): where their bytes lie, what is taken, and what goes.
//!
//! The bytes of one file lie once per tenant, under their SHA-256: an upload is streamed to a place of its own, hashed on the way,
//! and copied to its name when it is complete. What is known of a file is a row in the database, written last, so that every row has
//! its bytes; what is left without a row is swept.

mod kind;
mod place;
mod receive;
mod share;
mod sweep;

use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;

use axum::body::Bytes;
use futures_util::stream::BoxStream;
use object_store::path::Path;
use object_store::{GetOptions, GetRange, ObjectStore, ObjectStoreExt as _};
use parking_lot::Mutex;
use redress_domain::Digest;
use redress_domain::id::TenantId;
use tokio::sync::Semaphore;

use crate::config::Storage;

pub use kind::media_type;
pub use receive::{Received, UploadError};
pub use sweep::sweep;

/// Why the place of files cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum StorageError {
    /// The folder cannot be made.
    #[error("the folder {folder} cannot be made: {source}; set storage.folder to one that the server may write")]
    Folder {
        /// The folder.
        folder: std::path::PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// A setting is missing.
    #[error("{0} is empty: set it, or set storage.kind to \"folder\"")]
    Missing(&'static str),
    /// The store said no, did not answer, or lost the file.
    #[error(transparent)]
    Store(#[from] object_store::Error),
}

/// The files of all tenants. Cheap to clone.
#[derive(Clone)]
pub struct Attachments(Arc<Inner>);

struct Inner {
    store: Arc<dyn ObjectStore>,
    settings: Storage,
    uploads: Semaphore,
    /// Uploads of each tenant that has some.
    shares: Mutex<HashMap<TenantId, usize>>,
}

impl Attachments {
    /// Opens the place that the settings name. The folder is made when it is missing; a bucket is not asked for anything yet.
    ///
    /// # Errors
    /// [`StorageError`].
    pub fn open(settings: &Storage) -> Result<Self, StorageError> {
        let store = place::open(settings)?;
        let uploads = Semaphore::new(settings.uploads.max(1));
        Ok(Self(Arc::new(Inner { store, settings: settings.clone(), uploads, shares: Mutex::default() })))
    }

    /// Bytes of a file, or of a part of it, as they come.
    ///
    /// # Errors
    /// When the store does not answer or has no such object.
    pub async fn read(
        &self,
        tenant: TenantId,
        digest: Digest,
        range: Option<std::ops::Range<u64>>,
    ) -> Result<BoxStream<'static, object_store::Result<Bytes>>, StorageError> {
        let options = GetOptions { range: range.map(GetRange::Bounded), ..GetOptions::default() };
        let found = self.0.store.get_opts(&named(tenant, digest), options).await?;
        Ok(found.into_stream())
    }

    /// Gives a complete upload its name. Safe to repeat.
    ///
    /// # Errors
    /// When the store does not answer; the upload stays where it is and is swept later.
    pub async fn keep(&self, tenant: TenantId, received: &Received) -> Result<(), StorageError> {
        let name = named(tenant, received.digest);
        let known = match self.0.store.head(&name).await {
            Ok(found) => found.size == received.size,
            Err(object_store::Error::NotFound { .. }) => false,
            Err(error) => return Err(error.into()),
        };
        if !known {
            self.0.store.copy(&received.incoming, &name).await?;
        }
        self.discard(received).await;
        Ok(())
    }

    /// Forgets an upload. A store that does not answer now is swept later.
    pub async fn discard(&self, received: &Received) {
        if let Err(error) = self.0.store.delete(&received.incoming).await {
            tracing::debug!(%error, "an upload was not deleted; the sweeper will");
        }
    }

    async fn remove(&self, tenant: TenantId, digest: Digest) -> Result<(), StorageError> {
        match self.0.store.delete(&named(tenant, digest)).await {
            Ok(()) | Err(object_store::Error::NotFound { .. }) => Ok(()),
            Err(error) => Err(error.into()),
        }
    }

    fn idle(&self) -> Duration {
        Duration::from_secs(self.0.settings.idle_s.max(1))
    }
}

/// Where the bytes of this digest lie. Both parts are hexadecimal, so that no name that anybody gave ever becomes a path.
fn named(tenant: TenantId, digest: Digest) -> Path {
    let digits = hex::encode(digest.as_bytes());
    Path::from_iter([tenant.as_uuid().simple().to_string(), digits[..2].to_owned(), digits])
}

/// Where uploads lie until they are complete.
fn incoming() -> Path {
    Path::from("incoming")
}
