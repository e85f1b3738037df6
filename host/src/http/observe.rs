//! One span, one id and one measurement per request.

use std::time::Instant;

use axum::extract::{MatchedPath, Request, State};
use axum::http::{HeaderName, HeaderValue, Method};
use axum::middleware::Next;
use axum::response::Response;
use redress_domain::id::Entropy as _;
use tracing::Instrument as _;

use crate::app::App;
use crate::telemetry;

const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

/// The id of the request, for whoever writes it down.
#[derive(Debug, Clone)]
pub struct RequestId(pub HeaderValue);

/// Gives the request an id (or takes the caller's), a span for the log, and counts it by route and status.
pub async fn observe(State(app): State<App>, request: Request, next: Next) -> Response {
    let started = Instant::now();
    let id = request_id(&app, &request);
    let mut request = request;
    request.extensions_mut().insert(RequestId(id.clone()));
    let method = request.method().clone();
    let route = request.extensions().get::<MatchedPath>().cloned();
    let route = route.as_ref().map_or("unmatched", MatchedPath::as_str);
    let span = tracing::info_span!(
        "http.request",
        "request.id" = id.to_str().unwrap_or(""),
        http.method = method.as_str(),
        http.route = route,
        tenant = tracing::field::Empty
    );
    let mut response = next.run(request).instrument(span).await;
    response.headers_mut().insert(REQUEST_ID, id);
    telemetry::request(label(&method), route, response.status().as_u16(), started.elapsed());
    response
}

/// The method as a metric's label: what is not in the standards is one label, so that callers cannot invent more.
fn label(method: &Method) -> &'static str {
    match *method {
        Method::GET => "GET",
        Method::POST => "POST",
        Method::PUT => "PUT",
        Method::PATCH => "PATCH",
        Method::DELETE => "DELETE",
        Method::HEAD => "HEAD",
        Method::OPTIONS => "OPTIONS",
        _ => "other",
    }
}

fn request_id(app: &App, request: &Request) -> HeaderValue {
    request
        .headers()
        .get(REQUEST_ID)
        .filter(|value| (1..=128).contains(&value.len()) && value.as_bytes().iter().all(u8::is_ascii_graphic))
        .cloned()
        .unwrap_or_else(|| {
            let id = format!("req_{:016x}", app.entropy.clone().next_u64());
            // Hexadecimal digits are always a valid header value.
            HeaderValue::from_str(&id).unwrap_or(HeaderValue::from_static("req_0"))
        })
}
