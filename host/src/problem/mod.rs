//! Errors as RFC 9457 problem details: `{type, title, status, detail, code, errors?}`.

pub mod check;
mod code;
mod convert;

use std::collections::BTreeMap;

use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::Serialize;
use serde_json::Value;
use utoipa::ToSchema;

pub use code::Code;

/// One thing wrong with a request or an uploaded plugin.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, ToSchema)]
#[schema(as = ProblemFault)]
pub struct Fault {
    /// JSON Pointer (RFC 6901) to the value in the request; empty for the whole.
    pub pointer: String,
    /// What is wrong and what to change.
    pub message: String,
    /// Stable name of what is wrong, where it has one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
    /// What the message speaks of, by name, such as `max`: with the code enough to say it in another language.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub params: BTreeMap<String, Value>,
    /// Place in the uploaded file in bytes, for plugins.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub offset: Option<u64>,
}

impl Fault {
    /// A fault at a place in the request.
    pub fn at(pointer: impl Into<String>, message: impl Into<String>) -> Self {
        Self { pointer: pointer.into(), message: message.into(), ..Self::default() }
    }
}

/// Why a request was not done. Boxed, so that a `Result` stays small.
#[derive(Debug, Clone)]
pub struct Problem(Box<Body>);

#[derive(Debug, Clone)]
struct Body {
    code: Code,
    detail: String,
    errors: Vec<Fault>,
    /// Seconds after which the same may succeed.
    retry_after: Option<u32>,
}

/// A problem as it is sent (RFC 9457), `application/problem+json`.
#[derive(Serialize, ToSchema)]
#[schema(as = Problem)]
pub struct ProblemDocument<'a> {
    /// `urn:redress:problem:` and the code.
    #[serde(rename = "type")]
    kind: String,
    /// The code in words.
    title: &'static str,
    /// HTTP status.
    #[schema(example = 404)]
    status: u16,
    /// What happened, to what, and what to do.
    detail: &'a str,
    /// Stable name of the problem, for programs.
    #[schema(example = "not_found")]
    code: &'static str,
    /// Every place that is wrong.
    #[serde(skip_serializing_if = "<[Fault]>::is_empty")]
    errors: &'a [Fault],
}

impl Problem {
    /// A problem; `detail` says what happened, to what, and what to do.
    pub fn new(code: Code, detail: impl Into<String>) -> Self {
        Self(Box::new(Body { code, detail: detail.into(), errors: Vec::new(), retry_after: None }))
    }

    /// One value of the body breaks a rule of the business: 422 `invalid`.
    pub fn invalid(pointer: impl Into<String>, message: impl Into<String>) -> Self {
        let message = message.into();
        Self::new(Code::Invalid, message.clone()).with(vec![Fault::at(pointer, message)])
    }

    /// Several values break rules: 422.
    pub fn invalid_all(faults: Vec<Fault>) -> Self {
        let detail = faults.iter().map(|fault| format!("{}: {}", fault.pointer, fault.message)).collect::<Vec<_>>().join("; ");
        Self::new(Code::Invalid, detail).with(faults)
    }

    /// No such thing in this tenant: 404. A foreign tenant's id reads the same as one that never was.
    pub fn not_found(what: &str, id: impl std::fmt::Display) -> Self {
        Self::new(Code::NotFound, format!("there is no {what} {id} here"))
    }

    /// What is changed is not what the caller read: 412.
    pub fn stale(what: &str, id: impl std::fmt::Display, expected: i64, present: i64) -> Self {
        Self::new(Code::StaleVersion, format!("{what} {id} is at version {present}, not {expected}; read it again and repeat the change"))
    }

    /// A defect or a failure of ours: 500. The error is logged here, once; the caller learns only that it happened.
    pub fn internal(error: &(dyn std::error::Error + 'static)) -> Self {
        let mut causes = vec![error.to_string()];
        let mut source = error.source();
        while let Some(cause) = source {
            causes.push(cause.to_string());
            source = cause.source();
        }
        tracing::error!(error = causes.join(": "), "request failed: {}", causes[0]);
        Self::new(
            Code::Internal,
            "the server failed; nothing was changed. Try again, and give the operator the x-request-id of this answer",
        )
    }

    /// The same problem with the places that are wrong.
    #[must_use]
    pub fn with(mut self, errors: Vec<Fault>) -> Self {
        self.0.errors = errors;
        self
    }

    /// The same problem with the seconds after which the request may succeed.
    #[must_use]
    pub fn after(mut self, seconds: u32) -> Self {
        self.0.retry_after = Some(seconds);
        self
    }

    /// The same with every pointer below another one.
    #[must_use]
    pub fn below(mut self, pointer: &str) -> Self {
        for fault in &mut self.0.errors {
            fault.pointer.insert_str(0, pointer);
        }
        self
    }

    /// The stable name of the problem.
    pub fn code(&self) -> Code {
        self.0.code
    }

    /// What happened, in words.
    pub fn detail(&self) -> &str {
        &self.0.detail
    }

    /// Every place that is wrong.
    pub fn errors(&self) -> &[Fault] {
        &self.0.errors
    }

    /// The problem as it is sent.
    pub fn document(&self) -> ProblemDocument<'_> {
        let (status, code, title) = self.0.code.row();
        ProblemDocument {
            kind: format!("urn:redress:problem:{code}"),
            title,
            status: status.as_u16(),
            detail: &self.0.detail,
            code,
            errors: &self.0.errors,
        }
    }
}

impl std::fmt::Display for Problem {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}: {}", self.0.code.row().1, self.0.detail)?;
        self.0.errors.iter().try_for_each(|fault| write!(f, "; {} {}", fault.pointer, fault.message))
    }
}

impl std::error::Error for Problem {}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let status = self.0.code.row().0;
        let mut response = (status, axum::Json(self.document())).into_response();
        response.extensions_mut().insert(self.0.code);
        let headers = response.headers_mut();
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/problem+json"));
        if status == StatusCode::UNAUTHORIZED {
            headers.insert(header::WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
        }
        if status == StatusCode::SERVICE_UNAVAILABLE {
            headers.insert(header::RETRY_AFTER, HeaderValue::from_static("1"));
        }
        if let Some(seconds) = self.0.retry_after {
            headers.insert(header::RETRY_AFTER, HeaderValue::from(seconds));
        }
        response
    }
}
