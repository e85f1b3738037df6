//! Streams an upload into the store: hashed, measured and recognized on the way, never whole in memory.

use std::sync::Arc;

use axum::body::{Body, Bytes};
use http_body_util::BodyExt as _;
use object_store::buffered::BufWriter;
use object_store::path::Path;
use redress_domain::Digest;
use redress_domain::attachment::Control;
use redress_domain::id::{AttachmentId, TenantId};
use sha2::{Digest as _, Sha256};
use tokio::io::AsyncWriteExt as _;
use tokio::time::{Duration, Instant, timeout_at};

use super::kind::{HEAD, media_type};
use super::{Attachments, StorageError, incoming};
use crate::config::Storage;

/// Bytes of one part; S3 takes no smaller ones but the last.
const PART: usize = 5 << 20;

/// Bytes read and thrown away after a file was refused, so that the sender reads the answer and not a broken connection.
const DRAIN: u64 = 32 << 20;

/// A complete upload that has no name yet.
#[derive(Debug)]
pub struct Received {
    /// SHA-256 of the bytes.
    pub digest: Digest,
    /// Bytes.
    pub size: u64,
    /// What it is.
    pub media_type: &'static str,
    pub(super) incoming: Path,
}

/// Why an upload is not taken. Nothing of it is kept.
#[derive(Debug, thiserror::Error)]
pub enum UploadError {
    /// The connection ended.
    #[error("the file was cut off after {0} bytes: send it again")]
    CutOff(u64),
    /// Nothing came for a while.
    #[error("no bytes came for {0} s: send the file again")]
    Idle(u64),
    /// It took too long altogether.
    #[error("the file did not come within {0} s: send a smaller one, or over a faster connection")]
    Slow(u64),
    /// There is nothing in it.
    #[error("the file is empty: choose one that has something in it")]
    Empty,
    /// It is something else than what is taken here.
    #[error("the file is {found}, whatever its name says; what is taken here is {taken}")]
    Kind {
        /// What it is.
        found: &'static str,
        /// What is taken.
        taken: String,
    },
    /// It is too large.
    #[error("the file has more than {most} bytes, the most for {found}: send a smaller one")]
    TooLarge {
        /// What it is.
        found: &'static str,
        /// The most for this kind.
        most: u64,
    },
    /// Too many at once.
    #[error("too many files are being uploaded: try again in a moment")]
    Busy,
    /// The place of files failed.
    #[error(transparent)]
    Storage(#[from] StorageError),
}

impl From<object_store::Error> for UploadError {
    fn from(error: object_store::Error) -> Self {
        Self::Storage(error.into())
    }
}

impl Attachments {
    /// Takes a file in; [`Attachments::keep`] gives it its name, [`Attachments::discard`] forgets it. A file that is refused, cut off
    /// or stands still leaves nothing.
    ///
    /// # Errors
    /// [`UploadError`].
    pub async fn receive(&self, tenant: TenantId, id: AttachmentId, control: Control, body: Body) -> Result<Received, UploadError> {
        let _share = self.share(tenant).ok_or(UploadError::Busy)?;
        let _place = self.0.uploads.try_acquire().map_err(|_| UploadError::Busy)?;
        let incoming = incoming().join(id.as_uuid().simple().to_string());
        let writer = BufWriter::with_capacity(Arc::clone(&self.0.store), incoming.clone(), PART).with_max_concurrency(1);
        let mut upload = Upload { writer, hasher: Sha256::new(), head: Vec::new(), kind: None, size: 0, finishing: false };
        let mut body = body;
        let until = Instant::now() + Duration::from_secs(self.0.settings.total_s.max(1));
        match self.pump(&mut upload, control, &mut body, until).await {
            Ok(media_type) => {
                let digest = Digest::from_slice(&upload.hasher.finalize()).unwrap_or_else(|| Digest::of(b""));
                Ok(Received { digest, size: upload.size, media_type, incoming })
            }
            Err(error) => {
                // A service that could not be told to put the parts together has no upload left to abort.
                if !upload.finishing
                    && let Err(error) = upload.writer.abort().await
                {
                    tracing::debug!(%error, "an upload was not aborted; the sweeper will delete it");
                }
                if matches!(error, UploadError::Kind { .. } | UploadError::TooLarge { .. }) {
                    self.drain(&mut body, until).await;
                }
                Err(error)
            }
        }
    }

    async fn pump(&self, upload: &mut Upload, control: Control, body: &mut Body, until: Instant) -> Result<&'static str, UploadError> {
        let settings = &self.0.settings;
        let mut came = 0;
        loop {
            let late = |_| if Instant::now() >= until { UploadError::Slow(settings.total_s) } else { UploadError::Idle(settings.idle_s) };
            let frame = timeout_at(until.min(Instant::now() + self.idle()), body.frame()).await.map_err(late)?;
            let data = match frame {
                None => break,
                Some(Err(_)) => return Err(UploadError::CutOff(came)),
                Some(Ok(frame)) => frame.into_data().unwrap_or_default(),
            };
            came += data.len() as u64;
            upload.take(data, control, settings).await?;
        }
        if came == 0 {
            return Err(UploadError::Empty);
        }
        let media_type = upload.recognize(control, settings).await?;
        upload.finishing = true;
        upload.writer.shutdown().await.map_err(|source| object_store::Error::Generic { store: "upload", source: Box::new(source) })?;
        Ok(media_type)
    }

    async fn drain(&self, body: &mut Body, until: Instant) {
        let mut left = DRAIN;
        while let Ok(Some(Ok(frame))) = timeout_at(until.min(Instant::now() + self.idle()), body.frame()).await {
            let read = frame.data_ref().map_or(0, |data| data.len() as u64);
            match left.checked_sub(read) {
                Some(rest) => left = rest,
                None => break,
            }
        }
    }
}

struct Upload {
    writer: BufWriter,
    hasher: Sha256,
    /// First bytes, until the kind is known.
    head: Vec<u8>,
    kind: Option<&'static str>,
    size: u64,
    /// All bytes are there, and the service is told so.
    finishing: bool,
}

impl Upload {
    async fn take(&mut self, data: Bytes, control: Control, settings: &Storage) -> Result<(), UploadError> {
        if self.kind.is_some() {
            return self.write(data, settings).await;
        }
        self.head.extend_from_slice(&data);
        if self.head.len() >= HEAD {
            self.recognize(control, settings).await?;
        }
        Ok(())
    }

    /// Says what the file is, refuses what is not taken, and writes what was held back for that.
    async fn recognize(&mut self, control: Control, settings: &Storage) -> Result<&'static str, UploadError> {
        if let Some(kind) = self.kind {
            return Ok(kind);
        }
        let found = media_type(&self.head);
        let taken: Vec<&str> = settings.media_types.iter().map(String::as_str).filter(|kind| control.takes(kind)).collect();
        if !taken.contains(&found) {
            return Err(UploadError::Kind { found, taken: taken.join(", ") });
        }
        self.kind = Some(found);
        let head = Bytes::from(std::mem::take(&mut self.head));
        self.write(head, settings).await?;
        Ok(found)
    }

    async fn write(&mut self, data: Bytes, settings: &Storage) -> Result<(), UploadError> {
        let found = self.kind.unwrap_or("application/octet-stream");
        let most = limit(settings, found);
        self.size += data.len() as u64;
        if self.size > most {
            return Err(UploadError::TooLarge { found, most });
        }
        self.hasher.update(&data);
        Ok(self.writer.put(data).await?)
    }
}

fn limit(settings: &Storage, media_type: &str) -> u64 {
    if media_type.starts_with("image/") {
        settings.image_bytes
    } else if media_type.starts_with("video/") {
        settings.video_bytes
    } else {
        settings.file_bytes
    }
}
