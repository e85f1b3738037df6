//! The secrets of one gateway, open in memory for one piece of work.

use std::collections::BTreeMap;

use aws_lc_rs::aead::{AES_128_GCM, AES_256_GCM, Aad, LessSafeKey, Nonce, UnboundKey};
use aws_lc_rs::rand::SystemRandom;
use aws_lc_rs::rsa::KeyPair;
use aws_lc_rs::signature::{RSA_PKCS1_2048_8192_SHA256, RSA_PKCS1_SHA256, UnparsedPublicKey};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use hmac::{Hmac, KeyInit as _, Mac as _};
use redress_sandbox::{CryptoError, Keys};
use sha2::Sha256;

/// Secrets by the names that the gateway's rule uses.
pub struct Keyring(BTreeMap<String, Vec<u8>>);

impl Keyring {
    /// Secrets by name.
    pub const fn new(secrets: BTreeMap<String, Vec<u8>>) -> Self {
        Self(secrets)
    }

    fn find(&self, name: &str) -> Result<&[u8], CryptoError> {
        self.0.get(name).map(Vec::as_slice).ok_or_else(|| CryptoError::NoSecret(name.to_owned()))
    }

    /// A secret as text, for a header.
    pub fn text(&self, name: &str) -> Option<&str> {
        self.0.get(name).and_then(|bytes| std::str::from_utf8(bytes).ok()).map(str::trim)
    }
}

impl Keys for Keyring {
    fn hmac_sha256(&self, secret: &str, message: &[u8]) -> Result<Vec<u8>, CryptoError> {
        let mut mac = Hmac::<Sha256>::new_from_slice(self.find(secret)?).map_err(|error| unusable(secret, &error.to_string()))?;
        mac.update(message);
        Ok(mac.finalize().into_bytes().to_vec())
    }

    fn rsa_sha256_sign(&self, secret: &str, message: &[u8]) -> Result<Vec<u8>, CryptoError> {
        let (label, der) = pem(self.find(secret)?).ok_or_else(|| unusable(secret, "it is no private key in PEM"))?;
        let key = match label.as_str() {
            "PRIVATE KEY" => KeyPair::from_pkcs8(&der),
            "RSA PRIVATE KEY" => KeyPair::from_der(&der),
            _ => return Err(unusable(secret, &format!("it is a {label}, not a private key"))),
        };
        let key = key.map_err(|error| unusable(secret, &format!("it is no RSA key: {error}")))?;
        let mut signature = vec![0; key.public_modulus_len()];
        key.sign(&RSA_PKCS1_SHA256, &SystemRandom::new(), message, &mut signature).map_err(|_| unusable(secret, "it does not sign"))?;
        Ok(signature)
    }

    fn rsa_sha256_verify(&self, secret: &str, message: &[u8], signature: &[u8]) -> Result<bool, CryptoError> {
        let (label, der) = pem(self.find(secret)?).ok_or_else(|| unusable(secret, "it is no public key or certificate in PEM"))?;
        let key = match label.as_str() {
            "CERTIFICATE" => public_key_of(&der).ok_or_else(|| unusable(secret, "its certificate cannot be read"))?.to_vec(),
            "PUBLIC KEY" | "RSA PUBLIC KEY" => der,
            _ => return Err(unusable(secret, &format!("it is a {label}, not a public key or certificate"))),
        };
        Ok(UnparsedPublicKey::new(&RSA_PKCS1_2048_8192_SHA256, key).verify(message, signature).is_ok())
    }

    fn aes_gcm_open(&self, secret: &str, nonce: &[u8], associated: &[u8], sealed: &[u8]) -> Result<Vec<u8>, CryptoError> {
        let key = self.find(secret)?;
        let algorithm = match key.len() {
            16 => &AES_128_GCM,
            32 => &AES_256_GCM,
            other => return Err(unusable(secret, &format!("it has {other} bytes, an AES key has 16 or 32"))),
        };
        let key = UnboundKey::new(algorithm, key).map(LessSafeKey::new).map_err(|_| unusable(secret, "it is no AES key"))?;
        let nonce = Nonce::try_assume_unique_for_key(nonce).map_err(|_| unusable(secret, "the nonce has not 12 bytes"))?;
        let mut text = sealed.to_vec();
        let opened = key.open_in_place(nonce, Aad::from(associated), &mut text);
        Ok(opened.map_err(|_| unusable(secret, "it does not open what was sealed"))?.to_vec())
    }
}

fn unusable(secret: &str, why: &str) -> CryptoError {
    CryptoError::Unusable(format!("secret '{secret}' cannot be used: {why}"))
}

/// Label and content of the first PEM block (RFC 7468).
fn pem(text: &[u8]) -> Option<(String, Vec<u8>)> {
    let text = std::str::from_utf8(text).ok()?;
    let (_, rest) = text.split_once("-----BEGIN ")?;
    let (label, rest) = rest.split_once("-----")?;
    let (body, _) = rest.split_once("-----END ")?;
    let digits: String = body.split_whitespace().collect();
    Some((label.to_owned(), STANDARD.decode(digits).ok()?))
}

/// The public key in an X.509 certificate (RFC 5280 §4.1): the seventh part of what is signed, or the sixth where the version is
/// left out. The key is all that is used of it: the operator vouches for the certificate by storing it.
fn public_key_of(certificate: &[u8]) -> Option<&[u8]> {
    let (signed, _) = part(content(certificate)?)?;
    let mut rest = content(signed)?;
    if rest.first() == Some(&0xa0) {
        rest = part(rest)?.1;
    }
    // Serial number, algorithm, issuer, validity, subject.
    for _ in 0..5 {
        rest = part(rest)?.1;
    }
    Some(part(rest)?.0)
}

/// The first element of DER and what follows it.
fn part(der: &[u8]) -> Option<(&[u8], &[u8])> {
    let (header, length) = measure(der)?;
    der.split_at_checked(header.checked_add(length)?)
}

/// What the first element of DER holds.
fn content(der: &[u8]) -> Option<&[u8]> {
    let (header, length) = measure(der)?;
    der.get(header..header.checked_add(length)?)
}

/// Lengths of the first element's header and content (X.690 §8.1.3).
fn measure(der: &[u8]) -> Option<(usize, usize)> {
    let first = usize::from(*der.get(1)?);
    if first < 0x80 {
        return Some((2, first));
    }
    let count = first & 0x7f;
    if count == 0 || count > 4 {
        return None;
    }
    let length = der.get(2..2 + count)?.iter().fold(0, |length, byte| length << 8 | usize::from(*byte));
    Some((2 + count, length))
}
