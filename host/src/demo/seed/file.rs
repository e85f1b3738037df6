//! The file that tells where the demo shop is and which keys open it.

use std::collections::BTreeMap;
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::Path;

use serde::{Deserialize, Serialize};

use super::SeedError;

/// `var/demo.json`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DemoFile {
    /// Address of the server.
    pub base_url: String,
    /// Slug of the tenant.
    pub tenant: String,
    /// Password of everybody of the demo shop; none in files of before.
    #[serde(default)]
    pub password: String,
    /// Bearer keys by role.
    pub keys: BTreeMap<String, String>,
}

impl DemoFile {
    /// Reads the file; `None` when there is none or it says something else.
    pub fn read(path: &Path) -> Option<Self> {
        serde_json::from_slice(&std::fs::read(path).ok()?).ok()
    }

    /// Writes the file, readable by its owner only.
    ///
    /// # Errors
    /// When the folder cannot be made or the file not written.
    pub fn write(&self, path: &Path) -> Result<(), SeedError> {
        let failed = |source| SeedError::File { path: path.to_owned(), source };
        if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
            std::fs::create_dir_all(folder).map_err(failed)?;
        }
        let text = serde_json::to_string_pretty(self).map_err(std::io::Error::from).map_err(failed)?;
        let mut file = std::fs::OpenOptions::new().write(true).create(true).truncate(true).mode(0o600).open(path).map_err(failed)?;
        std::io::Write::write_all(&mut file, format!("{text}\n").as_bytes()).map_err(failed)
    }
}
