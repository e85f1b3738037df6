//! Settings: embedded defaults < file < environment < flags, with unknown keys refused.

mod load;
mod mail;
mod secret;
mod section;

pub use load::{ConfigError, DEFAULTS, Overrides, load};
pub use mail::{Mail, MailFault, Relay, Security};
pub use secret::Secret;
pub use section::{Auth, Config, Database, Log, LogFormat, Portal, Print, Sandbox, Server, Storage, StorageKind, Worker};
