//! `POST /tickets/{id}/portal-link`, `GET /tickets/{id}/portal-links`, `DELETE /portal-links/{id}`

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use redress_domain::Timestamp;
use redress_domain::id::{PortalLinkId, TicketId};
use redress_domain::portal::{LinkScope, PortalLink};
use redress_domain::timeline::{Actor, NewEntry};
use redress_store::{TenantTx, portal_link, ticket, timeline};
use serde::Serialize;
use serde_json::json;
use utoipa::ToSchema;

use crate::accounts::new_link_token;
use crate::app::App;
use crate::http::openapi::IdempotencyHeader;
use crate::http::{Answer, Bare, Can, List, Path, Problem, ReadProblems, WriteProblems, permit};

/// A link and its token, which is shown once.
#[derive(Debug, Serialize, ToSchema)]
pub struct PortalLinkView {
    /// The link.
    #[serde(flatten)]
    link: PortalLink,
    /// Where it leads; null in the answer to a repeated request.
    url: Option<String>,
    /// Its token, for `Authorization: Bearer`; null in the answer to a repeated request.
    token: Option<String>,
}

impl PortalLinkView {
    /// The link without its token.
    pub(super) const fn link(&self) -> &PortalLink {
        &self.link
    }

    /// Only what may be kept.
    pub(super) fn kept(link: &PortalLink) -> Result<serde_json::Value, Problem> {
        serde_json::to_value(Self { link: link.clone(), url: None, token: None }).map_err(|error| Problem::internal(&error))
    }
}

/// A new link to a ticket.
pub(super) fn new(app: &App, ticket: TicketId, created_by: Actor) -> PortalLinkView {
    let now = app.clock.now();
    let (token, token_digest) = new_link_token(&app.entropy);
    let expires_at = now.plus(chrono::Duration::days(app.config.portal.link_days.into()));
    let id = app.new_id(PortalLinkId::generate);
    let link = PortalLink { id, ticket, scope: LinkScope::Ticket, token_digest, created_by, created_at: now, expires_at, revoked_at: None };
    PortalLinkView { link, url: Some(format!("{}{token}", app.config.portal.url)), token: Some(token) }
}

/// Keeps a link and notes it.
pub(super) async fn insert(tx: &mut TenantTx, link: &PortalLink) -> Result<(), Problem> {
    portal_link::insert(tx, link).await?;
    Ok(())
}

/// Make a link by which the customer reaches a ticket (Z39).
///
/// Whoever holds it sees the ticket and acts for the customer, until it expires or is revoked. It is shown once.
#[utoipa::path(post, path = "/tickets/{id}/portal-link", tag = "portal", params(("id" = TicketId, Path), IdempotencyHeader),
    responses((status = 201, body = PortalLinkView), WriteProblems))]
pub async fn create_portal_link(
    State(app): State<App>,
    caller: Can<permit::TicketWrite>,
    Path(id): Path<TicketId>,
    Bare(idempotency): Bare,
) -> Result<Response, Problem> {
    let made = new(&app, id, caller.actor());
    idempotency
        .once(&caller, app.clock.now(), move |tx| {
            Box::pin(async move {
                ticket::find(tx, id).await?.ok_or_else(|| Problem::not_found("ticket", id))?;
                insert(tx, &made.link).await?;
                note(tx, id, &made.link, "portal.link_created", made.link.created_by.clone(), made.link.created_at).await?;
                let kept = PortalLinkView::kept(&made.link)?;
                Ok(Answer::created(made).keeping(kept))
            })
        })
        .await
}

async fn note(tx: &mut TenantTx, id: TicketId, link: &PortalLink, kind: &str, actor: Actor, at: Timestamp) -> Result<(), Problem> {
    let data = json!({ "link": link.id, "expires_at": link.expires_at });
    timeline::record(tx, id, vec![NewEntry { at, actor, kind: kind.to_owned(), data }]).await?;
    Ok(())
}

/// List the links to a ticket, newest first, without their tokens.
#[utoipa::path(get, path = "/tickets/{id}/portal-links", tag = "portal", params(("id" = TicketId, Path)),
    responses((status = 200, body = List<PortalLink>), ReadProblems))]
pub async fn list_portal_links(caller: Can<permit::TicketRead>, Path(id): Path<TicketId>) -> Result<Json<List<PortalLink>>, Problem> {
    let items = caller
        .store
        .read(move |tx| {
            Box::pin(async move {
                ticket::find(tx, id).await?.ok_or_else(|| Problem::not_found("ticket", id))?;
                Ok::<_, Problem>(portal_link::list(tx, id).await?)
            })
        })
        .await?;
    Ok(Json(List { items, next: None }))
}

/// Revoke a link. It stops working at once.
#[utoipa::path(delete, path = "/portal-links/{id}", tag = "portal", params(("id" = PortalLinkId, Path)),
    responses((status = 204), WriteProblems))]
pub async fn revoke_portal_link(
    State(app): State<App>,
    caller: Can<permit::TicketWrite>,
    Path(id): Path<PortalLinkId>,
) -> Result<StatusCode, Problem> {
    let (now, actor) = (app.clock.now(), caller.actor());
    caller
        .store
        .write(move |tx| {
            Box::pin(async move {
                // A second time changes nothing, and so stands nowhere.
                if let Some(link) = portal_link::revoke(tx, id, now).await? {
                    note(tx, link.ticket, &link, "portal.link_revoked", actor, now).await?;
                }
                Ok::<_, Problem>(())
            })
        })
        .await?;
    Ok(StatusCode::NO_CONTENT)
}
