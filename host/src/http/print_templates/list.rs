//! `GET /print-templates`, `GET /print-templates/{key}`

use axum::Json;
use redress_domain::paper::PaperKind;
use redress_print::{Locale, shipped};
use redress_store::print_template;

use super::view::{PrintTemplateItem, PrintTemplateView};
use crate::http::{Answer, Can, List, Path, Problem, ReadProblems, permit};

/// List the shipped templates and the tenant's own, by key.
#[utoipa::path(get, path = "/print-templates", tag = "print", responses((status = 200, body = List<PrintTemplateItem>), ReadProblems))]
pub async fn list_print_templates(caller: Can<permit::TicketRead>) -> Result<Json<List<PrintTemplateItem>>, Problem> {
    let own = caller.store.read(|tx| Box::pin(async move { print_template::list(tx).await.map_err(Problem::from) })).await?;
    let replaced = |kind: PaperKind| own.iter().any(|one| one.key == kind.as_str());
    let mut items: Vec<_> = own.iter().map(PrintTemplateItem::of).collect();
    items.extend(PaperKind::ALL.iter().copied().filter(|kind| !replaced(*kind)).map(PrintTemplateItem::of_kind));
    items.sort_by(|a, b| a.key.cmp(&b.key));
    Ok(Json(List { items, next: None }))
}

/// Get a template with its source and the data it is tried with.
#[utoipa::path(get, path = "/print-templates/{key}", tag = "print", params(("key" = String, Path)),
    responses((status = 200, body = PrintTemplateView), ReadProblems))]
pub async fn get_print_template(caller: Can<permit::TicketRead>, Path(key): Path<String>) -> Result<Answer<PrintTemplateView>, Problem> {
    let wanted = key.clone();
    let own = caller.store.read(move |tx| Box::pin(async move { print_template::find(tx, &wanted).await.map_err(Problem::from) })).await?;
    let locale = Locale::nearest(&caller.tenant.locale);
    if let Some(own) = own {
        let (item, version) = (PrintTemplateItem::of(&own), own.version);
        return Ok(Answer::ok(PrintTemplateView::new(item, own.source, locale)).version(version));
    }
    let kind: PaperKind = key.parse().map_err(|_| Problem::not_found("print template", &key))?;
    Ok(Answer::ok(PrintTemplateView::new(PrintTemplateItem::of_kind(kind), shipped::source(kind).to_owned(), locale)))
}
