//! Opens a folder or a bucket.

use std::sync::Arc;
use std::time::Duration;

use object_store::aws::AmazonS3Builder;
use object_store::local::LocalFileSystem;
use object_store::{ClientOptions, ObjectStore, RetryConfig};

use super::StorageError;
use crate::config::{Storage, StorageKind};

/// The place that the settings name.
pub(super) fn open(settings: &Storage) -> Result<Arc<dyn ObjectStore>, StorageError> {
    match settings.kind {
        StorageKind::Folder => {
            let folder = &settings.folder;
            std::fs::create_dir_all(folder).map_err(|source| StorageError::Folder { folder: folder.clone(), source })?;
            Ok(Arc::new(LocalFileSystem::new_with_prefix(folder)?))
        }
        StorageKind::S3 => Ok(Arc::new(bucket(settings)?)),
    }
}

fn bucket(settings: &Storage) -> Result<object_store::aws::AmazonS3, StorageError> {
    for (setting, empty) in [
        ("storage.bucket", settings.bucket.is_empty()),
        ("storage.access_key", settings.access_key.is_empty()),
        ("storage.secret_key", settings.secret_key.is_empty()),
    ] {
        if empty {
            return Err(StorageError::Missing(setting));
        }
    }
    let timeout = Duration::from_secs(settings.timeout_s.max(1));
    // A part of an upload is one request, so the time holds for 5 MiB and not for the whole file.
    let client =
        ClientOptions::new().with_timeout(timeout).with_connect_timeout(timeout).with_allow_http(settings.endpoint.starts_with("http://"));
    let total = timeout.saturating_mul(u32::try_from(settings.retries).unwrap_or(u32::MAX).saturating_add(1));
    let retry = RetryConfig { max_retries: settings.retries, retry_timeout: total, ..RetryConfig::default() };
    let mut builder = AmazonS3Builder::new()
        .with_bucket_name(&settings.bucket)
        .with_region(&settings.region)
        .with_access_key_id(&settings.access_key)
        .with_secret_access_key(settings.secret_key.expose())
        .with_client_options(client)
        .with_retry(retry)
        // Not every service knows the request that deletes many at once.
        .with_disable_bulk_delete(true);
    if !settings.endpoint.is_empty() {
        // Services other than Amazon's expect the bucket in the path.
        builder = builder.with_endpoint(settings.endpoint.trim_end_matches('/')).with_virtual_hosted_style_request(false);
    }
    Ok(builder.build()?)
}
