//! The keys that sign receipts: Ed25519 (RFC 8032).

use std::fmt;

use ed25519_dalek::{Signer as _, SigningKey};
use serde::{Deserialize, Serialize};

use super::Receipt;
use super::statement::Statement;
use crate::digest::Digest;
use crate::public_key::PublicKey;

/// Name of a key: `rkey_` and the first 16 hexadecimal digits of the SHA-256 of its public half.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema), schema(value_type = String, examples("rkey_3c6e0b8a9c15224a")))]
pub struct KeyId(String);

impl fmt::Display for KeyId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl KeyId {
    /// The name of a key.
    pub fn of(key: PublicKey) -> Self {
        Self(format!("rkey_{}", hex::encode(&Digest::of(key.as_bytes()).as_bytes()[..8])))
    }
}

/// Signs receipts. The secret half is wiped from memory when it is dropped, and printed nowhere.
pub struct Signer(SigningKey);

impl Signer {
    /// The signer of a secret of 32 random bytes.
    pub fn new(secret: &[u8; 32]) -> Self {
        Self(SigningKey::from_bytes(secret))
    }

    /// What checks its signatures.
    pub fn public_key(&self) -> PublicKey {
        PublicKey::of(&self.0)
    }

    /// Signs a statement that names this key.
    pub fn sign(&self, statement: Statement) -> Receipt {
        let signature = hex::encode(self.0.sign(statement.signed_text().as_bytes()).to_bytes());
        Receipt { statement, public_key: self.public_key(), signature, material: None }
    }
}

impl fmt::Debug for Signer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Signer({})", KeyId::of(self.public_key()))
    }
}
