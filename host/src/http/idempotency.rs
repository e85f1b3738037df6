//! `Idempotency-Key`: a POST that is sent twice is done once.
//!
//! The key, a digest of the request and the answer are written in the transaction that does the work, so that either both
//! are there or neither. A key belongs to a tenant; the digest covers user, method, path and body, so that a key never
//! shows one user the answer of another.

use axum::body::Body;
use axum::extract::{FromRequest, Request};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use redress_domain::Digest;
use redress_domain::clock::Timestamp;
use redress_store::audit::Trail;
use redress_store::idempotency::{self, Stored};
use redress_store::{TenantTx, TxFuture};
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::answer::{Answer, etag};
use super::auth::Caller;
use super::body::{self, MAX_JSON};
use super::json;
use super::once::Sender;
use crate::problem::{Code, Problem};

/// Says that an answer is a repeat.
const REPLAYED: &str = "idempotency-replayed";

/// Longest key in bytes.
const MAX_KEY: usize = 200;

/// A JSON body of at most `MAX` bytes with the key of its request.
pub struct Command<T, const MAX: usize = MAX_JSON> {
    /// What is asked.
    pub body: T,
    /// Its key.
    pub idempotency: Idempotency,
}

impl<S: Send + Sync, T: DeserializeOwned, const MAX: usize> FromRequest<S> for Command<T, MAX> {
    type Rejection = Problem;

    async fn from_request(request: Request, _: &S) -> Result<Self, Problem> {
        let (parts, body) = request.into_parts();
        body::require_type(&parts.headers, "application/json")?;
        let bytes = body::read(body, MAX).await?;
        let idempotency = Idempotency::new(&parts, &bytes)?;
        Ok(Self { body: json::parse(&bytes)?, idempotency })
    }
}

/// The key of a POST without a body; a body of nothing or `{}` is let through.
pub struct Bare(pub Idempotency);

impl<S: Send + Sync> FromRequest<S> for Bare {
    type Rejection = Problem;

    async fn from_request(request: Request, _: &S) -> Result<Self, Problem> {
        let (parts, body) = request.into_parts();
        let bytes = body::read(body, MAX_JSON).await?;
        if !bytes.is_empty() {
            json::parse::<Nothing>(&bytes)?;
        }
        Idempotency::new(&parts, &bytes).map(Self)
    }
}

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct Nothing {}

/// The key of a request and what it was sent with.
#[derive(Debug, Clone)]
pub struct Idempotency {
    key: Option<String>,
    request: Digest,
}

impl Idempotency {
    /// Takes the key from the headers of a request and fingerprints the request.
    ///
    /// # Errors
    /// 400 `invalid_idempotency_key`.
    pub fn new(parts: &axum::http::request::Parts, body: &[u8]) -> Result<Self, Problem> {
        let key = key(&parts.headers)?;
        let mut request = Vec::new();
        if key.is_some() {
            request.extend_from_slice(format!("{} {}\n", parts.method, parts.uri).as_bytes());
            request.extend_from_slice(Digest::of(body).as_bytes());
        }
        Ok(Self { key, request: Digest::of(&request) })
    }

    /// The key of the request, for what is told apart by it in another way.
    pub fn key(&self) -> Option<&str> {
        self.key.as_deref()
    }

    /// No key, for requests that cannot be repeated.
    pub fn none() -> Self {
        Self { key: None, request: Digest::of(b"") }
    }

    /// The same key within a part of the tenant's keys, so that a customer's key never meets a program's.
    #[must_use]
    pub fn within(mut self, part: &str) -> Self {
        self.key = self.key.map(|key| format!("{part}:{key}"));
        self
    }

    /// True when the request has a key.
    pub const fn is_set(&self) -> bool {
        self.key.is_some()
    }

    /// Does `work` in one write transaction, once: a repeat answers what the first answered.
    ///
    /// # Errors
    /// 422 `idempotency_key_reused`, or what `work` says.
    pub async fn once<T, F>(self, caller: &Caller, now: Timestamp, work: F) -> Result<Response, Problem>
    where
        T: Serialize + Send + Sync + 'static,
        F: for<'a> FnOnce(&'a mut TenantTx) -> TxFuture<'a, Answer<T>, Problem> + Send + 'static,
    {
        if let Some(answer) = self.replay(caller).await? {
            return Ok(answer);
        }
        let (this, user) = (self.clone(), caller.user.id);
        let done = caller
            .store
            .write(move |tx| {
                Box::pin(async move {
                    let answer = work(tx).await?;
                    answered(&answer);
                    if let Some(record) = this.record(user, now, &answer)? {
                        idempotency::insert(tx, &record).await?;
                    }
                    Ok(answer)
                })
            })
            .await;
        match done {
            Ok(answer) => Ok(answer.into_response()),
            Err(problem) => self.resolve(caller, problem).await,
        }
    }

    /// The answer that was given to this key before.
    ///
    /// # Errors
    /// 422 `idempotency_key_reused` when it was given to another request.
    pub async fn replay(&self, sender: &impl Sender) -> Result<Option<Response>, Problem> {
        if self.key.is_none() {
            return Ok(None);
        }
        let (this, user) = (self.clone(), sender.user());
        sender.store().read(move |tx| Box::pin(async move { this.find(tx, user).await })).await
    }

    /// [`Self::replay`] within a transaction that reads other things too.
    ///
    /// # Errors
    /// 422 `idempotency_key_reused`.
    pub async fn find(&self, tx: &mut TenantTx, user: redress_domain::id::UserId) -> Result<Option<Response>, Problem> {
        let Some(key) = &self.key else { return Ok(None) };
        match idempotency::find(tx, key).await? {
            None => Ok(None),
            Some(stored) if stored.request_digest == self.fingerprint(user) => Ok(Some(repeat(&stored))),
            Some(_) => Err(Problem::new(
                Code::IdempotencyKeyReused,
                format!("the Idempotency-Key {key} was used with another request; take a new key for a new request"),
            )),
        }
    }

    /// Key and answer, to be inserted within the transaction that does the work; nothing when the request has no key. When
    /// another request with this key won the race, hand the transaction's error to [`Self::resolve`].
    ///
    /// # Errors
    /// Never for answers with text keys.
    pub fn record<T: Serialize>(
        &self,
        user: redress_domain::id::UserId,
        now: Timestamp,
        answer: &Answer<T>,
    ) -> Result<Option<idempotency::Record>, Problem> {
        let Some(key) = &self.key else { return Ok(None) };
        let body = match &answer.kept {
            Some(kept) => serde_json::to_vec(kept),
            None => serde_json::to_vec(&answer.body),
        }
        .map_err(|error| Problem::internal(&error))?;
        let stored = Stored { request_digest: self.fingerprint(user), status: answer.status.as_u16(), body, created_at: now };
        Ok(Some(idempotency::Record::of(key.clone(), stored)))
    }

    /// After work failed: when another request with the same key was faster, its answer; else the failure.
    ///
    /// # Errors
    /// The failure, or 422 `idempotency_key_reused`.
    pub async fn resolve(&self, sender: &impl Sender, failure: Problem) -> Result<Response, Problem> {
        match self.replay(sender).await? {
            Some(answer) => Ok(answer),
            None => Err(failure),
        }
    }

    fn fingerprint(&self, user: redress_domain::id::UserId) -> Digest {
        let mut bytes = self.request.as_bytes().to_vec();
        bytes.extend_from_slice(user.as_uuid().as_bytes());
        Digest::of(&bytes)
    }
}

/// Tells the operation log what the answer shows: status, id and version.
pub(super) fn answered<T: Serialize>(answer: &Answer<T>) {
    if Trail::current().is_none() {
        return;
    }
    // Only two fields are taken from the text; the rest is skipped without being kept.
    let body = serde_json::to_string(&answer.body).unwrap_or_default();
    let shown: Shown = serde_json::from_str(&body).unwrap_or_default();
    Trail::note(|entry| {
        entry.status = answer.status.as_u16();
        entry.after = answer.version.or(shown.version).or(entry.after);
        entry.resource_id = entry.resource_id.take().or(shown.id);
    });
}

/// The part of an answer that the operation log shows.
#[derive(Default, serde::Deserialize)]
struct Shown {
    #[serde(default)]
    id: Option<String>,
    #[serde(default)]
    version: Option<i64>,
}

fn key(headers: &HeaderMap) -> Result<Option<String>, Problem> {
    let Some(value) = headers.get("idempotency-key") else { return Ok(None) };
    let text = value.to_str().unwrap_or("").trim();
    if text.is_empty() || text.len() > MAX_KEY {
        let detail = format!("Idempotency-Key takes 1 to {MAX_KEY} visible ASCII characters, for example a UUID");
        return Err(Problem::new(Code::InvalidIdempotencyKey, detail));
    }
    Ok(Some(text.to_owned()))
}

fn repeat(stored: &Stored) -> Response {
    let version = serde_json::from_slice::<Version>(&stored.body).ok().and_then(|body| body.version);
    let status = StatusCode::from_u16(stored.status).unwrap_or(StatusCode::OK);
    let mut response = (status, Body::from(stored.body.clone())).into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/json"));
    headers.insert(REPLAYED, HeaderValue::from_static("true"));
    if let Some(version) = version {
        headers.insert(header::ETAG, etag(version));
    }
    response
}

/// The part of a stored answer that the `ETag` is made of.
#[derive(serde::Deserialize)]
struct Version {
    version: Option<i64>,
}
