//! Signatures of outgoing webhooks, as the Standard Webhooks specification 1.0 writes them.

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use hmac::{Hmac, KeyInit as _, Mac as _};
use redress_domain::id::Entropy;
use sha2::Sha256;

/// What every secret begins with.
pub const SECRET_PREFIX: &str = "whsec_";
/// Bytes of a new secret; the specification wants 24 to 64.
const SECRET_BYTES: usize = 32;

/// The secret cannot be used to sign.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SecretError {
    /// It does not begin as it must.
    #[error("a webhook secret begins with whsec_")]
    Prefix,
    /// What follows is not base64.
    #[error("a webhook secret is base64 after whsec_")]
    Base64,
    /// It is too short or too long.
    #[error("a webhook secret has 24 to 64 bytes after decoding, this one has {0}")]
    Length(usize),
}

/// A new secret.
pub fn new_secret(entropy: &mut dyn Entropy) -> String {
    let mut bytes = [0; SECRET_BYTES];
    for chunk in bytes.chunks_exact_mut(8) {
        chunk.copy_from_slice(&entropy.next_u64().to_be_bytes());
    }
    format!("{SECRET_PREFIX}{}", BASE64_STANDARD.encode(bytes))
}

/// The bytes of a secret.
///
/// # Errors
/// When it is not `whsec_` and base64 of 24 to 64 bytes.
pub fn key(secret: &str) -> Result<Vec<u8>, SecretError> {
    let text = secret.strip_prefix(SECRET_PREFIX).ok_or(SecretError::Prefix)?;
    let bytes = BASE64_STANDARD.decode(text).map_err(|_| SecretError::Base64)?;
    if (24..=64).contains(&bytes.len()) { Ok(bytes) } else { Err(SecretError::Length(bytes.len())) }
}

/// The `webhook-signature` of a body: `v1,` and base64 of HMAC-SHA256 over `id.timestamp.body`.
///
/// # Errors
/// When the secret is malformed.
///
/// # Panics
/// Never: HMAC takes keys of any length.
pub fn signature(secret: &str, id: &str, timestamp: i64, body: &[u8]) -> Result<String, SecretError> {
    let mut mac = Hmac::<Sha256>::new_from_slice(&key(secret)?).expect("HMAC takes keys of any length");
    mac.update(format!("{id}.{timestamp}.").as_bytes());
    mac.update(body);
    Ok(format!("v1,{}", BASE64_STANDARD.encode(mac.finalize().into_bytes())))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The example of the Standard Webhooks libraries' own tests.
    #[test]
    fn signs_the_specification_example() {
        let secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
        let body = br#"{"test": 2432232314}"#;
        let signed = signature(secret, "msg_p5jXN8AQM9LWM0D4loKWxJek", 1_614_265_330, body).unwrap();
        assert_eq!(signed, "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    #[test]
    fn names_what_is_wrong_with_a_secret() {
        assert_eq!(key("secret"), Err(SecretError::Prefix));
        assert_eq!(key("whsec_!"), Err(SecretError::Base64));
        assert_eq!(key("whsec_YWJj"), Err(SecretError::Length(3)));
    }
}
