//! The settings by section. `config.default.toml` says what each means and holds every default.

use std::collections::BTreeMap;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::path::PathBuf;
use std::time::Duration;

use redress_domain::PublicKey;
use redress_domain::plan::Plan;
use serde::{Deserialize, Serialize};

use super::{Mail, Secret};

/// All settings.
#[derive(Debug, Clone, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Config {
    /// Listening and stopping.
    pub server: Server,
    /// Where data lives.
    pub database: Database,
    /// Where rules run.
    pub sandbox: Sandbox,
    /// How papers are printed.
    pub print: Print,
    /// What decisions are signed with.
    pub receipts: Receipts,
    /// What tenants' secrets are sealed with.
    pub secrets: Secrets,
    /// Who may call.
    pub auth: Auth,
    /// What tenants' plans pay for, by name.
    pub plans: BTreeMap<String, Plan>,
    /// Where files lie.
    pub storage: Storage,
    /// What customers may do.
    pub portal: Portal,
    /// The server that takes mail.
    pub mail: Mail,
    /// Work beside requests.
    pub worker: Worker,
    /// What is written to the log.
    pub log: Log,
}

/// `[server]`
#[derive(Debug, Clone, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Server {
    /// Address to listen on.
    pub host: IpAddr,
    /// TCP port; 0 lets the system choose.
    pub port: u16,
    /// Key that may create tenants; empty for one made at the start.
    pub operator_key: Secret,
    /// File that holds `operator_key`; empty for none.
    pub operator_key_file: PathBuf,
    /// Seconds to finish after SIGTERM.
    pub shutdown_grace_s: u64,
}

impl Server {
    /// Where a browser on this machine reaches it.
    pub fn reached_at(&self) -> SocketAddr {
        let host = if self.host.is_unspecified() { IpAddr::from(Ipv4Addr::LOCALHOST) } else { self.host };
        SocketAddr::new(host, self.port)
    }
}

/// `[database]`
#[derive(Debug, Clone, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Database {
    /// `sqlite:PATH` or `postgres://…`.
    pub url: Secret,
    /// File that holds `url`; empty for none.
    pub url_file: PathBuf,
    /// Apply missing migrations at the start.
    pub migrate: bool,
}

/// `[sandbox]`
#[derive(Debug, Clone, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Sandbox {
    /// Compiled plugins.
    pub cache_dir: PathBuf,
    /// Key that authenticates them.
    pub mac_key_file: PathBuf,
    /// Calls at once; 0 for the number of cores.
    pub threads: usize,
}

/// `[print]`
#[derive(Debug, Clone, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Print {
    /// Folder with font files.
    pub fonts_dir: PathBuf,
    /// Family that papers are printed in.
    pub font_family: String,
    /// Papers in work at once.
    pub at_once: usize,
}

/// `[receipts]`
#[derive(Debug, Clone, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Receipts {
    /// Key that signs receipts.
    pub key_file: PathBuf,
    /// Public halves of keys that signed before.
    pub retired_keys: Vec<PublicKey>,
}

/// `[secrets]`
#[derive(Debug, Clone, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Secrets {
    /// Key that seals them.
    pub key_file: PathBuf,
}

/// `[auth]`
#[derive(Debug, Clone, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Auth {
    /// Milliseconds for which a found key is not looked up again.
    pub cache_ms: u32,
    /// Hours for which people stay signed in.
    pub session_hours: u32,
}

/// `[storage]`
#[derive(Debug, Clone, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Storage {
    /// What kind of place.
    pub kind: StorageKind,
    /// The folder.
    pub folder: PathBuf,
    /// Address of the S3 service; empty for Amazon's own.
    pub endpoint: String,
    /// The bucket.
    pub bucket: String,
    /// The region.
    pub region: String,
    /// Public half of the credentials.
    pub access_key: String,
    /// Secret half of the credentials.
    pub secret_key: Secret,
    /// File that holds `secret_key`; empty for none.
    pub secret_key_file: PathBuf,
    /// Seconds that one request to the service may take.
    pub timeout_s: u64,
    /// Times that a failed request is sent again.
    pub retries: usize,
    /// Largest image in bytes.
    pub image_bytes: u64,
    /// Largest video in bytes.
    pub video_bytes: u64,
    /// Largest other file in bytes.
    pub file_bytes: u64,
    /// Media types that are taken.
    pub media_types: Vec<String>,
    /// Seconds that an upload may stand still.
    pub idle_s: u64,
    /// Seconds that an upload may take altogether.
    pub total_s: u64,
    /// Hours after which an unused upload goes.
    pub unused_hours: u32,
    /// Uploads at once; one tenant takes at most a quarter of them.
    pub uploads: usize,
}

/// Where files lie.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum StorageKind {
    /// A folder of this machine.
    Folder,
    /// A bucket of any service that speaks S3.
    S3,
}

/// `[portal]`
#[derive(Debug, Clone, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Portal {
    /// Page that links lead to; the token follows.
    pub url: String,
    /// Days that a link works.
    pub link_days: u32,
    /// Ask customers after the end.
    pub survey: bool,
    /// Days that a survey waits for its answer.
    pub survey_days: u32,
    /// Score up to which the supervisor gets a task.
    pub low_score: u8,
    /// Requests a minute with one link.
    pub link_per_minute: u32,
    /// Requests a minute from one address.
    pub address_per_minute: u32,
    /// Looks for an order that find none, from one address or for one order, within an hour.
    pub lookups_per_hour: u32,
    /// The last address in `X-Forwarded-For` is the customer's.
    pub behind_proxy: bool,
}

/// `[worker]`
#[derive(Debug, Clone, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Worker {
    /// Work in this process.
    pub enabled: bool,
    /// Milliseconds between looks for work.
    pub poll_ms: u64,
    /// Seconds a claim holds.
    pub lease_s: u32,
    /// Messages claimed at once.
    pub batch: u32,
    /// Tries before the dead letters.
    pub max_attempts: u32,
    /// Milliseconds before the first retry.
    pub backoff_ms: u32,
    /// Seconds a receiver has to answer.
    pub timeout_s: u64,
    /// Webhooks may reach this server's own network.
    pub private_webhooks: bool,
    /// Seconds between two purges.
    pub purge_s: u64,
    /// Hours an `Idempotency-Key` is remembered.
    pub idempotency_hours: u32,
}

impl Worker {
    /// Time between looks for work.
    pub const fn poll(&self) -> Duration {
        Duration::from_millis(self.poll_ms)
    }

    /// Time a receiver has to answer.
    pub const fn timeout(&self) -> Duration {
        Duration::from_secs(self.timeout_s)
    }
}

/// `[log]`
#[derive(Debug, Clone, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Log {
    /// For machines or for eyes.
    pub format: LogFormat,
    /// Levels, as `tracing_subscriber::EnvFilter` reads them.
    pub filter: String,
}

/// How log lines look.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum LogFormat {
    /// One JSON object a line.
    Json,
    /// Coloured text.
    Text,
}
