//! Signatures on plugins: Ed25519 (RFC 8032) over the SHA-256 of the component's bytes.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use ed25519_dalek::{Signature, VerifyingKey};
use redress_domain::Digest;
use redress_domain::id::SigningKeyId;
use redress_domain::signing_key::SigningKey;

use crate::problem::{Code, Fault, Problem};

/// Header of an upload that carries the signature, base64.
pub const HEADER: &str = "plugin-signature";

/// A public key from its 64 hexadecimal digits.
///
/// # Errors
/// What is wrong with it, in words.
pub fn public_key(text: &str) -> Result<VerifyingKey, String> {
    let wrong = || "use the 64 hexadecimal digits of an Ed25519 public key".to_owned();
    let bytes: [u8; 32] = hex::decode(text).ok().and_then(|bytes| bytes.try_into().ok()).ok_or_else(wrong)?;
    VerifyingKey::from_bytes(&bytes).ok().filter(|key| !key.is_weak()).ok_or_else(|| "this is no key that can be trusted".to_owned())
}

/// Which trusted key has signed a component; `None` when no signature came and none is required.
///
/// # Errors
/// 422 `plugin_rejected` when one is required and missing, or when it fits no key.
pub fn check(digest: Digest, given: Option<&str>, trusted: &[SigningKey], required: bool) -> Result<Option<SigningKeyId>, Problem> {
    let refuse = |code: &str, message: String| {
        let fault = Fault { code: Some(code.to_owned()), ..Fault::at("", message.clone()) };
        Problem::new(Code::PluginRejected, message).with(vec![fault])
    };
    let Some(text) = given else {
        return if required {
            Err(refuse("signature_required", format!("this tenant takes signed plugins only: send the header {HEADER}")))
        } else {
            Ok(None)
        };
    };
    let bytes: Option<[u8; 64]> = STANDARD.decode(text.trim()).ok().and_then(|bytes| bytes.try_into().ok());
    let signature = bytes.map(|bytes| Signature::from_bytes(&bytes));
    let signature = signature.ok_or_else(|| refuse("invalid_signature", format!("{HEADER} is not a base64 Ed25519 signature")))?;
    let fits = |key: &&SigningKey| public_key(&key.public_key).is_ok_and(|key| key.verify_strict(digest.as_bytes(), &signature).is_ok());
    let signer = trusted.iter().find(fits).map(|key| key.id);
    signer.map(Some).ok_or_else(|| refuse("invalid_signature", "no trusted key has signed the SHA-256 of these bytes".to_owned()))
}
