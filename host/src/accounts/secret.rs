//! The text of API keys.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use redress_domain::Digest;

use crate::clock::SharedEntropy;

/// What every API key begins with, so that scanners of leaked secrets find it.
pub const KEY_PREFIX: &str = "rdk_";

/// What the token of every customer's link begins with.
pub const LINK_PREFIX: &str = "rpl_";

/// A new token of a customer's link, of 256 random bits, and the digest under which it is kept.
pub fn new_link_token(entropy: &SharedEntropy) -> (String, Digest) {
    let token = format!("{LINK_PREFIX}{}", URL_SAFE_NO_PAD.encode(entropy.secret()));
    let digest = Digest::of(token.as_bytes());
    (token, digest)
}

/// A new key of 256 random bits and the digest under which it is kept.
pub fn new_secret(entropy: &SharedEntropy) -> (String, Digest) {
    let secret = format!("{KEY_PREFIX}{}", URL_SAFE_NO_PAD.encode(entropy.secret()));
    let digest = Digest::of(secret.as_bytes());
    (secret, digest)
}
