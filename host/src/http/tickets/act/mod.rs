//! `POST /tickets/{id}/…`: what people do to a ticket. Every one answers the ticket as it stands then.

pub mod accept;
pub mod amount;
pub mod approve;
pub mod cancel;
pub mod clawback;
pub mod deadline;
pub mod describe;
pub mod elsewhere;
pub mod merge;
pub mod message;
pub mod receive;
pub mod reject;
pub mod reopen;
pub mod request_information;
pub mod settle;
pub mod transfer;

use axum::extract::{FromRequest, Request};
use axum::response::Response;
use redress_domain::id::TicketId;
use serde::de::DeserializeOwned;

use crate::app::App;
use crate::http::auth::Caller;
use crate::http::body::{self, MAX_JSON};
use crate::http::once::{Once, once};
use crate::http::{Idempotency, IfMatch, Problem, json};
use crate::problem::check::text_between;
use crate::workflow::act::{Action, Doer};

/// Longest message or opinion, in characters.
const LONGEST: usize = 10_000;

/// A body all of whose fields may be left out, so that there may be no body at all.
pub struct Brief<T> {
    /// What was sent, or nothing of it.
    pub body: T,
    /// The key of the request.
    pub idempotency: Idempotency,
}

impl<S: Send + Sync, T: DeserializeOwned + Default> FromRequest<S> for Brief<T> {
    type Rejection = Problem;

    async fn from_request(request: Request, _: &S) -> Result<Self, Problem> {
        let (parts, body) = request.into_parts();
        let bytes = body::read(body, MAX_JSON).await?;
        let idempotency = Idempotency::new(&parts, &bytes)?;
        if bytes.is_empty() {
            return Ok(Self { body: T::default(), idempotency });
        }
        body::require_type(&parts.headers, "application/json")?;
        Ok(Self { body: json::parse(&bytes)?, idempotency })
    }
}

/// A text that says something and ends somewhere.
fn said(pointer: &str, text: String) -> Result<String, Problem> {
    text_between(pointer, text, 1, LONGEST)
}

/// [`said`], when there is one.
fn perhaps(pointer: &str, text: Option<String>) -> Result<Option<String>, Problem> {
    text.map(|text| said(pointer, text)).transpose()
}

/// Does it, once, and answers the ticket.
///
/// # Errors
/// What [`Workflow::act`](crate::workflow::Workflow::act) says, 412 `stale_version`, 422 `idempotency_key_reused`.
pub async fn act(
    app: &App,
    caller: &Caller,
    id: TicketId,
    expected: IfMatch,
    idempotency: Idempotency,
    action: Action,
) -> Result<Response, Problem> {
    let (tenant, doer) = (caller.tenant.id, Doer { user: caller.user.id, roles: caller.user.roles.clone() });
    once(app, caller, idempotency, expected.0.is_none(), || {
        let (workflow, doer, action) = (app.workflow.clone(), doer.clone(), action.clone());
        async move { Once::ticket(workflow.act(tenant, doer, id, expected.0, action).await?) }
    })
    .await
}
