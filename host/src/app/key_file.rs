//! Secret keys in files of their own: the one that authenticates compiled plugins, and the one that signs receipts.

use std::fs::{File, OpenOptions};
use std::io::{ErrorKind, Read as _, Write as _};
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::Path;

use crate::clock::SharedEntropy;

/// Reads the key, or makes one that only the server's user can read.
///
/// # Errors
/// When the file cannot be read or made, or does not hold 64 hexadecimal digits.
pub(super) fn read_or_make(path: &Path, entropy: &SharedEntropy) -> std::io::Result<[u8; 32]> {
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder)?;
    }
    match OpenOptions::new().write(true).create_new(true).mode(0o600).open(path) {
        Ok(mut file) => {
            let key = entropy.secret();
            file.write_all(hex::encode(key).as_bytes())?;
            Ok(key)
        }
        Err(error) if error.kind() == ErrorKind::AlreadyExists => {
            let mut text = String::new();
            File::open(path)?.take(1024).read_to_string(&mut text)?;
            let mut key = [0; 32];
            hex::decode_to_slice(text.trim(), &mut key).map_err(|error| std::io::Error::new(ErrorKind::InvalidData, error))?;
            Ok(key)
        }
        Err(error) => Err(error),
    }
}
