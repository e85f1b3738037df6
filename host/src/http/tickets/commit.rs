//! What every change of a ticket has in common: think, answer, write once, remember the answer.

use axum::body::Body;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use redress_store::idempotency;
use serde::Serialize;
use serde_json::value::RawValue;

use crate::app::App;
use crate::http::answer::etag;
use crate::http::auth::Caller;
use crate::http::idempotency::answered;
use crate::http::{Answer, Code, Idempotency, Problem};
use crate::workflow::turn::Turn;

/// Most times a request is thought through again because others wrote at the same moment.
const TRIES: u32 = 5;

/// A change that is ready to be written, and its answer.
pub struct Once {
    turn: Turn,
    answer: Answer<Box<RawValue>>,
}

impl Once {
    /// A change with its answer. The body is printed here, once: it is sent and kept as it is.
    ///
    /// # Errors
    /// Never for values with text keys.
    pub fn new(
        turn: Turn,
        status: StatusCode,
        version: i64,
        body: impl FnOnce(&Turn) -> Result<Box<RawValue>, Problem>,
    ) -> Result<Self, Problem> {
        let body = body(&turn)?;
        Ok(Self { turn, answer: Answer { status, ..Answer::ok(body).version(version) } })
    }
}

/// Prints a body.
///
/// # Errors
/// Never for values with text keys.
pub fn print<T: Serialize>(body: &T) -> Result<Box<RawValue>, Problem> {
    serde_json::value::to_raw_value(body).map_err(|error| Problem::internal(&error))
}

/// Thinks a change through and writes it once. When others wrote at the same moment, it is thought through again, unless the
/// caller has named the version that must be there. A repeat of the request answers what the first answered.
///
/// # Errors
/// What `think` says, 412 `stale_version`, 422 `idempotency_key_reused`.
pub async fn once<F>(app: &App, caller: &Caller, idempotency: Idempotency, again: bool, think: impl Fn() -> F) -> Result<Response, Problem>
where
    F: Future<Output = Result<Once, Problem>> + Send,
{
    let mut tries = 1;
    loop {
        let failure = match attempt(app, caller, &idempotency, think().await).await {
            Ok(answer) => return Ok(answer),
            Err(problem) => problem,
        };
        if failure.code() != Code::StaleVersion || !again || tries == TRIES {
            return idempotency.resolve(caller, failure).await;
        }
        tries += 1;
    }
}

async fn attempt(app: &App, caller: &Caller, key: &Idempotency, thought: Result<Once, Problem>) -> Result<Response, Problem> {
    let Once { turn, answer } = thought?;
    let (status, version) = (answer.status, answer.version);
    let body = answer.body.get().as_bytes().to_vec();
    let record = key.record(caller.user.id, app.clock.now(), &answer)?;
    answered(&answer);
    app.workflow
        .commit::<Problem>(turn, move |tx| {
            Box::pin(async move {
                match &record {
                    Some(record) => Ok(idempotency::insert(tx, record).await?),
                    None => Ok(()),
                }
            })
        })
        .await?;
    let mut response = (status, Body::from(body)).into_response();
    response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static("application/json"));
    if let Some(version) = version {
        response.headers_mut().insert(header::ETAG, etag(version));
    }
    Ok(response)
}
