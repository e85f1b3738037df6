//! Passwords of people, kept as Argon2id hashes (RFC 9106) with the settings that OWASP recommends.

use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{PasswordHasher as _, PasswordVerifier as _};
use argon2::{Algorithm, Argon2, Params, Version};
use redress_domain::Timestamp;
use redress_domain::id::{ApiKeyId, UserId};
use redress_domain::tenant::{ApiKey, User};
use redress_store::{TenantTx, api_key, password};

use super::{IssuedKey, new_secret};
use crate::app::App;
use crate::problem::Problem;

/// Shortest and longest password, in characters. Length is what makes them hard to guess; nothing else is asked (NIST SP 800-63B-4
/// §3.1.1.2).
const SHORTEST: usize = 10;
const LONGEST: usize = 200;

/// What is compared when a user has no password, so that the time tells nothing: the hash of a text that nobody knows.
const NOBODY: &str = "$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

fn argon2() -> Argon2<'static> {
    let params = Params::new(19_456, 2, 1, None).unwrap_or_default();
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
}

/// The hash of a new password, as a PHC string. It takes tens of milliseconds on a thread of its own.
///
/// # Errors
/// 422 at `pointer` when it is too short or too long.
pub async fn hash_password(app: &App, pointer: &str, password: String) -> Result<String, Problem> {
    if !(SHORTEST..=LONGEST).contains(&password.chars().count()) {
        return Err(Problem::invalid(pointer, format!("a password has {SHORTEST} to {LONGEST} characters; several words make a good one")));
    }
    let salt = app.entropy.secret();
    let hashed = tokio::task::spawn_blocking(move || {
        let salt = salt.get(..16).unwrap_or(&salt);
        argon2().hash_password_with_salt(password.as_bytes(), salt).map(|hash| hash.to_string())
    });
    hashed.await.map_err(|error| Problem::internal(&error))?.map_err(|error| Problem::internal(&error))
}

/// True when the password is that of the hash; it takes as long when there is none.
pub async fn is_password(hash: Option<String>, password: String) -> Result<bool, Problem> {
    let compared = tokio::task::spawn_blocking(move || {
        let known = hash.is_some();
        let text = hash.unwrap_or_else(|| NOBODY.to_owned());
        let same = PasswordHash::new(&text).is_ok_and(|hash| argon2().verify_password(password.as_bytes(), &hash).is_ok());
        same && known
    });
    compared.await.map_err(|error| Problem::internal(&error))
}

/// Sets a user's password, and ends what was opened with the one before.
///
/// # Errors
/// What the store says.
pub async fn set_password(tx: &mut TenantTx, user: UserId, hash: &str, now: Timestamp) -> Result<(), Problem> {
    password::set(tx, user, hash, now).await?;
    api_key::end_sessions(tx, user, now).await?;
    Ok(())
}

/// Opens a session: a key of all the user may do, which ends by itself.
///
/// # Errors
/// What the store says.
pub async fn open_session(app: &App, tx: &mut TenantTx, user: &User) -> Result<IssuedKey, Problem> {
    let (secret, secret_digest) = new_secret(&app.entropy);
    let now = app.clock.now();
    let key = ApiKey {
        id: app.new_id(ApiKeyId::generate),
        user: user.id,
        name: "console".to_owned(),
        secret_digest,
        scopes: None,
        created_at: now,
        revoked_at: None,
        expires_at: Some(now.plus(chrono::Duration::hours(app.config.auth.session_hours.into()))),
    };
    api_key::insert(tx, &key).await?;
    Ok(IssuedKey { key, secret })
}
