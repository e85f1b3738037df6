//! `ETag` and `If-Match`: a change names the version it was made for.

use axum::extract::FromRequestParts;
use axum::http::header::IF_MATCH;
use axum::http::request::Parts;
use redress_store::audit::Trail;

use crate::problem::{Code, Problem};

/// The version in `If-Match`; `None` when the header is absent or `*`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct IfMatch(pub Option<i64>);

impl IfMatch {
    /// Checks the version that is about to change.
    ///
    /// # Errors
    /// 412 `stale_version`.
    pub fn check(self, what: &str, id: impl std::fmt::Display, version: i64) -> Result<(), Problem> {
        Trail::note(|entry| entry.before = Some(version));
        match self.0 {
            Some(expected) if expected != version => Err(Problem::stale(what, id, expected, version)),
            _ => Ok(()),
        }
    }
}

impl<S: Send + Sync> FromRequestParts<S> for IfMatch {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Problem> {
        let Some(value) = parts.headers.get(IF_MATCH) else { return Ok(Self(None)) };
        let text = value.to_str().unwrap_or("").trim();
        if text == "*" {
            return Ok(Self(None));
        }
        let digits = text.strip_prefix("W/").unwrap_or(text).strip_prefix('"').and_then(|rest| rest.strip_suffix('"')).unwrap_or(text);
        let version = digits.parse::<i64>();
        if let Ok(version) = version {
            Trail::note(|entry| entry.before = Some(version));
        }
        version.map(|version| Self(Some(version))).map_err(|_| {
            Problem::new(Code::InvalidIfMatch, format!("If-Match says {text}; send the ETag of the answer you read, for example \"3\""))
        })
    }
}
