//! Signatures on plugins: Ed25519 (RFC 8032) over the SHA-256 of the component's bytes.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use redress_domain::Digest;
use redress_domain::id::SigningKeyId;
use redress_domain::signing_key::SigningKey;

use crate::problem::{Code, Fault, Problem};

/// Header of an upload that carries the signature, base64.
pub const HEADER: &str = "plugin-signature";

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
    let signature = bytes.ok_or_else(|| refuse("invalid_signature", format!("{HEADER} is not a base64 Ed25519 signature")))?;
    let signer = trusted.iter().find(|key| key.public_key.verifies(digest.as_bytes(), &signature)).map(|key| key.id);
    signer.map(Some).ok_or_else(|| refuse("invalid_signature", "no trusted key has signed the SHA-256 of these bytes".to_owned()))
}
