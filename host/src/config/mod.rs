//! Settings: embedded defaults < file < environment < flags, with unknown keys refused.

mod load;
mod secret;
mod section;

pub use load::{ConfigError, DEFAULTS, Overrides, load};
pub use secret::Secret;
pub use section::{Auth, Config, Database, Log, LogFormat, Portal, Print, Sandbox, Server, Storage, StorageKind, Worker};
