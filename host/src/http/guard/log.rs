//! The row of the operation log that a request leaves.

use std::net::SocketAddr;
use std::sync::Arc;

use axum::extract::{ConnectInfo, MatchedPath, Request};
use axum::http::{Method, StatusCode};
use redress_domain::audit::{AuditEntry, installation};
use redress_domain::id::{ApiKeyId, AuditId, UserId};
use redress_store::audit::{self, Trail};

use super::caller::Identified;
use super::limit::Limit;
use super::operations::Operation;
use crate::app::App;
use crate::http::observe::RequestId;
use crate::problem::{Code, Problem};

/// What is known of a request before it is done.
pub(super) struct Seen {
    entry: AuditEntry,
    changes: bool,
}

impl Seen {
    /// Writes down what the request shows. The path is the route and the values of its parameters; a query string is not kept,
    /// and neither is a parameter that is a secret.
    pub(super) fn new(app: &App, request: &Request, operation: &Operation, identified: Option<&Identified>) -> Self {
        let route = request.extensions().get::<MatchedPath>().map_or("", MatchedPath::as_str);
        let who = identified.map(|identified| match &identified.0 {
            Ok(caller) => (Some(caller.user.id), Some(caller.key)),
            Err(unknown) => unknown.who.map_or((None, None), |(_, user, key)| (Some(user), Some(key))),
        });
        let (user, key): (Option<UserId>, Option<ApiKeyId>) = who.unwrap_or_default();
        let address = request.extensions().get::<ConnectInfo<SocketAddr>>();
        let request_id = request.extensions().get::<RequestId>();
        let entry = AuditEntry {
            id: app.new_id(AuditId::generate),
            at: app.clock.now(),
            user,
            key,
            address: address.map(|ConnectInfo(address)| address.ip().to_string()),
            method: request.method().as_str().to_owned(),
            path: route.to_owned(),
            operation: operation.id.clone(),
            resource: operation.tag.clone(),
            resource_id: named(route, request.uri().path()),
            before: None,
            after: None,
            status: operation.status,
            code: None,
            request: request_id.map(|RequestId(id)| id.to_str().unwrap_or("").to_owned()).unwrap_or_default(),
            suppressed: 0,
        };
        let changes = !matches!(*request.method(), Method::GET | Method::HEAD | Method::OPTIONS);
        Self { entry, changes }
    }

    /// The trail of a request that may change something.
    pub(super) fn trail(&self) -> Option<Arc<Trail>> {
        self.changes.then(|| Trail::new(self.entry.clone()))
    }
}

/// The values of a route's parameters; those whose name says that they are secret stay out.
fn named(route: &str, path: &str) -> Option<String> {
    let values = route.split('/').zip(path.split('/')).filter_map(|(name, value)| {
        let name = name.strip_prefix('{')?.strip_suffix('}')?;
        let secret = ["token", "secret", "signature", "link"].iter().any(|word| name.contains(word));
        (!secret).then(|| value.chars().take(200).collect::<String>())
    });
    let values: Vec<String> = values.collect();
    (!values.is_empty()).then(|| values.join("/"))
}

/// Writes a refusal down: of a change, of a key that does not work, and of whatever the caller may not do.
pub(super) async fn refused(
    app: &App,
    limit: &Limit,
    seen: &Seen,
    trail: Option<&Trail>,
    identified: Option<&Identified>,
    (status, code): (StatusCode, Option<Code>),
) {
    if !seen.changes && !matches!(status, StatusCode::UNAUTHORIZED | StatusCode::FORBIDDEN) {
        return;
    }
    // A key that nobody knows is written into the log of the installation.
    let tenant = match identified {
        Some(Identified(Ok(caller))) => caller.tenant.id,
        Some(Identified(Err(unknown))) => unknown.who.map_or_else(installation, |(tenant, _, _)| tenant),
        // A customer has no key; their link, or their proof of an order, says whose they are.
        None => match trail.and_then(Trail::tenant) {
            Some(tenant) => tenant,
            None => return,
        },
    };
    let Some(suppressed) = limit.admit(tenant, app.clock.now()) else { return };
    let code = code.map(|code| code.row().1.to_owned());
    let known = trail.map_or_else(|| seen.entry.clone(), Trail::entry);
    let entry = AuditEntry { status: status.as_u16(), code, suppressed, after: None, ..known };
    let store = app.store.tenant(tenant);
    let written = store.write(move |tx| Box::pin(async move { Ok::<_, Problem>(audit::append(tx, &entry).await?) }));
    if let Err(problem) = written.await {
        tracing::warn!(tenant.id = %tenant, %problem, "a refusal was not written into the operation log");
    }
}
