//! Around every route of the API: who calls, what they may see and write of fields (Z36), and what is written into the operation
//! log (Z37). One place, so that no route can forget it.

mod caller;
mod fields;
mod limit;
mod log;
mod operations;

use std::sync::Arc;

use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::{IntoResponse as _, Response};
use redress_domain::access::Place;

use crate::app::App;
use crate::problem::Code;
pub(super) use caller::Identified;
use caller::identify;
use limit::Limit;
use log::Seen;
pub use operations::{Operation, Operations};

/// What the guard knows.
#[derive(Clone)]
pub struct Guard(Arc<Inner>);

struct Inner {
    app: App,
    operations: Operations,
    limit: Limit,
}

impl Guard {
    /// A guard over the operations of the document.
    pub fn new(app: App, document: &utoipa::openapi::OpenApi) -> Self {
        Self(Arc::new(Inner { app, operations: Operations::of(document), limit: Limit::default() }))
    }
}

/// Guards one request.
pub async fn guard(State(Guard(guard)): State<Guard>, request: Request, next: Next) -> Response {
    let Some(operation) = guard.operations.find(&request) else { return next.run(request).await };
    let mut request = request;
    let identified = identify(&guard.app, request.headers(), operation).await;
    let seen = Seen::new(&guard.app, &request, operation, identified.as_ref());
    let caller = identified.as_ref().and_then(Identified::caller).map(Arc::clone);
    if let Some(identified) = identified.clone() {
        request.extensions_mut().insert(identified);
    }
    let trail = seen.trail();
    let restricted = caller.as_ref().filter(|caller| !caller.fields.is_open());
    let work = async {
        let Some(caller) = restricted else { return next.run(request).await };
        let place = Place::of_route(&operation.tag);
        match fields::admit(request, operation, &place, &caller.fields).await {
            Ok(request) => fields::veiled(next.run(request).await, &place, &caller.fields).await,
            Err(problem) => problem.into_response(),
        }
    };
    let response = match &trail {
        Some(trail) => Arc::clone(trail).follow(work).await,
        None => work.await,
    };
    if response.status().is_client_error() && trail.as_ref().is_none_or(|trail| !trail.is_written()) {
        let code = response.extensions().get::<Code>().copied();
        let outcome = (response.status(), code);
        log::refused(&guard.app, &guard.limit, &seen, trail.as_deref(), identified.as_ref(), outcome).await;
    }
    response
}
