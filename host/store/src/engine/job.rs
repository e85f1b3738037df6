//! One piece of work for the SQLite writer: a closure that runs in a transaction, and somebody who waits for its result.

use std::any::Any;
use std::future::{Future, poll_fn};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::pin::Pin;
use std::task::Poll;

use tokio::sync::oneshot;

use crate::TxFuture;
use crate::error::{Error, Result};
use crate::sql::{SystemTx, Tx};

/// What the waiting side hears.
pub(crate) enum Answer<T, E> {
    /// The job ran; `Ok` only when its changes are durable.
    Done(Result<T, E>),
    /// The job panicked with this.
    Panicked(Box<dyn Any + Send>),
}

/// A job whose result type the writer need not know.
pub(crate) trait Job: Send {
    /// Runs in the open transaction and keeps the result; answers whether its changes should stay.
    fn run<'a>(&'a mut self, tx: Tx) -> Pin<Box<dyn Future<Output = (Tx, bool)> + Send + 'a>>;

    /// Answers the waiting side: with the kept result, or with the reason why the commit failed.
    fn finish(self: Box<Self>, commit: Result<(), Error>);
}

/// The job as the caller wrote it.
pub(crate) struct Queued<T, E, F> {
    work: Option<F>,
    outcome: Option<Answer<T, E>>,
    answer: oneshot::Sender<Answer<T, E>>,
}

impl<T, E, F> Queued<T, E, F> {
    pub(crate) fn new(work: F, answer: oneshot::Sender<Answer<T, E>>) -> Self {
        Self { work: Some(work), outcome: None, answer }
    }
}

impl<T, E, F> Job for Queued<T, E, F>
where
    T: Send + 'static,
    E: From<Error> + Send + 'static,
    F: for<'a> FnOnce(&'a mut SystemTx) -> TxFuture<'a, T, E> + Send + 'static,
{
    fn run<'a>(&'a mut self, tx: Tx) -> Pin<Box<dyn Future<Output = (Tx, bool)> + Send + 'a>> {
        Box::pin(async move {
            let mut tx = SystemTx::new(tx);
            let outcome = match self.work.take() {
                Some(work) => guarded(async { finish(work, &mut tx).await }).await,
                None => Answer::Done(Err(Error::Closed.into())),
            };
            let keep = matches!(outcome, Answer::Done(Ok(_)));
            if !keep {
                tx.0.discard();
            }
            self.outcome = Some(outcome);
            (tx.into_inner(), keep)
        })
    }

    fn finish(self: Box<Self>, commit: Result<(), Error>) {
        let answer = match (self.outcome, commit) {
            // A job's own failure says more than the group's.
            (Some(outcome @ (Answer::Panicked(_) | Answer::Done(Err(_)))), _) | (Some(outcome), Ok(())) => outcome,
            (_, Err(error)) => Answer::Done(Err(error.into())),
            (None, Ok(())) => Answer::Done(Err(Error::Closed.into())),
        };
        // Nobody waits any more when the request was dropped; the change stands all the same.
        let _ = self.answer.send(answer);
    }
}

/// The caller's work, and then the insertions it left behind.
async fn finish<T, E, F>(work: F, tx: &mut SystemTx) -> Result<T, E>
where
    E: From<Error>,
    F: for<'a> FnOnce(&'a mut SystemTx) -> TxFuture<'a, T, E>,
{
    let value = work(tx).await?;
    tx.0.flush().await?;
    Ok(value)
}

/// Runs a future and catches its panic, so that one job cannot take the writer down.
async fn guarded<T, E>(future: impl Future<Output = Result<T, E>> + Send) -> Answer<T, E> {
    let mut future = Box::pin(future);
    poll_fn(move |cx| match catch_unwind(AssertUnwindSafe(|| future.as_mut().poll(cx))) {
        Ok(Poll::Pending) => Poll::Pending,
        Ok(Poll::Ready(outcome)) => Poll::Ready(Answer::Done(outcome)),
        Err(payload) => Poll::Ready(Answer::Panicked(payload)),
    })
    .await
}
