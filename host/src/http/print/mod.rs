//! `/print`, `/tickets/{id}/print`: papers as PDF.

pub mod pick_list;
pub mod preview;
mod style;
pub mod ticket;

use axum::http::{HeaderMap, HeaderValue, header};
use axum::response::{IntoResponse as _, Response};
use redress_print::Job;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::app::App;
use crate::http::Problem;

pub(super) use style::style;

/// The routes.
pub fn router() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(ticket::print_ticket))
        .routes(routes!(ticket::get_print_data))
        .routes(routes!(pick_list::print_pick_list))
        .routes(routes!(preview::preview_paper))
}

/// Prints; the file's name is `name` and what is ASCII of `number`.
async fn pdf(app: &App, job: &Job, name: &str, number: &str) -> Result<Response, Problem> {
    let printed = app.printer.print(job).await?;
    let number: String = number.chars().filter(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_')).collect();
    let mut headers = HeaderMap::new();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/pdf"));
    // Keys and what is left of the number are letters, digits, '.', '-' and '_'.
    if let Ok(value) = HeaderValue::from_str(&format!("inline; filename=\"{name}-{number}.pdf\"")) {
        headers.insert(header::CONTENT_DISPOSITION, value);
    }
    // Names and telephone numbers stay in no cache.
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    headers.insert("x-print-pages", HeaderValue::from(printed.pages));
    Ok((headers, printed.pdf).into_response())
}
