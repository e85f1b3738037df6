//! `GET /webhooks`, `GET /webhooks/{id}`

use axum::Json;
use redress_domain::id::WebhookId;
use redress_store::webhook;

use super::view::WebhookView;
use crate::http::{Answer, Can, List, Path, Problem, ReadProblems, permit};

/// List all endpoints.
#[utoipa::path(get, path = "/webhooks", tag = "webhooks", responses((status = 200, body = List<WebhookView>), ReadProblems))]
pub async fn list_webhooks(caller: Can<permit::AdminRead>) -> Result<Json<List<WebhookView>>, Problem> {
    let endpoints = caller.store.read(|tx| Box::pin(async move { webhook::list(tx).await.map_err(Problem::from) })).await?;
    Ok(Json(List { items: endpoints.into_iter().map(WebhookView::new).collect(), next: None }))
}

/// Get an endpoint.
#[utoipa::path(get, path = "/webhooks/{id}", tag = "webhooks", params(("id" = WebhookId, Path)),
    responses((status = 200, body = WebhookView), ReadProblems))]
pub async fn get_webhook(caller: Can<permit::AdminRead>, Path(id): Path<WebhookId>) -> Result<Answer<WebhookView>, Problem> {
    let found = caller.store.read(move |tx| Box::pin(async move { webhook::find(tx, id).await.map_err(Problem::from) })).await?;
    let endpoint = found.ok_or_else(|| Problem::not_found("webhook", id))?;
    let version = endpoint.version;
    Ok(Answer::ok(WebhookView::new(endpoint)).version(version))
}
