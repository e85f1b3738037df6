//! The OpenAPI document: what every route has in common. The routes add themselves.

use axum::Router;
use axum::body::Bytes;
use axum::http::header;
use axum::routing::get;
use utoipa::openapi::security::{HttpAuthScheme, HttpBuilder, SecurityScheme};
use utoipa::openapi::{ContentBuilder, Ref, RefOr, Response, ResponseBuilder};
use utoipa::{IntoParams, IntoResponses, Modify, OpenApi};
use utoipa_swagger_ui::{Config, SwaggerUi};

use super::problem::{Code, ProblemDocument};

/// Where the document is.
pub const DOCUMENT: &str = "/api/openapi.json";

/// The document without routes.
#[derive(OpenApi)]
#[openapi(
    info(
        title = "Redress",
        description = "After-sales for online shops, decided by rules that you upload.\n\nEvery error is a problem (RFC 9457) with a \
                       stable `code`. Every POST takes `Idempotency-Key`. Every changeable resource answers an `ETag`, and changes take \
                       `If-Match`. Lists answer `{items, next}`; hand `next` back as `after`."
    ),
    components(schemas(ProblemDocument)),
    modifiers(&Bearer),
    security(("key" = []))
)]
pub struct Document;

/// The header that every POST takes.
#[derive(IntoParams)]
#[into_params(parameter_in = Header)]
#[expect(dead_code, reason = "only described here; `idempotency` reads it")]
pub struct IdempotencyHeader {
    /// 1 to 200 visible ASCII characters, new for every request. The same key with the same body answers what the first answered, with
    /// the header `Idempotency-Replayed: true`.
    #[param(rename = "Idempotency-Key")]
    idempotency_key: Option<String>,
}

/// The header that every change takes.
#[derive(IntoParams)]
#[into_params(parameter_in = Header)]
#[expect(dead_code, reason = "only described here; `etag` reads it")]
pub struct IfMatchHeader {
    /// The `ETag` that was read, for example `"3"`; 412 when it is no longer the present one.
    #[param(rename = "If-Match")]
    if_match: Option<String>,
}

struct Bearer;

impl Modify for Bearer {
    fn modify(&self, document: &mut utoipa::openapi::OpenApi) {
        let scheme = HttpBuilder::new().scheme(HttpAuthScheme::Bearer).bearer_format("rdk_…").build();
        document.components.get_or_insert_default().add_security_scheme("key", SecurityScheme::Http(scheme));
    }
}

/// The problems of every route that reads.
pub struct ReadProblems;

/// The problems of every route that writes.
pub struct WriteProblems;

/// The problems of every route that changes one existing thing.
pub struct ChangeProblems;

impl IntoResponses for ReadProblems {
    fn responses() -> std::collections::BTreeMap<String, RefOr<Response>> {
        problems(&[400, 401, 403, 404])
    }
}

impl IntoResponses for WriteProblems {
    fn responses() -> std::collections::BTreeMap<String, RefOr<Response>> {
        problems(&[400, 401, 403, 404, 409, 413, 415, 422])
    }
}

impl IntoResponses for ChangeProblems {
    fn responses() -> std::collections::BTreeMap<String, RefOr<Response>> {
        problems(&[400, 401, 403, 404, 409, 412, 413, 415, 422])
    }
}

/// For each status, the codes that may come with it.
fn problems(statuses: &[u16]) -> std::collections::BTreeMap<String, RefOr<Response>> {
    let content = || ContentBuilder::new().schema(Some(Ref::from_schema_name("Problem"))).build();
    statuses
        .iter()
        .map(|status| {
            let codes: Vec<String> =
                Code::ALL.iter().map(|code| code.row()).filter(|row| row.0.as_u16() == *status).map(|row| format!("`{}`", row.1)).collect();
            let response = ResponseBuilder::new().description(codes.join(", ")).content("application/problem+json", content()).build();
            (status.to_string(), RefOr::T(response))
        })
        .collect()
}

/// Serves the document and a page to browse it.
pub fn routes<S: Clone + Send + Sync + 'static>(document: &utoipa::openapi::OpenApi) -> Router<S> {
    // The document is made of strings and numbers; it always prints.
    let text = Bytes::from(document.to_pretty_json().unwrap_or_default());
    let page = SwaggerUi::new("/api/docs").config(Config::from(DOCUMENT));
    Router::from(page).route(DOCUMENT, get(move || async move { ([(header::CONTENT_TYPE, "application/json")], text) }))
}
