//! Writes what a customer does, once: as agents' requests are, but for somebody without a key.

use axum::response::{IntoResponse as _, Response};
use redress_domain::id::UserId;
use redress_store::{TenantStore, TenantTx, TxFuture, idempotency};
use serde::Serialize;

use crate::app::App;
use crate::http::{Answer, Code, Idempotency, Problem};
use crate::workflow::turn::Turn;

/// Most times a request is thought through again because others wrote at the same moment.
const TRIES: u32 = 5;

/// What is written beside a turn.
pub(in crate::http) type Also = Box<dyn for<'a> FnOnce(&'a mut TenantTx) -> TxFuture<'a, (), Problem> + Send>;

/// Nothing beside the turn.
pub(super) fn nothing() -> Also {
    Box::new(|_| Box::pin(async { Ok(()) }))
}

/// Thinks a change through and writes it once with its answer. A repeat of the request answers what the first answered.
///
/// # Errors
/// What `think` says, or 422 `idempotency_key_reused`.
pub(in crate::http) async fn once<T, F>(
    app: &App,
    store: &TenantStore,
    user: UserId,
    key: Idempotency,
    think: impl Fn() -> F,
) -> Result<Response, Problem>
where
    T: Serialize,
    F: Future<Output = Result<(Turn, Also, Answer<T>), Problem>> + Send,
{
    if let Some(answer) = replay(store, user, &key).await? {
        return Ok(answer);
    }
    let mut tries = 1;
    loop {
        let failure = match attempt(app, user, &key, think().await).await {
            Ok(answer) => return Ok(answer),
            Err(problem) => problem,
        };
        if failure.code() != Code::StaleVersion || tries == TRIES {
            return replay(store, user, &key).await?.ok_or(failure);
        }
        tries += 1;
    }
}

async fn replay(store: &TenantStore, user: UserId, key: &Idempotency) -> Result<Option<Response>, Problem> {
    if !key.is_set() {
        return Ok(None);
    }
    let key = key.clone();
    store.read(move |tx| Box::pin(async move { key.find(tx, user).await })).await
}

async fn attempt<T: Serialize>(
    app: &App,
    user: UserId,
    key: &Idempotency,
    thought: Result<(Turn, Also, Answer<T>), Problem>,
) -> Result<Response, Problem> {
    let (turn, also, answer) = thought?;
    let record = key.record(user, app.clock.now(), &answer)?;
    app.workflow
        .commit::<Problem>(turn, move |tx| {
            Box::pin(async move {
                also(tx).await?;
                if let Some(record) = &record {
                    idempotency::insert(tx, record).await?;
                }
                Ok(())
            })
        })
        .await?;
    Ok(answer.into_response())
}
