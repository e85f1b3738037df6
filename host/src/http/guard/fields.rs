//! Field rules at the edge: what a restricted caller sends is checked, what they are answered is veiled. Who has no field rules
//! never comes here, so that nothing is read or copied for them.

use axum::body::{Body, Bytes};
use axum::extract::{Query, Request};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use futures_util::StreamExt as _;
use http_body_util::{BodyExt as _, Limited};
use redress_domain::access::{FieldAccess, Place, hides, refused, veil, veil_csv};
use serde_json::Value;

use super::operations::Operation;
use crate::http::body;
use crate::problem::{Code, Fault, Problem};

/// Largest body that is checked or veiled: more is sent in parts.
const MAX: usize = 64 << 20;

/// Lets a request through when it writes no field and asks for none that the caller may not.
///
/// # Errors
/// 403 `forbidden` with the pointers, or what reading the body says.
pub(super) async fn admit(request: Request, operation: &Operation, place: &Place, access: &FieldAccess) -> Result<Request, Problem> {
    // Read as the handlers read it: a name may come escaped.
    let pairs = Query::<Vec<(String, String)>>::try_from_uri(request.uri()).map(|Query(pairs)| pairs);
    let pairs = pairs.map_err(|rejection| Problem::new(Code::InvalidQuery, rejection.body_text()))?;
    if let Some((name, _)) = pairs.iter().find(|(name, _)| hides(name, place, access)) {
        let detail = format!("the caller's roles hide the field {name}, so it cannot be searched by; leave it out");
        return Err(Problem::new(Code::Forbidden, detail).with(vec![Fault::at("", "this field is hidden from the caller")]));
    }
    // A dry run keeps nothing: whoever describes a case may describe all of it.
    if request.method().is_safe() || operation.tag == "hooks" || !is(request.headers(), "application/json") {
        return Ok(request);
    }
    let (parts, body) = request.into_parts();
    let bytes = body::read(body, MAX).await?;
    // What is no JSON is refused by the handler, with the place.
    let faults: Vec<Fault> = match serde_json::from_slice::<Value>(&bytes) {
        Ok(value) => refused(&value, place, access).into_iter().map(fault).collect(),
        Err(_) => Vec::new(),
    };
    if faults.is_empty() {
        return Ok(Request::from_parts(parts, Body::from(bytes)));
    }
    let named: Vec<&str> = faults.iter().map(|fault| fault.pointer.as_str()).collect();
    let detail = format!("the caller's roles do not let them write {}; leave it out", named.join(", "));
    Err(Problem::new(Code::Forbidden, detail).with(faults))
}

fn fault(pointer: String) -> Fault {
    Fault::at(pointer, "the caller's roles do not let them write this field")
}

/// An answer without what the caller may not see. What cannot be looked into is not shown at all.
pub(super) async fn veiled(response: Response, place: &Place, access: &FieldAccess) -> Response {
    let headers = response.headers();
    if response.status() == StatusCode::NO_CONTENT || !headers.contains_key(header::CONTENT_TYPE) {
        return response;
    }
    let kind = essence(headers);
    match kind.as_str() {
        "application/json" | "application/problem+json" => whole(response, |text| json(text, place, access)).await,
        "text/csv" => whole(response, |text| Some(veil_csv(text, place, access))).await,
        "application/x-ndjson" | "application/jsonl" => whole(response, |text| lines(text, "", place, access)).await,
        "text/event-stream" => events(response, place.clone(), access.clone()),
        kind if kind.starts_with("image/") || kind.starts_with("video/") || kind.starts_with("audio/") => response,
        kind => {
            let detail =
                format!("the caller's field rules cannot be applied to {kind}; ask for JSON or CSV, or ask a colleague without them");
            Problem::new(Code::Forbidden, detail).into_response()
        }
    }
}

/// Rewrites a whole body; a body that cannot be read as what it says it is, is a failure and not shown.
async fn whole(response: Response, rewrite: impl FnOnce(&str) -> Option<String>) -> Response {
    let (mut parts, body) = response.into_parts();
    let Ok(bytes) = Limited::new(body, MAX).collect().await.map(http_body_util::Collected::to_bytes) else {
        let detail = "this answer is too large to apply the caller's field rules to; ask for less at once";
        return Problem::new(Code::Forbidden, detail).into_response();
    };
    let rewritten = std::str::from_utf8(&bytes).ok().and_then(rewrite);
    let Some(text) = rewritten else {
        return Problem::internal(&std::io::Error::other("an answer could not be read to apply field rules")).into_response();
    };
    parts.headers.remove(header::CONTENT_LENGTH);
    Response::from_parts(parts, Body::from(text))
}

fn json(text: &str, place: &Place, access: &FieldAccess) -> Option<String> {
    if text.is_empty() {
        return Some(String::new());
    }
    let mut value: Value = serde_json::from_str(text).ok()?;
    veil(&mut value, place, access);
    Some(value.to_string())
}

/// Rewrites the JSON behind `prefix` in every line that has it.
fn lines(text: &str, prefix: &str, place: &Place, access: &FieldAccess) -> Option<String> {
    let mut out = String::with_capacity(text.len());
    for line in text.lines() {
        match line.strip_prefix(prefix).filter(|rest| !rest.is_empty()) {
            Some(rest) => {
                out.push_str(prefix);
                out.push_str(&json(rest, place, access)?);
            }
            None => out.push_str(line),
        }
        out.push('\n');
    }
    Some(out)
}

/// Server-sent events, line by line as they come; a line that is not whole yet waits for its rest.
fn events(response: Response, place: Place, access: FieldAccess) -> Response {
    let (parts, body) = response.into_parts();
    let veiled = body.into_data_stream().scan(Vec::new(), move |waiting: &mut Vec<u8>, chunk| {
        let sent = chunk.map(|chunk| {
            waiting.extend_from_slice(&chunk);
            let end = waiting.iter().rposition(|byte| *byte == b'\n').map_or(0, |at| at + 1);
            let rest = waiting.split_off(end);
            let complete = String::from_utf8(std::mem::replace(waiting, rest)).unwrap_or_default();
            Bytes::from(lines(&complete, "data: ", &place, &access).unwrap_or_default())
        });
        std::future::ready(Some(sent))
    });
    Response::from_parts(parts, Body::from_stream(veiled))
}

fn is(headers: &HeaderMap, kind: &str) -> bool {
    essence(headers) == kind
}

fn essence(headers: &HeaderMap) -> String {
    let given = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or("");
    given.split(';').next().unwrap_or("").trim().to_ascii_lowercase()
}
