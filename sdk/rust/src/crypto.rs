//! What the host does with secrets for a rule.

use crate::gateway::CryptoError;
use crate::host::Host;
use crate::{RuleError, Violation};

/// The gateway's secrets, by name. They stay with the host; what is made with them is recorded.
#[derive(Clone, Copy)]
pub struct Crypto<'a>(&'a Host);

impl<'a> Crypto<'a> {
    pub(crate) const fn new(host: &'a Host) -> Self {
        Self(host)
    }

    /// HMAC-SHA256 with the secret as the key.
    ///
    /// # Errors
    /// No such secret.
    pub fn hmac_sha256(&self, secret: &str, message: &[u8]) -> Result<Vec<u8>, CryptoError> {
        self.0.hmac_sha256(secret, message)
    }

    /// RSASSA-PKCS1-v1_5 with SHA-256; the secret is a private key in PEM.
    ///
    /// # Errors
    /// No such secret, or it is another kind of key.
    pub fn rsa_sha256_sign(&self, secret: &str, message: &[u8]) -> Result<Vec<u8>, CryptoError> {
        self.0.rsa_sha256_sign(secret, message)
    }

    /// True when such a signature fits; the secret is a public key or a certificate in PEM.
    ///
    /// # Errors
    /// No such secret, or it is another kind of key.
    pub fn rsa_sha256_verify(&self, secret: &str, message: &[u8], signature: &[u8]) -> Result<bool, CryptoError> {
        self.0.rsa_sha256_verify(secret, message, signature)
    }

    /// Opens what AES-GCM sealed; the secret is the key.
    ///
    /// # Errors
    /// No such secret, or it does not open it.
    pub fn aes_gcm_open(&self, secret: &str, nonce: &[u8], associated: &[u8], sealed: &[u8]) -> Result<Vec<u8>, CryptoError> {
        self.0.aes_gcm_open(secret, nonce, associated, sealed)
    }
}

impl From<CryptoError> for RuleError {
    fn from(error: CryptoError) -> Self {
        match error {
            CryptoError::NoSecret(name) => Self::Config(vec![Violation::new("", format!("the gateway has no secret '{name}'"))]),
            CryptoError::Unusable(why) => Self::Unavailable(why),
        }
    }
}
