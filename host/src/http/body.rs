//! Reads request bodies up to a limit.

use axum::body::Body;
use axum::http::{HeaderMap, header};
use http_body_util::BodyExt as _;

use crate::problem::{Code, Problem};

/// Largest JSON body in bytes: 1 MiB.
pub const MAX_JSON: usize = 1 << 20;

/// Bytes read and thrown away after a body turned out too large, so that the client reads the answer and not a broken
/// connection.
const DRAIN: usize = 32 << 20;

/// Reads the whole body, at most `limit` bytes.
///
/// # Errors
/// 413 `body_too_large`.
pub async fn read(body: Body, limit: usize) -> Result<Vec<u8>, Problem> {
    let mut body = body;
    let mut kept = Vec::new();
    let mut total = 0_usize;
    while let Some(frame) = body.frame().await {
        let Ok(frame) = frame else {
            return Err(Problem::new(Code::MalformedJson, "the body ended before it was complete; send it again"));
        };
        let Ok(data) = frame.into_data() else { continue };
        total = total.saturating_add(data.len());
        if total <= limit {
            kept.extend_from_slice(&data);
        } else if total > limit + DRAIN {
            break;
        }
    }
    if total > limit {
        return Err(Problem::new(
            Code::BodyTooLarge,
            format!("the body has more than {limit} bytes, the most that this address takes; send less at once"),
        ));
    }
    Ok(kept)
}

/// Checks the media type of the body.
///
/// # Errors
/// 415 `unsupported_media_type`.
pub fn require_type(headers: &HeaderMap, wanted: &str) -> Result<(), Problem> {
    let given = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or("");
    let essence = given.split(';').next().unwrap_or("").trim();
    if essence.eq_ignore_ascii_case(wanted) {
        return Ok(());
    }
    let given = if given.is_empty() { "nothing" } else { given };
    Err(Problem::new(Code::UnsupportedMediaType, format!("the header content-type says {given}; send {wanted}")))
}
