//! `/portal/v1/ticket/attachments`: files that customers send, and those they may see.

use axum::Json;
use axum::body::Body;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;
use redress_domain::Timestamp;
use redress_domain::attachment::Attachment;
use redress_domain::id::{AttachmentId, TicketId};
use redress_domain::portal::{Beside, Deed, deeds};
use redress_domain::timeline::Actor;
use redress_store::{attachment, ticket};
use serde::Serialize;
use utoipa::ToSchema;

use super::Visitor;
use crate::app::App;
use crate::http::attachments::download::send;
use crate::http::attachments::upload::{UploadQuery, take};
use crate::http::once::{Once, once};
use crate::http::openapi::Binary;
use crate::http::{Answer, Code, Idempotency, List, Path, PortalProblems, Problem, Query};
use crate::workflow::act::CustomerDeed;

/// Most files of one ticket that its customer sends.
const MOST: usize = 50;

/// A file as its customer sees it.
#[derive(Debug, Serialize, ToSchema)]
pub struct CustomerFile {
    /// Redress id.
    id: AttachmentId,
    /// File name.
    name: String,
    /// What it is.
    media_type: String,
    /// Bytes.
    size: u64,
    /// When it was sent.
    created_at: Timestamp,
}

impl From<Attachment> for CustomerFile {
    fn from(file: Attachment) -> Self {
        Self { id: file.id, name: file.name, media_type: file.media_type, size: file.size, created_at: file.created_at }
    }
}

/// List the files of a request.
#[utoipa::path(get, path = "/ticket/attachments", tag = "portal", responses((status = 200, body = List<CustomerFile>), PortalProblems))]
pub async fn list_files(visitor: Visitor) -> Result<Json<List<CustomerFile>>, Problem> {
    let id = visitor.link.ticket;
    let files = visitor.store.read(move |tx| Box::pin(async move { attachment::list(tx, id).await.map_err(Problem::from) })).await?;
    let items = files.into_iter().filter(|file| !file.internal).map(CustomerFile::from).collect();
    Ok(Json(List { items, next: None }))
}

/// Send a file.
///
/// The body is the file itself. What it is, its first bytes say; pictures, films and documents up to the shop's limits are taken.
#[utoipa::path(post, path = "/ticket/attachments", tag = "portal", params(UploadQuery),
    request_body(content = Binary, content_type = "application/octet-stream"),
    responses((status = 201, body = CustomerFile), PortalProblems))]
pub async fn send_file(
    State(app): State<App>,
    visitor: Visitor,
    Query(query): Query<UploadQuery>,
    body: Body,
) -> Result<Response, Problem> {
    let (tenant, id) = (visitor.tenant.id, visitor.link.ticket);
    may_send(&visitor, id, app.clock.now()).await?;
    let stored = take(&app, &visitor.store, Actor::Customer, query, body).await?;
    once(&app, &visitor, Idempotency::none(), true, || {
        let (workflow, stored) = (app.workflow.clone(), stored.clone());
        async move {
            let turn = workflow.act_as_customer(tenant, id, CustomerDeed::Attach(vec![stored.id])).await?;
            Once::answering(turn, Answer::created(CustomerFile::from(stored)))
        }
    })
    .await
}

/// Refuses before the bytes are read what would be refused after it.
async fn may_send(visitor: &Visitor, id: TicketId, now: Timestamp) -> Result<(), Problem> {
    let (found, files) = visitor
        .store
        .read(move |tx| {
            Box::pin(async move {
                let found = ticket::find(tx, id).await?.ok_or_else(|| Problem::not_found("ticket", id))?;
                Ok::<_, Problem>((found, attachment::list(tx, id).await?))
            })
        })
        .await?;
    if !deeds(&found, Beside::default(), now).contains(&Deed::Upload) {
        return Err(Problem::new(Code::NotAllowedNow, format!("request {} is finished and takes no files; write a message", found.number)));
    }
    if files.iter().filter(|file| file.uploaded_by == Actor::Customer).count() >= MOST {
        return Err(Problem::new(Code::NotAllowedNow, format!("request {} has {MOST} files, the most it takes", found.number)));
    }
    Ok(())
}

/// Download a file of the request.
#[utoipa::path(get, path = "/ticket/attachments/{id}", tag = "portal", params(("id" = AttachmentId, Path)),
    responses((status = 200, content_type = "application/octet-stream", body = Binary),
              (status = 206, content_type = "application/octet-stream", body = Binary), PortalProblems))]
pub async fn get_file(
    State(app): State<App>,
    visitor: Visitor,
    Path(id): Path<AttachmentId>,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let found = visitor.store.read(move |tx| Box::pin(async move { attachment::find(tx, id).await.map_err(Problem::from) })).await?;
    // Another ticket's file reads the same as one that never was.
    let ours = found.filter(|file| file.ticket == Some(visitor.link.ticket) && !file.internal);
    let found = ours.ok_or_else(|| Problem::not_found("attachment", id))?;
    send(&app, &visitor.store, &found, &headers).await
}
