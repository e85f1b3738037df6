//! `POST /print/preview`

use axum::extract::State;
use axum::response::Response;
use redress_domain::paper::PaperKind;
use redress_print::{Job, shipped};
use serde::Deserialize;
use utoipa::ToSchema;

use super::{pdf, style};
use crate::app::App;
use crate::http::openapi::Binary;
use crate::http::{Can, Json, Problem, WriteProblems, permit};
use crate::print::template;

/// A template to look at.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Preview {
    /// What it is for.
    pub(super) kind: PaperKind,
    /// Typst source; when left out, the template that is printed for the kind now.
    pub(super) source: Option<String>,
    /// Language; the tenant's when left out.
    pub(super) locale: Option<String>,
}

/// Look at a template, filled with sample data, as PDF.
///
/// Nothing is stored. A template that cannot be printed answers 422 `template_rejected` with every finding and its line.
#[utoipa::path(post, path = "/print/preview", tag = "print", request_body = Preview,
    responses((status = 200, body = Binary, content_type = "application/pdf"), WriteProblems))]
pub async fn preview_paper(
    State(app): State<App>,
    caller: Can<permit::AdminWrite>,
    Json(preview): Json<Preview>,
) -> Result<Response, Problem> {
    let locale = style(&caller.tenant, preview.locale.as_deref(), None)?.locale;
    let kind = preview.kind;
    let source = if let Some(source) = preview.source {
        source
    } else {
        let key = kind.to_string();
        let found = caller.store.read(move |tx| Box::pin(async move { template::find(tx, &key).await.map_err(Problem::from) })).await?;
        found.ok_or_else(|| Problem::not_found("print template", kind))?.source
    };
    pdf(&app, &Job::new(source, shipped::sample(kind, locale), locale), kind.as_str(), "preview").await
}
