//! Puts the layers of settings together.

use std::path::{Path, PathBuf};

use figment::Figment;
use figment::providers::{Env, Format as _, Serialized, Toml};
use figment::value::{Dict, Map};

use super::{Config, MailFault, Secret};

/// The defaults with their explanations, as shipped.
pub const DEFAULTS: &str = include_str!("config.default.toml");

/// What flags on the command line set; they win over everything else.
#[derive(Debug, Clone, Default)]
pub struct Overrides {
    /// `--config`
    pub file: Option<PathBuf>,
    /// `--port`
    pub port: Option<u16>,
    /// `--database-url`
    pub database_url: Option<String>,
    /// `--no-worker`
    pub no_worker: bool,
}

/// Why the settings cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum ConfigError {
    /// A layer has an unknown key or a value of the wrong type; the text names the key and where it comes from.
    #[error("settings cannot be used: {0}; `redress config defaults` lists what is allowed")]
    Invalid(#[from] Box<figment::Error>),
    /// `log.filter` cannot be read.
    #[error("log.filter is '{filter}', which is no filter: {source}; it reads like \"info\" or \"warn,redress=debug\"")]
    Filter {
        /// The filter.
        filter: String,
        /// Why.
        source: tracing_subscriber::filter::ParseError,
    },
    /// `[mail]` does not fit together.
    #[error(transparent)]
    Mail(#[from] MailFault),
    /// A file named by a setting cannot be read.
    #[error("{setting} names {path}, which cannot be read: {source}")]
    File {
        /// The setting.
        setting: &'static str,
        /// The file.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
}

/// Reads all layers.
///
/// # Errors
/// [`ConfigError`] names the key or the file at fault.
pub fn load(overrides: &Overrides) -> Result<Config, ConfigError> {
    let mut figment = Figment::from(Toml::string(DEFAULTS));
    if let Some(path) = &overrides.file {
        if let Err(source) = std::fs::metadata(path) {
            return Err(ConfigError::File { setting: "--config", path: path.clone(), source });
        }
        figment = figment.merge(Toml::file_exact(path));
    }
    figment = figment
        .merge(Env::prefixed("REDRESS__").split("__"))
        .merge(Env::raw().only(&["PORT"]).map(|_| "server.port".into()))
        .merge(Env::raw().only(&["REDRESS_DATABASE_URL"]).map(|_| "database.url".into()));
    figment = figment.merge(Serialized::defaults(flags(overrides)));
    let mut config: Config = figment.extract().map_err(Box::new)?;
    from_file("server.operator_key_file", &config.server.operator_key_file, &mut config.server.operator_key)?;
    from_file("database.url_file", &config.database.url_file, &mut config.database.url)?;
    from_file("storage.secret_key_file", &config.storage.secret_key_file, &mut config.storage.secret_key)?;
    from_file("mail.password_file", &config.mail.password_file, &mut config.mail.password)?;
    config.mail.relay()?;
    if config.portal.url.is_empty() {
        config.portal.url = format!("http://{}/portal/#", config.server.reached_at());
    }
    tracing_subscriber::EnvFilter::try_new(&config.log.filter)
        .map_err(|source| ConfigError::Filter { filter: config.log.filter.clone(), source })?;
    Ok(config)
}

fn flags(overrides: &Overrides) -> Map<String, Dict> {
    let mut sections: Map<String, Dict> = Map::new();
    let mut set = |section: &str, key: &str, value: figment::value::Value| {
        sections.entry(section.to_owned()).or_default().insert(key.to_owned(), value);
    };
    if let Some(port) = overrides.port {
        set("server", "port", port.into());
    }
    if let Some(url) = &overrides.database_url {
        set("database", "url", url.clone().into());
    }
    if overrides.no_worker {
        set("worker", "enabled", false.into());
    }
    sections
}

fn from_file(setting: &'static str, path: &Path, secret: &mut Secret) -> Result<(), ConfigError> {
    if path.as_os_str().is_empty() {
        return Ok(());
    }
    let text = std::fs::read_to_string(path).map_err(|source| ConfigError::File { setting, path: path.to_owned(), source })?;
    *secret = Secret::from(text.trim_end_matches(['\r', '\n']).to_owned());
    Ok(())
}
