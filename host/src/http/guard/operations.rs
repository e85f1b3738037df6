//! What the API document says about a route.

use std::collections::HashMap;

use axum::extract::{MatchedPath, Request};
use serde_json::Value;

/// One operation of the document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Operation {
    /// Its name, for example `update_user`.
    pub id: String,
    /// The resource it belongs to.
    pub tag: String,
    /// The status of its success; the first when it has several.
    pub status: u16,
    /// Customers use it, by link and without a key.
    pub for_customers: bool,
}

/// All operations by method and route.
#[derive(Debug, Default)]
pub struct Operations(HashMap<String, HashMap<String, Operation>>);

impl Operations {
    /// Reads the document.
    pub fn of(document: &utoipa::openapi::OpenApi) -> Self {
        // The document is made of text and numbers; it always prints.
        let document = serde_json::to_value(document).unwrap_or_default();
        let mut all: HashMap<String, HashMap<String, Operation>> = HashMap::new();
        for (path, item) in document["paths"].as_object().into_iter().flatten() {
            for (method, operation) in item.as_object().into_iter().flatten() {
                if let Some(read) = read(path, operation) {
                    all.entry(path.clone()).or_default().insert(method.to_uppercase(), read);
                }
            }
        }
        Self(all)
    }

    /// The operation that a request asks for.
    pub fn find(&self, request: &Request) -> Option<&Operation> {
        let path = request.extensions().get::<MatchedPath>()?;
        self.0.get(path.as_str())?.get(request.method().as_str())
    }
}

fn read(path: &str, operation: &Value) -> Option<Operation> {
    let statuses = operation["responses"].as_object()?.keys().filter_map(|status| status.parse::<u16>().ok());
    Some(Operation {
        id: operation["operationId"].as_str()?.to_owned(),
        tag: operation["tags"][0].as_str()?.to_owned(),
        status: statuses.filter(|status| (200..300).contains(status)).min().unwrap_or(200),
        for_customers: path.starts_with("/portal/"),
    })
}
