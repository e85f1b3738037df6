//! The caller, found once per request.

use std::sync::Arc;

use axum::http::{HeaderMap, header};

use super::Operation;
use crate::app::App;
use crate::http::auth::{Caller, Unknown, authenticate};

/// Whom the key of the request belongs to, or why it belongs to nobody.
#[derive(Clone)]
pub(in crate::http) struct Identified(pub(in crate::http) Result<Arc<Caller>, Unknown>);

impl Identified {
    /// The caller, when the key is valid.
    pub(super) fn caller(&self) -> Option<&Arc<Caller>> {
        self.0.as_ref().ok()
    }
}

/// Looks the key up. Routes of the operator have a key of their own, customers have none (what they send is looked up once they were
/// counted), and a request without a key is nobody's.
pub(super) async fn identify(app: &App, headers: &HeaderMap, operation: &Operation) -> Option<Identified> {
    if operation.tag == "tenants" || operation.for_customers || !headers.contains_key(header::AUTHORIZATION) {
        return None;
    }
    Some(Identified(authenticate(app, headers).await))
}
