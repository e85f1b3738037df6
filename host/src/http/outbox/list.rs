//! `GET /outbox`, `GET /outbox/{id}`

use axum::Json;
use redress_domain::Timestamp;
use redress_domain::id::{OutboxId, WebhookId};
use redress_domain::outbox::{OutboxMessage, OutboxState};
use redress_store::outbox::{self, Filter};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use crate::http::page::{list, page};
use crate::http::{Can, List, Path, Problem, Query, ReadProblems, permit};

/// Which messages.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct OutboxQuery {
    /// Only those in this state; `dead` lists what was given up.
    state: Option<OutboxState>,
    /// Only those to this webhook: its delivery log.
    webhook: Option<WebhookId>,
    /// Rows wanted, 1 to 200; 50 when left out.
    limit: Option<u32>,
    /// `next` of the page before.
    after: Option<String>,
}

/// One try to deliver a message.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = DeliveryAttempt)]
pub struct Attempt {
    /// Its number, from 1; begins again after a re-send.
    pub attempt: u32,
    /// When.
    pub at: Timestamp,
    /// HTTP status, or the mail server's reply code (RFC 5321), when there was an answer.
    pub status: Option<u16>,
    /// What went wrong; null when it arrived.
    pub error: Option<String>,
    /// How long it took, in milliseconds.
    pub duration_ms: u32,
}

/// A message with its delivery log.
#[derive(Debug, Serialize, ToSchema)]
pub struct MessageWithAttempts {
    /// The message.
    #[serde(flatten)]
    pub message: OutboxMessage,
    /// Every try, oldest first.
    pub log: Vec<Attempt>,
}

/// List messages, newest first.
#[utoipa::path(get, path = "/outbox", tag = "outbox", params(OutboxQuery),
    responses((status = 200, body = List<OutboxMessage>), ReadProblems))]
pub async fn list_outbox(caller: Can<permit::AdminRead>, Query(query): Query<OutboxQuery>) -> Result<Json<List<OutboxMessage>>, Problem> {
    let page = page(query.limit, query.after.as_deref())?;
    let filter = Filter { state: query.state, webhook: query.webhook, ticket: None };
    Ok(list(caller.store.read(move |tx| Box::pin(async move { outbox::list(tx, &filter, &page).await.map_err(Problem::from) })).await?))
}

/// Get a message with its delivery log.
#[utoipa::path(get, path = "/outbox/{id}", tag = "outbox", params(("id" = OutboxId, Path)),
    responses((status = 200, body = MessageWithAttempts), ReadProblems))]
pub async fn get_outbox_message(caller: Can<permit::AdminRead>, Path(id): Path<OutboxId>) -> Result<Json<MessageWithAttempts>, Problem> {
    let (message, attempts) = caller
        .store
        .read(move |tx| {
            Box::pin(async move {
                let message = outbox::find(tx, id).await?.ok_or_else(|| Problem::not_found("message", id))?;
                Ok::<_, Problem>((message, outbox::list_attempts(tx, id).await?))
            })
        })
        .await?;
    let log = attempts
        .into_iter()
        .map(|tried| Attempt {
            attempt: tried.attempt,
            at: tried.at,
            status: tried.status,
            error: tried.error,
            duration_ms: tried.duration_ms,
        })
        .collect();
    Ok(Json(MessageWithAttempts { message, log }))
}
