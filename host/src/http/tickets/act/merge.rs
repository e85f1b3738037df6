//! `POST /tickets/{id}/merge`

use axum::extract::State;
use axum::response::Response;
use redress_domain::id::TicketId;
use redress_store::link;
use serde::Deserialize;
use utoipa::ToSchema;

use crate::app::App;
use crate::http::once::{Once, once};
use crate::http::openapi::{IdempotencyHeader, IfMatchHeader};
use crate::http::{Can, ChangeProblems, Command, IfMatch, Path, Problem, permit};
use crate::workflow::act::{Doer, Merger};
use crate::workflow::view::TicketView;

/// Where a duplicate goes.
#[derive(Debug, Clone, Copy, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Duplicate {
    /// The ticket that goes on; of the same customer, and open.
    into: TicketId,
}

/// Merge a duplicate into the ticket that goes on.
///
/// Nothing more happens to the duplicate, until it is reopened; its messages and files stay readable, and each ticket's links name the
/// other. What was allowed already is cancelled, not merged.
#[utoipa::path(post, path = "/tickets/{id}/merge", tag = "tickets", request_body = Duplicate,
    params(("id" = TicketId, Path), IdempotencyHeader, IfMatchHeader),
    responses((status = 200, body = TicketView), ChangeProblems))]
pub async fn merge_ticket(
    State(app): State<App>,
    caller: Can<permit::TicketWrite>,
    Path(id): Path<TicketId>,
    expected: IfMatch,
    command: Command<Duplicate>,
) -> Result<Response, Problem> {
    let Command { body: Duplicate { into }, idempotency } = command;
    let (tenant, doer) = (caller.tenant.id, Doer { user: caller.user.id, roles: caller.user.roles.clone() });
    once(&app, &caller, idempotency, expected.0.is_none(), || {
        let (workflow, doer) = (app.workflow.clone(), doer.clone());
        async move {
            let Merger { duplicate, into, link } = workflow.merge(tenant, doer, id, expected.0, into).await?;
            let change = Once::ticket(duplicate)?;
            Ok(change.with(move |tx| {
                Box::pin(async move {
                    into.write(tx).await?;
                    Ok(link::insert(tx, &link).await?)
                })
            }))
        }
    })
    .await
}
