//! The two databases behind one face: run a job in a transaction, commit when it succeeds, undo it when it fails.

pub(crate) mod job;
pub(crate) mod postgres;
pub(crate) mod readers;
pub(crate) mod sqlite;
pub(crate) mod writer;

use std::any::Any;
use std::sync::Arc;

use tokio::sync::oneshot;

use crate::TxFuture;
use crate::error::{Error, Result};
use crate::sql::{SystemTx, Tx};
use job::{Answer, Queued};

/// Whichever database is open.
#[derive(Clone)]
pub(crate) enum Engine {
    Sqlite(Arc<sqlite::Database>),
    Postgres(postgres::Database),
}

impl Engine {
    /// Opens what the address names.
    pub(crate) async fn open(url: &str) -> Result<Self> {
        if let Some(path) = url.strip_prefix("sqlite:") {
            return Ok(Self::Sqlite(Arc::new(sqlite::Database::open(path.trim_start_matches("//")).await?)));
        }
        if url.starts_with("postgres:") || url.starts_with("postgresql:") {
            return Ok(Self::Postgres(postgres::Database::open(url).await?));
        }
        Err(Error::Url(postgres::without_password(url)))
    }

    /// How many connections are at work, and how many there may be; SQLite's writer does not count.
    pub(crate) fn usage(&self) -> (usize, usize) {
        match self {
            Self::Sqlite(db) => db.readers.usage(),
            Self::Postgres(db) => {
                let size = db.pool.options().get_max_connections() as usize;
                ((db.pool.size() as usize).saturating_sub(db.pool.num_idle()), size)
            }
        }
    }

    /// Runs `f` on a snapshot; nothing it writes stays.
    pub(crate) async fn read<T, E, F>(&self, f: F) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<Error> + Send + 'static,
        F: for<'a> FnOnce(&'a mut SystemTx) -> TxFuture<'a, T, E> + Send + 'static,
    {
        match self {
            Self::Sqlite(db) => {
                let mut reader = db.readers.take().await?;
                let mut tx = SystemTx::new(reader.lend());
                let outcome = f(&mut tx).await;
                reader.give_back(tx.into_inner());
                outcome
            }
            Self::Postgres(db) => {
                let mut tx = SystemTx::new(Tx::Postgres(db.begin_read().await?));
                // Dropping the transaction rolls back without waiting for the answer.
                f(&mut tx).await
            }
        }
    }

    /// Runs `f` and commits when it succeeds. The answer comes after the commit, never before.
    pub(crate) async fn write<T, E, F>(&self, f: F) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<Error> + Send + 'static,
        F: for<'a> FnOnce(&'a mut SystemTx) -> TxFuture<'a, T, E> + Send + 'static,
    {
        match self {
            Self::Sqlite(db) => {
                let (answer, answered) = oneshot::channel();
                db.writer.enqueue(Box::new(Queued::new(f, answer))).await?;
                match answered.await {
                    Ok(Answer::Done(outcome)) => outcome,
                    Ok(Answer::Panicked(payload)) => resume(payload),
                    Err(_) => Err(Error::Closed.into()),
                }
            }
            Self::Postgres(db) => {
                let mut tx = SystemTx::new(Tx::Postgres(db.begin_write().await?));
                let value = f(&mut tx).await?;
                tx.0.flush().await?;
                if let Tx::Postgres(open) = tx.into_inner() {
                    open.conn.commit().await.map_err(Error::from)?;
                }
                Ok(value)
            }
        }
    }
}

/// A job's panic belongs to the task that asked for it, not to the writer.
fn resume(payload: Box<dyn Any + Send>) -> ! {
    std::panic::resume_unwind(payload)
}
