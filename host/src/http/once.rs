//! What every change of a ticket has in common, whoever makes it: think, answer, write once, remember the answer. Agents, programs and
//! customers write by the same way; they differ in whose keys count, and in whether a repeat is looked for first.

use axum::body::Body;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use redress_domain::id::UserId;
use redress_store::{TenantStore, TenantTx, TxFuture, idempotency};
use serde::Serialize;
use serde_json::value::RawValue;

use super::answer::{Answer, etag};
use super::auth::{Caller, Can};
use super::idempotency::{Idempotency, answered};
use crate::app::App;
use crate::problem::{Code, Problem};
use crate::workflow::again;
use crate::workflow::turn::Turn;
use crate::workflow::view::TicketView;

/// Who sends requests, for telling their repeats apart.
pub trait Sender {
    /// True when a repeat is looked for before anything is thought: customers send again from bad networks, and nobody should ask
    /// rules for that. For everybody else a repeat is found when it cannot be written, which saves a read of every request.
    const REPEATS: bool = false;

    /// The tenant's data.
    fn store(&self) -> &TenantStore;

    /// Whose repeats they are.
    fn user(&self) -> UserId;
}

impl Sender for Caller {
    fn store(&self) -> &TenantStore {
        &self.store
    }

    fn user(&self) -> UserId {
        self.user.id
    }
}

impl<P> Sender for Can<P> {
    fn store(&self) -> &TenantStore {
        &self.store
    }

    fn user(&self) -> UserId {
        self.user.id
    }
}

/// What is written beside a turn, in its transaction.
type Also = Box<dyn for<'a> FnOnce(&'a mut TenantTx) -> TxFuture<'a, (), Problem> + Send>;

/// A change that is ready to be written, and its answer.
pub struct Once {
    turn: Turn,
    also: Option<Also>,
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
        Ok(Self { turn, also: None, answer: Answer { status, ..Answer::ok(body).version(version) } })
    }

    /// A change that is answered with the ticket as it stands then; the `ETag` is the ticket's.
    ///
    /// # Errors
    /// Never for values with text keys.
    pub fn ticket(turn: Turn) -> Result<Self, Problem> {
        let version = turn.ticket().version;
        Self::new(turn, StatusCode::OK, version, |turn| print(&TicketView::of_turn(turn)))
    }

    /// A change with an answer that says all by itself.
    ///
    /// # Errors
    /// Never for values with text keys.
    pub fn answering<T: Serialize>(turn: Turn, answer: Answer<T>) -> Result<Self, Problem> {
        let Answer { status, body, version, kept } = answer;
        Ok(Self { turn, also: None, answer: Answer { status, body: print(&body)?, version, kept } })
    }

    /// The same, with something that is written beside the turn or not at all.
    #[must_use]
    pub fn with(mut self, also: impl for<'a> FnOnce(&'a mut TenantTx) -> TxFuture<'a, (), Problem> + Send + 'static) -> Self {
        self.also = Some(Box::new(also));
        self
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
pub async fn once<S: Sender, F>(app: &App, sender: &S, key: Idempotency, unseen: bool, think: impl Fn() -> F) -> Result<Response, Problem>
where
    F: Future<Output = Result<Once, Problem>> + Send,
{
    if S::REPEATS
        && let Some(answer) = key.replay(sender).await?
    {
        return Ok(answer);
    }
    let raced = |problem: &Problem| unseen && problem.code() == Code::StaleVersion;
    let (key, think) = (&key, &think);
    match again(raced, || async move { attempt(app, sender.user(), key, think().await?).await }).await {
        Ok(answer) => Ok(answer),
        Err(failure) => key.resolve(sender, failure).await,
    }
}

async fn attempt(app: &App, user: UserId, key: &Idempotency, change: Once) -> Result<Response, Problem> {
    let Once { turn, also, answer } = change;
    let (status, version) = (answer.status, answer.version);
    let body = answer.body.get().as_bytes().to_vec();
    let record = key.record(user, app.clock.now(), &answer)?;
    answered(&answer);
    app.workflow
        .commit::<Problem>(turn, move |tx| {
            Box::pin(async move {
                if let Some(also) = also {
                    also(tx).await?;
                }
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
