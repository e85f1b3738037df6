//! `redress:rules/crypto`: signatures with secrets that stay on this side. What a rule hands in and gets back is recorded, so that
//! a replay needs no secret.

use redress_domain::decision::HostCall;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use wasmtime::StoreContextMut;
use wasmtime::component::Linker;

use super::charge;
use crate::bindings::redress::rules::crypto as wit;
use crate::keys::{CryptoError, Keys};
use crate::state::{CallState, Source};

/// Fuel for a signature or a decryption, and for each byte of what goes in.
const FUEL_PER_USE: u64 = 20_000;

/// What was made, as the transcript keeps it.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Reply {
    /// Bytes, in hexadecimal digits.
    Bytes(String),
    Fits(bool),
    Error(CryptoError),
}

pub(super) fn add(linker: &mut Linker<CallState>) -> wasmtime::Result<()> {
    let mut instance = linker.instance("redress:rules/crypto@1.0.0")?;
    instance.func_wrap("hmac-sha256", |store: StoreContextMut<'_, CallState>, (secret, message): (String, Vec<u8>)| {
        let live = |keys: &dyn Keys| keys.hmac_sha256(&secret, &message);
        bytes(store, "crypto/hmac-sha256", json!({ "secret": secret, "message": hex::encode(&message) }), message.len(), live)
    })?;
    instance.func_wrap("rsa-sha256-sign", |store: StoreContextMut<'_, CallState>, (secret, message): (String, Vec<u8>)| {
        let live = |keys: &dyn Keys| keys.rsa_sha256_sign(&secret, &message);
        bytes(store, "crypto/rsa-sha256-sign", json!({ "secret": secret, "message": hex::encode(&message) }), message.len(), live)
    })?;
    instance.func_wrap(
        "rsa-sha256-verify",
        |store: StoreContextMut<'_, CallState>, (secret, message, signature): (String, Vec<u8>, Vec<u8>)| {
            let arguments = json!({ "secret": secret, "message": hex::encode(&message), "signature": hex::encode(&signature) });
            let live = |keys: &dyn Keys| match keys.rsa_sha256_verify(&secret, &message, &signature) {
                Ok(fits) => Reply::Fits(fits),
                Err(error) => Reply::Error(error),
            };
            let reply = make(store, "crypto/rsa-sha256-verify", arguments, &secret, message.len(), live)?;
            Ok((match reply {
                Reply::Fits(fits) => Ok(fits),
                Reply::Error(error) => Err(refused(error)),
                Reply::Bytes(_) => Err(unreadable()),
            },))
        },
    )?;
    instance.func_wrap(
        "aes-gcm-open",
        |store: StoreContextMut<'_, CallState>, (secret, nonce, associated, sealed): (String, Vec<u8>, Vec<u8>, Vec<u8>)| {
            let [nonce_hex, associated_hex, sealed_hex] = [&nonce, &associated, &sealed].map(hex::encode);
            let arguments = json!({ "secret": secret, "nonce": nonce_hex, "associated": associated_hex, "sealed": sealed_hex });
            bytes(store, "crypto/aes-gcm-open", arguments, sealed.len(), |keys| keys.aes_gcm_open(&secret, &nonce, &associated, &sealed))
        },
    )
}

type Bytes = Result<Vec<u8>, wit::CryptoError>;

fn bytes(
    store: StoreContextMut<'_, CallState>,
    function: &'static str,
    arguments: Value,
    length: usize,
    live: impl FnOnce(&dyn Keys) -> Result<Vec<u8>, CryptoError>,
) -> wasmtime::Result<(Bytes,)> {
    let secret = arguments["secret"].as_str().unwrap_or_default().to_owned();
    let reply = make(store, function, arguments, &secret, length, |keys| match live(keys) {
        Ok(made) => Reply::Bytes(hex::encode(made)),
        Err(error) => Reply::Error(error),
    })?;
    Ok((match reply {
        Reply::Bytes(digits) => hex::decode(digits).map_err(|_| unreadable()),
        Reply::Error(error) => Err(refused(error)),
        Reply::Fits(_) => Err(unreadable()),
    },))
}

/// Makes something with a secret, or reads from the transcript what was made then.
fn make(
    mut store: StoreContextMut<'_, CallState>,
    function: &'static str,
    arguments: Value,
    secret: &str,
    length: usize,
    live: impl FnOnce(&dyn Keys) -> Reply,
) -> wasmtime::Result<Reply> {
    let state = store.data_mut();
    state.count_call()?;
    let reply = match &mut state.source {
        Source::Live(_, keys) => {
            let reply = keys.as_deref().map_or_else(|| Reply::Error(CryptoError::NoSecret(secret.to_owned())), live);
            let result = serde_json::to_value(&reply)?;
            state.host_calls.push(HostCall { function: function.to_owned(), arguments, result });
            reply
        }
        Source::Replay(player) => player.answer(function, &arguments)?,
    };
    charge(&mut store, FUEL_PER_USE + length as u64)?;
    Ok(reply)
}

fn refused(error: CryptoError) -> wit::CryptoError {
    match error {
        CryptoError::NoSecret(name) => wit::CryptoError::NoSecret(name),
        CryptoError::Unusable(why) => wit::CryptoError::Unusable(why),
    }
}

fn unreadable() -> wit::CryptoError {
    wit::CryptoError::Unusable("the recorded result is of another kind".to_owned())
}
