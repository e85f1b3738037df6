//! What gateways' rules cannot do themselves: keep secrets, sign with them, reach the network.

mod keyring;
mod open;
mod send;
mod vault;

pub use keyring::Keyring;
pub use open::{NotOpen, open, open_any};
pub use send::{Allowed, allowed, send};
pub use vault::{Vault, VaultError};
