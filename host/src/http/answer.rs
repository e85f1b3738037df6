//! Successful answers: status, JSON body, `ETag`.

use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::Serialize;
use utoipa::ToSchema;

/// A JSON answer. Build it with [`Answer::ok`] or [`Answer::created`], then add the version of a changeable resource.
#[derive(Debug)]
pub struct Answer<T> {
    /// Status.
    pub status: StatusCode,
    /// Body.
    pub body: T,
    /// Version for the `ETag`; `None` for what has none.
    pub version: Option<i64>,
    /// What is remembered for a repeated `Idempotency-Key` instead of the body, when the body shows a secret.
    pub(super) kept: Option<serde_json::Value>,
}

impl<T> Answer<T> {
    /// 200.
    pub const fn ok(body: T) -> Self {
        Self { status: StatusCode::OK, body, version: None, kept: None }
    }

    /// 201.
    pub const fn created(body: T) -> Self {
        Self { status: StatusCode::CREATED, body, version: None, kept: None }
    }

    /// With the version that `If-Match` must name.
    #[must_use]
    pub const fn version(mut self, version: i64) -> Self {
        self.version = Some(version);
        self
    }

    /// The body shows a secret that must not be kept: a repeat answers `kept`.
    #[must_use]
    pub fn keeping(mut self, kept: serde_json::Value) -> Self {
        self.kept = Some(kept);
        self
    }
}

impl<T: Serialize> IntoResponse for Answer<T> {
    fn into_response(self) -> Response {
        let mut response = (self.status, axum::Json(self.body)).into_response();
        if let Some(version) = self.version {
            response.headers_mut().insert(header::ETAG, etag(version));
        }
        response
    }
}

/// The `ETag` of a version: `"3"`.
pub fn etag(version: i64) -> HeaderValue {
    // A quoted number is always a valid header value.
    HeaderValue::from_str(&format!("\"{version}\"")).unwrap_or(HeaderValue::from_static("\"0\""))
}

/// One page of a list.
#[derive(Debug, Serialize, ToSchema)]
pub struct List<T: ToSchema> {
    /// The things, in the order of the list.
    pub items: Vec<T>,
    /// Cursor for `after`; null on the last page.
    pub next: Option<String>,
}
