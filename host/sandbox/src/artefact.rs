//! Compiled artefacts on disk: one file per component and engine profile, with an authentication tag beside it. Native code
//! is run as it is found, so no byte of it is used before the tag has been checked.

use std::fs::{self, DirBuilder, File, OpenOptions};
use std::io::{self, Write as _};
use std::os::unix::fs::{DirBuilderExt as _, OpenOptionsExt as _, PermissionsExt as _};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};

use hmac::{Hmac, KeyInit as _, Mac as _};
use redress_domain::Digest;
use sha2::Sha256;
use wasmtime::Engine;
use wasmtime::component::Component;

use crate::error::Error;

/// The directory of artefacts for one engine profile.
pub(crate) struct Artefacts {
    dir: PathBuf,
    profile: String,
    key: [u8; 32],
}

impl Artefacts {
    /// Opens the directory, making it when it is missing, and shuts it to everybody but its owner.
    pub(crate) fn open(dir: &Path, profile: String, key: [u8; 32]) -> Result<Self, Error> {
        let failed = |doing| move |source| Error::Cache { doing, path: dir.to_owned(), source };
        DirBuilder::new().recursive(true).mode(0o700).create(dir).map_err(failed("create"))?;
        fs::set_permissions(dir, fs::Permissions::from_mode(0o700)).map_err(failed("protect"))?;
        Ok(Self { dir: dir.to_owned(), profile, key })
    }

    /// Keeps an artefact. Both files appear whole or not at all, the tag before the code it vouches for.
    pub(crate) fn put(&self, digest: &Digest, artefact: &[u8]) -> Result<(), Error> {
        self.write(&self.path(digest, "tag"), &self.tag(digest, artefact).finalize().into_bytes())?;
        self.write(&self.path(digest, "cwasm"), artefact)
    }

    /// Loads an artefact, with its size. `None` when there is none, when its tag is wrong or when this engine cannot use
    /// it; then it is compiled afresh.
    pub(crate) fn load(&self, engine: &Engine, digest: &Digest) -> Result<Option<(Component, usize)>, Error> {
        let path = self.path(digest, "cwasm");
        let (Some(artefact), Some(tag)) = (read(&path)?, read(&self.path(digest, "tag"))?) else { return Ok(None) };
        if self.tag(digest, &artefact).verify_slice(&tag).is_err() {
            tracing::warn!(path = %path.display(), "compiled artefact has a wrong tag and is not used: it was damaged, altered or made with another key");
            return Ok(None);
        }
        let size = artefact.len();
        drop(artefact);
        #[expect(unsafe_code, reason = "the one place that turns files into native code")]
        // SAFETY: the bytes carry our tag, so this engine's compiler made them. The file is mapped rather than copied, so
        // that unused code costs no memory; it stays as it was checked because it lies in a directory that only our own user may
        // enter, is read-only, and is never written again, only replaced by renaming.
        let component = unsafe { Component::deserialize_file(engine, &path) };
        match component {
            Ok(component) => Ok(Some((component, size))),
            Err(error) => {
                tracing::warn!(%error, path = %path.display(), "compiled artefact does not fit this engine and is compiled again");
                Ok(None)
            }
        }
    }

    fn path(&self, digest: &Digest, extension: &str) -> PathBuf {
        self.dir.join(format!("{}-{}.{extension}", hex::encode(digest.as_bytes()), self.profile))
    }

    /// Tag over the code and its name, so that one component's code cannot stand in for another's.
    fn tag(&self, digest: &Digest, artefact: &[u8]) -> Hmac<Sha256> {
        let mut mac = Hmac::<Sha256>::new_from_slice(&self.key).expect("an HMAC key has any length");
        mac.update(digest.as_bytes());
        mac.update(self.profile.as_bytes());
        mac.update(artefact);
        mac
    }

    fn write(&self, path: &Path, bytes: &[u8]) -> Result<(), Error> {
        static NUMBER: AtomicU64 = AtomicU64::new(0);
        let number = NUMBER.fetch_add(1, Ordering::Relaxed);
        let temporary = self.dir.join(format!("{}-{number}.tmp", std::process::id()));
        let written = (|| {
            let mut file = OpenOptions::new().write(true).create_new(true).mode(0o400).open(&temporary)?;
            file.write_all(bytes)?;
            file.sync_all()?;
            fs::rename(&temporary, path)?;
            File::open(&self.dir)?.sync_all()
        })();
        written.map_err(|source| {
            let _ = fs::remove_file(&temporary);
            Error::Cache { doing: "write", path: path.to_owned(), source }
        })
    }
}

fn read(path: &Path) -> Result<Option<Vec<u8>>, Error> {
    match fs::read(path) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(source) => Err(Error::Cache { doing: "read", path: path.to_owned(), source }),
    }
}
