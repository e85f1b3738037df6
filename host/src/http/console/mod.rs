//! The console and the customers' portal: files that are built into the program.

mod page;

use axum::body::Body;
use axum::extract::State;
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, Uri, header};
use axum::response::{IntoResponse as _, Response};
use rust_embed::{Embed, EmbeddedFile};

use super::router::unknown;
use crate::app::App;

/// What `vite build` made of `host/console`. In debug builds the folder is read when somebody asks, so that it may be built later.
#[derive(Embed)]
#[folder = "console/dist/"]
#[allow_missing = true]
struct Files;

/// Names of these files change with what is in them.
const ASSETS: &str = "assets/";

/// Where programs ask: they get a problem, never a page.
const PROGRAMS: [&str; 4] = ["/api", "/portal/v1", "/hooks", "/mcp"];

/// Answers what no route does: a file of the console, the page of a browser's address, or a problem.
pub(super) async fn serve(State(app): State<App>, method: Method, uri: Uri, headers: HeaderMap) -> Response {
    let path = uri.path();
    let program = PROGRAMS.iter().any(|start| path.strip_prefix(start).is_some_and(|rest| rest.is_empty() || rest.starts_with('/')));
    if program || !matches!(method, Method::GET | Method::HEAD) {
        return unknown(&uri).into_response();
    }
    let name = path.trim_start_matches('/');
    if media_type(name) != PAGE
        && let Some(file) = Files::get(name)
    {
        return asset(name, file, &headers);
    }
    let browses = headers.get_all(header::ACCEPT).iter().any(|accept| accept.to_str().is_ok_and(|types| types.contains("text/html")));
    if browses { page::page(path, &app.entropy.secret()) } else { unknown(&uri).into_response() }
}

/// A file, compressed where the browser takes it so.
fn asset(name: &str, file: EmbeddedFile, headers: &HeaderMap) -> Response {
    let etag = format!("\"{}\"", hex::encode(&file.metadata.sha256_hash()[..16]));
    let kept = if name.starts_with(ASSETS) { "public, max-age=31536000, immutable" } else { "no-cache" };
    let known = headers.get(header::IF_NONE_MATCH).is_some_and(|tags| tags.to_str().is_ok_and(|tags| tags.contains(&etag)));
    let mut answer = Response::builder()
        .header(header::CACHE_CONTROL, kept)
        .header(header::VARY, "accept-encoding")
        .header(header::X_CONTENT_TYPE_OPTIONS, "nosniff");
    if let Ok(etag) = HeaderValue::from_str(&etag) {
        answer = answer.header(header::ETAG, etag);
    }
    let brotli = || headers.get_all(header::ACCEPT_ENCODING).iter().any(|given| given.to_str().is_ok_and(takes_brotli));
    let built = if known {
        answer.status(StatusCode::NOT_MODIFIED).body(Body::empty())
    } else {
        answer = answer.header(header::CONTENT_TYPE, media_type(name));
        match Files::get(&format!("{name}.br")).filter(|_| brotli()) {
            Some(small) => answer.header(header::CONTENT_ENCODING, "br").body(Body::from(small.data)),
            None => answer.body(Body::from(file.data)),
        }
    };
    built.unwrap_or_else(|_| StatusCode::INTERNAL_SERVER_ERROR.into_response())
}

fn takes_brotli(accepted: &str) -> bool {
    accepted.split(',').map(str::trim).any(|coding| coding == "br" || coding.starts_with("br;") && !coding.ends_with("q=0"))
}

/// Pages go out with a policy of their own.
const PAGE: &str = "text/html; charset=utf-8";

fn media_type(name: &str) -> &'static str {
    match name.rsplit('.').next() {
        Some("html") => PAGE,
        Some("js") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("svg") => "image/svg+xml",
        Some("json") => "application/json",
        Some("woff2") => "font/woff2",
        Some("png") => "image/png",
        _ => "application/octet-stream",
    }
}
