//! The public API, called in the same process and at any time of the past.

use std::sync::Arc;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::Request;
use parking_lot::Mutex;
use redress_domain::{Clock, Timestamp};
use serde_json::Value;
use tower::ServiceExt as _;

use super::SeedError;
use crate::app::App;

/// Largest answer that is read.
const MAX_ANSWER: usize = 16 << 20;

/// A clock that goes where the story is.
pub(super) struct Past(Mutex<Timestamp>);

impl Past {
    pub(super) fn at(moment: Timestamp) -> Self {
        Self(Mutex::new(moment))
    }

    pub(super) fn go(&self, moment: Timestamp) {
        *self.0.lock() = moment;
    }
}

impl Clock for Past {
    fn now(&self) -> Timestamp {
        *self.0.lock()
    }
}

/// A server of the past.
pub(super) struct Api {
    pub(super) app: App,
    pub(super) clock: Arc<Past>,
    router: Router,
}

impl Api {
    pub(super) fn new(app: App, clock: Arc<Past>) -> Self {
        Self { router: crate::http::router(app.clone()), app, clock }
    }

    /// Sends JSON and expects a success.
    pub(super) async fn send(&self, method: &'static str, path: &str, key: &str, body: &Value) -> Result<Value, SeedError> {
        self.call(method, path, key, "application/json", body.to_string().into_bytes()).await
    }

    /// Reads.
    pub(super) async fn get(&self, path: &str, key: &str) -> Result<Value, SeedError> {
        self.call("GET", path, key, "application/json", Vec::new()).await
    }

    /// Sends bytes of any type and expects a success.
    pub(super) async fn call(
        &self,
        method: &'static str,
        path: &str,
        key: &str,
        content_type: &str,
        body: Vec<u8>,
    ) -> Result<Value, SeedError> {
        let refused = |status, body: String| SeedError::Refused { method, path: path.to_owned(), status, body };
        let request = Request::builder()
            .method(method)
            .uri(format!("/api/v1{path}"))
            .header("authorization", format!("Bearer {key}"))
            .header("content-type", content_type)
            .body(Body::from(body))
            .map_err(|error| refused(0, error.to_string()))?;
        let answer = self.router.clone().oneshot(request).await.unwrap_or_else(|never| match never {});
        let status = answer.status();
        let bytes = to_bytes(answer.into_body(), MAX_ANSWER).await.map_err(|error| refused(status.as_u16(), error.to_string()))?;
        if !status.is_success() {
            return Err(refused(status.as_u16(), String::from_utf8_lossy(&bytes).into_owned()));
        }
        // 204: there is nothing to say.
        if bytes.is_empty() {
            return Ok(Value::Null);
        }
        serde_json::from_slice(&bytes).map_err(|error| refused(status.as_u16(), error.to_string()))
    }
}
