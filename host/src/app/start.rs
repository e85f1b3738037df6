//! Opens what a server or a command needs, by the settings.

use std::path::PathBuf;
use std::sync::Arc;

use redress_domain::receipt::Signer;
use redress_print::{Fonts, Limits, Printer};
use redress_sandbox::{Sandbox, SandboxOptions};
use redress_store::Store;

use super::key_file;
use crate::cli::{COMPILE_COMMAND, PRINT_COMMAND};
use crate::clock::{OsEntropy, SharedEntropy};
use crate::config::{Config, ConfigError};
use crate::gateways::Vault;

/// Why the server cannot start.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    /// The settings.
    #[error(transparent)]
    Config(#[from] ConfigError),
    /// The database.
    #[error("the database cannot be used: {0}")]
    Store(#[from] redress_store::Error),
    /// The sandbox.
    #[error("the sandbox cannot start: {0}")]
    Sandbox(#[from] redress_sandbox::Error),
    /// The key of the artefact cache.
    #[error("sandbox.mac_key_file {path} cannot be used: {source}; delete it to have a new one made")]
    MacKey {
        /// The file.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// The key of receipts.
    #[error("receipts.key_file {path} cannot be used: {source}; it holds 64 hexadecimal digits, and a missing one is made")]
    ReceiptKey {
        /// The file.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// The key of secrets.
    #[error("secrets.key_file {path} cannot be used: {source}; it holds 64 hexadecimal digits, and a missing one is made")]
    SecretKey {
        /// The file.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// The cipher of secrets.
    #[error(transparent)]
    Vault(#[from] crate::gateways::VaultError),
    /// The place of attachments.
    #[error("[storage] cannot be used: {0}")]
    Storage(#[from] crate::attachments::StorageError),
    /// A file or a socket.
    #[error("cannot {what}: {source}")]
    Io {
        /// What was tried.
        what: String,
        /// Why it failed.
        source: std::io::Error,
    },
    /// The client of outgoing webhooks.
    #[error("the HTTP client cannot start: {0}")]
    Client(#[from] reqwest::Error),
    /// The server that takes mail.
    #[error(transparent)]
    Mailer(#[from] crate::notify::mail::MailerError),
    /// The metrics.
    #[error("metrics cannot start: {0}")]
    Metrics(#[from] metrics_exporter_prometheus::BuildError),
    /// The demo shop.
    #[error("the demo shop cannot be planted: {0}")]
    Demo(#[from] crate::demo::seed::SeedError),
    /// What a command was asked to do.
    #[error("{0}")]
    Refused(#[from] crate::problem::Problem),
}

/// Randomness for a process, from the operating system.
pub fn entropy() -> SharedEntropy {
    SharedEntropy::seeded_from(&mut OsEntropy)
}

/// Opens the database, and brings its schema up to date when the settings say so.
///
/// # Errors
/// When it cannot be reached, or a migration fails.
pub async fn database(config: &Config) -> Result<Store, StartError> {
    let url = config.database.url.expose();
    if let Some(folder) =
        url.strip_prefix("sqlite:").map(|path| PathBuf::from(path.trim_start_matches("//"))).as_deref().and_then(|path| path.parent())
    {
        std::fs::create_dir_all(folder)
            .map_err(|source| StartError::Io { what: format!("make the folder {}", folder.display()), source })?;
    }
    let store = Store::open(url).await?;
    if config.database.migrate {
        store.migrate().await?;
    }
    Ok(store)
}

/// Starts the sandbox; plugins are compiled by this same program in another process.
///
/// # Errors
/// When the engine refuses, or the key file or the cache folder cannot be used.
pub fn sandbox(config: &Config, entropy: &SharedEntropy) -> Result<Arc<Sandbox>, StartError> {
    let path = &config.sandbox.mac_key_file;
    let key = key_file::read_or_make(path, entropy).map_err(|source| StartError::MacKey { path: path.clone(), source })?;
    let program = std::env::current_exe().map_err(|source| StartError::Io { what: "find this program's file".to_owned(), source })?;
    let mut options = SandboxOptions::new(config.sandbox.cache_dir.clone(), key, (program, vec![COMPILE_COMMAND.into()]));
    options.permits = config.sandbox.threads;
    Ok(Sandbox::new(options)?)
}

/// The printer; papers are typeset by this same program in another process.
///
/// # Errors
/// When this program's file cannot be found.
pub fn printer(config: &Config) -> Result<Printer, StartError> {
    let program = std::env::current_exe().map_err(|source| StartError::Io { what: "find this program's file".to_owned(), source })?;
    let print = &config.print;
    let fonts = Fonts { folder: print.fonts_dir.clone(), family: print.font_family.clone() };
    let limits = Limits { at_once: print.at_once, ..Limits::default() };
    Ok(Printer::new((program, vec![PRINT_COMMAND.into()]), fonts, limits))
}

/// The signer of receipts, with a key that only the server's user can read.
///
/// # Errors
/// When the key file cannot be used.
pub fn signer(config: &Config, entropy: &SharedEntropy) -> Result<Arc<Signer>, StartError> {
    let path = &config.receipts.key_file;
    let key = key_file::read_or_make(path, entropy).map_err(|source| StartError::ReceiptKey { path: path.clone(), source })?;
    Ok(Arc::new(Signer::new(&key)))
}

/// The vault of tenants' secrets, with a key that only the server's user can read.
///
/// # Errors
/// When the key file cannot be used.
pub fn vault(config: &Config, entropy: &SharedEntropy) -> Result<Arc<Vault>, StartError> {
    let path = &config.secrets.key_file;
    let key = key_file::read_or_make(path, entropy).map_err(|source| StartError::SecretKey { path: path.clone(), source })?;
    Ok(Arc::new(Vault::new(&key)?))
}
