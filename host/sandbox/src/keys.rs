//! Secrets that a gateway's rule may use but never see. The server implements this; what was made with a secret is recorded, the
//! secret is not.

use serde::{Deserialize, Serialize};

/// Why nothing was made with a secret.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[serde(rename_all = "snake_case")]
pub enum CryptoError {
    /// The gateway was not given a secret of this name.
    #[error("the gateway has no secret '{0}': store it and name it in the gateway's `secrets`")]
    NoSecret(String),
    /// The secret is not a key of the kind that is needed, or the data do not fit it.
    #[error("{0}")]
    Unusable(String),
}

/// The secrets of one gateway, by the names its rule uses.
pub trait Keys: Send + Sync {
    /// HMAC-SHA256 (RFC 2104).
    ///
    /// # Errors
    /// No such secret.
    fn hmac_sha256(&self, secret: &str, message: &[u8]) -> Result<Vec<u8>, CryptoError>;
    /// RSASSA-PKCS1-v1_5 with SHA-256 (RFC 8017).
    ///
    /// # Errors
    /// No such secret, or it is no private RSA key in PEM.
    fn rsa_sha256_sign(&self, secret: &str, message: &[u8]) -> Result<Vec<u8>, CryptoError>;
    /// Whether such a signature fits.
    ///
    /// # Errors
    /// No such secret, or it is no public RSA key or certificate in PEM.
    fn rsa_sha256_verify(&self, secret: &str, message: &[u8], signature: &[u8]) -> Result<bool, CryptoError>;
    /// Opens what AES-GCM (NIST SP 800-38D) sealed.
    ///
    /// # Errors
    /// No such secret, it is no AES key, or what was sealed was sealed otherwise.
    fn aes_gcm_open(&self, secret: &str, nonce: &[u8], associated: &[u8], sealed: &[u8]) -> Result<Vec<u8>, CryptoError>;
}
