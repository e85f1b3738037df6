//! `PUT /print-templates/{key}`

use axum::extract::State;
use redress_domain::paper::{PaperKind, PrintTemplate};
use redress_print::{Job, Locale, shipped};
use redress_store::print_template;
use serde::Deserialize;
use utoipa::ToSchema;

use super::view::{PrintTemplateItem, PrintTemplateView};
use crate::app::App;
use crate::http::openapi::IfMatchHeader;
use crate::http::{Answer, Can, ChangeProblems, IfMatch, Json, Path, Problem, permit};
use crate::problem::check::{key as checked_key, name, text_between};

/// Longest source in characters.
const MAX_SOURCE: usize = 200_000;

/// A template as a person writes it.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PrintTemplateBody {
    /// Display name, 1 to 100 characters.
    name: String,
    /// What it is for.
    kind: PaperKind,
    /// Typst source, at most 200000 characters. `#import "/redress.typ": *` brings data, words and helpers.
    source: String,
}

/// Add or replace a template of the tenant's own.
///
/// It is printed once with sample data before it is kept; one that cannot be printed is refused with every finding and its line:
/// 422 `template_rejected`. One whose key is the name of a kind takes the place of the shipped template.
#[utoipa::path(put, path = "/print-templates/{key}", tag = "print", request_body = PrintTemplateBody,
    params(("key" = String, Path), IfMatchHeader), responses((status = 200, body = PrintTemplateView), ChangeProblems))]
pub async fn put_print_template(
    State(app): State<App>,
    caller: Can<permit::AdminWrite>,
    Path(key): Path<String>,
    if_match: IfMatch,
    Json(body): Json<PrintTemplateBody>,
) -> Result<Answer<PrintTemplateView>, Problem> {
    let key = checked_key("/key", key)?;
    if key.parse().is_ok_and(|shipped: PaperKind| shipped != body.kind) {
        return Err(Problem::invalid(
            "/kind",
            format!("a template under the key {key} takes the place of a shipped one, so its kind is {key} as well"),
        ));
    }
    let mut template = PrintTemplate {
        key,
        version: 1,
        name: name("/name", body.name)?,
        kind: body.kind,
        source: text_between("/source", body.source, 1, MAX_SOURCE)?,
        updated_at: app.clock.now(),
    };
    let locale = Locale::nearest(&caller.tenant.locale);
    app.printer.print(&Job::new(template.source.clone(), shipped::sample(template.kind, locale), locale)).await?;
    let stored = caller
        .store
        .write(move |tx| {
            Box::pin(async move {
                match print_template::find(tx, &template.key).await? {
                    Some(present) => {
                        if_match.check("print template", &present.key, present.version)?;
                        template.version = present.version + 1;
                        print_template::update(tx, &template, present.version).await?;
                    }
                    None => print_template::insert(tx, &template).await?,
                }
                Ok::<_, Problem>(template)
            })
        })
        .await?;
    let (item, version) = (PrintTemplateItem::of(&stored), stored.version);
    Ok(Answer::ok(PrintTemplateView::new(item, stored.source, locale)).version(version))
}
