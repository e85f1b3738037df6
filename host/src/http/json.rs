//! Strict JSON bodies: what is not understood is refused, with the place.

use axum::extract::{FromRequest, Request};
use serde::de::DeserializeOwned;
use serde_json::error::Category;
use serde_path_to_error::Segment;

use super::body::{self, MAX_JSON};
use crate::problem::{Code, Fault, Problem};

/// A JSON body of at most `MAX` bytes, for handlers without an `Idempotency-Key`.
pub struct Json<T, const MAX: usize = MAX_JSON>(pub T);

impl<S: Send + Sync, T: DeserializeOwned, const MAX: usize> FromRequest<S> for Json<T, MAX> {
    type Rejection = Problem;

    async fn from_request(request: Request, _: &S) -> Result<Self, Problem> {
        let (parts, body) = request.into_parts();
        body::require_type(&parts.headers, "application/json")?;
        parse(&body::read(body, MAX).await?).map(Self)
    }
}

/// Reads JSON into `T`.
///
/// # Errors
/// 400 `malformed_json` with line and column, 400 `unknown_field`, or 422 `invalid_body` with a JSON Pointer.
pub fn parse<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, Problem> {
    if let Some(at) = nul(bytes) {
        let before = &bytes[..at];
        let line = before.split(|byte| *byte == b'\n').count();
        let column = before.iter().rev().take_while(|byte| **byte != b'\n').count() + 1;
        let detail = format!("the character U+0000 at line {line}, column {column} cannot be kept; leave it out");
        return Err(Problem::new(Code::InvalidBody, detail));
    }
    let mut deserializer = serde_json::Deserializer::from_slice(bytes);
    let value = serde_path_to_error::deserialize(&mut deserializer).map_err(|error| {
        let pointer = pointer(error.path());
        problem(bytes, &pointer, &error.into_inner())
    })?;
    deserializer.end().map_err(|error| problem(bytes, "", &error))?;
    Ok(value)
}

fn problem(bytes: &[u8], pointer: &str, error: &serde_json::Error) -> Problem {
    let (line, column) = (error.line(), error.column());
    let message = error.to_string();
    let message = plain(message.split(" at line ").next().unwrap_or_default());
    let message = message.as_str();
    match error.classify() {
        Category::Data if message.starts_with("unknown field") => {
            // serde has no error kind of its own for this; its wording is documented (`de::Error::unknown_field`).
            Problem::new(Code::UnknownField, format!("{message} (line {line}, column {column}); leave it out"))
                .with(vec![Fault::at(pointer, message)])
        }
        Category::Syntax if message == "expected value" && is_json(bytes) => {
            // serde_json calls it bad syntax when a number stands where one of a few names is expected.
            let message = "this value has the wrong type; a text is expected";
            Problem::new(Code::InvalidBody, format!("{pointer}: {message}")).with(vec![Fault::at(pointer, message)])
        }
        Category::Data => {
            let place = if pointer.is_empty() { "the body" } else { pointer };
            Problem::new(Code::InvalidBody, format!("{place}: {message}")).with(vec![Fault::at(pointer, message)])
        }
        Category::Syntax | Category::Eof | Category::Io => {
            Problem::new(Code::MalformedJson, format!("{message} at line {line}, column {column}"))
        }
    }
}

/// Where the text writes U+0000, which PostgreSQL keeps in no text. Unescaped it is no JSON at all.
fn nul(bytes: &[u8]) -> Option<usize> {
    let mut at = 0;
    loop {
        at += bytes[at..].iter().position(|byte| *byte == b'\\')?;
        if bytes[at + 1..].starts_with(b"u0000") {
            return Some(at);
        }
        // A backslash and what it escapes.
        at = (at + 2).min(bytes.len());
    }
}

/// serde names Rust types where it wants an object.
fn plain(message: &str) -> String {
    match message.split_once("expected struct ") {
        Some((before, after)) => {
            let rest = after.trim_start_matches(|letter: char| letter.is_alphanumeric() || letter == '_');
            format!("{before}expected an object{rest}")
        }
        None => message.to_owned(),
    }
}

fn is_json(bytes: &[u8]) -> bool {
    serde_json::from_slice::<serde::de::IgnoredAny>(bytes).is_ok()
}

fn pointer(path: &serde_path_to_error::Path) -> String {
    let mut pointer = String::new();
    for segment in path {
        let part = match segment {
            Segment::Seq { index } => index.to_string(),
            Segment::Map { key } => key.replace('~', "~0").replace('/', "~1"),
            // A variant is not a place in the document, and an unknown place is the one before it.
            Segment::Enum { .. } | Segment::Unknown => continue,
        };
        pointer.push('/');
        pointer.push_str(&part);
    }
    pointer
}
