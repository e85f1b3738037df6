//! The pages that a browser opens, each with a policy of its own.

use axum::body::Body;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

use super::Files;

/// What the built pages carry where the nonce goes.
const PLACE: &str = "__NONCE__";

/// Shown while the console is not built.
const UNBUILT: &str = "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Redress</title>\
    <p>This server runs without its console. Build it with <code>make console</code>, then reload. \
    The API is described at <a href=\"/api/docs\">/api/docs</a>.</p></html>";

/// The page of an address: the portal's below `/portal`, else the console's, whose own routes find out what to show.
pub(super) fn page(path: &str, secret: &[u8; 32]) -> Response {
    let portal = path == "/portal" || path.starts_with("/portal/");
    let file = Files::get(if portal { "portal/index.html" } else { "index.html" });
    let html = file.and_then(|file| String::from_utf8(file.data.into_owned()).ok());
    let built = html.is_some();
    let nonce = URL_SAFE_NO_PAD.encode(secret.get(..16).unwrap_or(secret));
    let html = html.unwrap_or_else(|| UNBUILT.to_owned()).replace(PLACE, &nonce);
    Response::builder()
        .status(if built { StatusCode::OK } else { StatusCode::NOT_FOUND })
        .header(header::CONTENT_TYPE, "text/html; charset=utf-8")
        .header(header::CACHE_CONTROL, "no-store")
        .header(header::CONTENT_SECURITY_POLICY, policy(&nonce))
        .header(header::X_CONTENT_TYPE_OPTIONS, "nosniff")
        .header(header::REFERRER_POLICY, "no-referrer")
        .header("permissions-policy", "camera=(self), microphone=(), geolocation=(), payment=()")
        .header("cross-origin-opener-policy", "same-origin")
        .body(Body::from(html))
        .unwrap_or_else(|_| StatusCode::INTERNAL_SERVER_ERROR.into_response())
}

/// Only this server's own files, and styles of this very page (CSP Level 3). Files that people look at are blobs the page has fetched.
fn policy(nonce: &str) -> String {
    format!(
        "default-src 'none'; script-src 'self'; style-src 'self' 'nonce-{nonce}'; img-src 'self' data: blob:; media-src 'self' blob:; \
         font-src 'self'; connect-src 'self'; frame-src 'self' blob:; object-src 'none'; base-uri 'none'; form-action 'self'; \
         frame-ancestors 'none'"
    )
}
