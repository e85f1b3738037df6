//! `POST /attachments`

use axum::body::Body;
use axum::extract::State;
use redress_domain::attachment::{Attachment, Control, file_name};
use redress_domain::id::AttachmentId;
use redress_domain::timeline::Actor;
use redress_store::{TenantStore, attachment};
use serde::Deserialize;
use utoipa::IntoParams;

use crate::app::App;
use crate::attachments::UploadError;
use crate::http::openapi::Binary;
use crate::http::{Answer, Can, Code, Problem, Query, WriteProblems, permit};

/// What is uploaded.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct UploadQuery {
    /// File name. Folders and control characters in it are dropped.
    name: String,
    /// Control of the form that it is for: it decides which files are taken. Any that the server takes, when left out.
    #[param(inline)]
    field: Option<Control>,
}

/// Upload a file.
///
/// The body is the file itself, of any content type: what the file is, its first bytes say. It belongs to nobody until a ticket uses
/// it; what is unused after a day is deleted. The same bytes are kept once.
#[utoipa::path(post, path = "/attachments", tag = "attachments", params(UploadQuery),
    request_body(content = Binary, content_type = "application/octet-stream"),
    responses((status = 201, body = Attachment), (status = 400, description = "`upload_cut_off`"), (status = 503, description = "`storage_unavailable`, `busy`"), WriteProblems))]
pub async fn upload_attachment(
    State(app): State<App>,
    caller: Can<permit::FileWrite>,
    Query(query): Query<UploadQuery>,
    body: Body,
) -> Result<Answer<Attachment>, Problem> {
    let stored = take(&app, &caller.store, caller.actor(), query, body).await?;
    Ok(Answer::created(stored))
}

/// Takes a file in: streams it, names it by its digest, and notes it.
///
/// # Errors
/// What is wrong with the file, or that the storage or the database does not answer.
pub async fn take(app: &App, store: &TenantStore, actor: Actor, query: UploadQuery, body: Body) -> Result<Attachment, Problem> {
    let id = app.new_id(AttachmentId::generate);
    let received = app.attachments.receive(store.tenant(), id, query.field.unwrap_or(Control::Attachment), body).await?;
    let (digest, now) = (received.digest, app.clock.now());
    let free = store.write(move |tx| Box::pin(async move { attachment::touch(tx, digest, now).await.map_err(Problem::from) })).await?;
    if !free {
        app.attachments.discard(&received).await;
        return Err(Problem::new(Code::Busy, "the same file is being deleted at this moment; send it again"));
    }
    app.attachments.keep(store.tenant(), &received).await.map_err(UploadError::from)?;
    let stored = Attachment {
        id,
        ticket: None,
        digest,
        size: received.size,
        media_type: received.media_type.to_owned(),
        name: file_name(&query.name),
        uploaded_by: actor,
        internal: true,
        created_at: now,
    };
    let row = stored.clone();
    store.write(move |tx| Box::pin(async move { attachment::insert(tx, &row).await.map_err(Problem::from) })).await?;
    Ok(stored)
}

impl From<UploadError> for Problem {
    fn from(error: UploadError) -> Self {
        let text = error.to_string();
        match error {
            UploadError::CutOff(_) | UploadError::Idle(_) | UploadError::Slow(_) => Self::new(Code::UploadCutOff, text),
            UploadError::Empty => Self::new(Code::Invalid, text),
            UploadError::Kind { .. } => Self::new(Code::UnsupportedMediaType, text),
            UploadError::TooLarge { .. } => Self::new(Code::BodyTooLarge, text),
            UploadError::Busy => Self::new(Code::Busy, text),
            UploadError::Storage(error) => {
                tracing::error!(%error, "the place of attachments failed");
                Self::new(Code::StorageUnavailable, "the place where files lie does not answer; nothing was kept, try again later")
            }
        }
    }
}
