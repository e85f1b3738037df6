//! The one writer of a SQLite database. It commits in groups: jobs that arrive while the disk is busy share the next commit,
//! so that a durable write costs a share of a disk flush and not a whole one. Each job runs in its own savepoint: one that
//! fails is undone alone.

use sqlx::{Executor as _, Sqlite, SqliteConnection};
use tokio::sync::mpsc;

use super::job::Job;
use crate::error::{Error, Result};
use crate::sql::{Open, Tx};

/// Jobs that may wait; more than that and callers wait to enqueue.
const QUEUE: usize = 1024;
/// Most jobs of one commit, so that nobody waits long for the first one's answer.
const GROUP: usize = 64;

/// The way to the writer. The writer ends when the last one is gone, after the jobs that wait.
pub(crate) struct Writer {
    jobs: mpsc::Sender<Box<dyn Job>>,
}

impl Writer {
    /// Starts the writer on its own connection.
    pub(crate) fn start(conn: SqliteConnection) -> Self {
        let (jobs, queue) = mpsc::channel(QUEUE);
        tokio::spawn(work(conn, queue));
        Self { jobs }
    }

    /// Hands a job over.
    pub(crate) async fn enqueue(&self, job: Box<dyn Job>) -> Result<()> {
        self.jobs.send(job).await.map_err(|_| Error::Closed)
    }
}

type OpenSqlite = Open<Sqlite, Box<SqliteConnection>>;

async fn work(conn: SqliteConnection, mut queue: mpsc::Receiver<Box<dyn Job>>) {
    let mut open = Open::new(Box::new(conn));
    while let Some(first) = queue.recv().await {
        let mut done = Vec::with_capacity(GROUP);
        let (back, committed) = group(open, first, &mut queue, &mut done).await;
        open = back;
        if let Err(error) = &committed {
            tracing::error!(%error, jobs = done.len(), "a group of writes was undone");
            // The transaction may or may not be open still; both answers are fine.
            let _ = open.conn.execute("ROLLBACK").await;
        }
        for job in done {
            job.finish(committed.clone());
        }
    }
}

/// Begins the group's transaction.
const BEGIN: &str = "BEGIN IMMEDIATE";
/// Begins the second job's part of it.
const SAVE: &str = "SAVEPOINT job";
/// Keeps one job's part and begins the next one's.
const NEXT: &str = "RELEASE job;SAVEPOINT job";

/// Runs a group of jobs in one transaction. What begins a job's part travels with its first statement.
async fn group(
    mut open: OpenSqlite,
    first: Box<dyn Job>,
    queue: &mut mpsc::Receiver<Box<dyn Job>>,
    done: &mut Vec<Box<dyn Job>>,
) -> (OpenSqlite, Result<()>) {
    // The first job needs no savepoint: what it leaves is undone with the whole transaction, in which it is alone.
    let mut begin = BEGIN;
    let mut next = Some(first);
    while let Some(mut job) = next.take() {
        open.begin = Some(begin);
        let (tx, keep) = job.run(Tx::Sqlite(open)).await;
        done.push(job);
        open = match tx {
            Tx::Sqlite(open) => open,
            Tx::Postgres(_) => unreachable!("a job hands back the transaction it was lent"),
        };
        let sent = open.begin.take().is_none();
        begin = match (sent, keep, begin) {
            (false, ..) => begin,
            (true, true, BEGIN) => SAVE,
            (true, true, _) => NEXT,
            (true, false, BEGIN) => {
                // When it was the beginning itself that failed, there is nothing to undo; the next job finds out.
                let _ = open.conn.execute("ROLLBACK").await;
                BEGIN
            }
            (true, false, _) => {
                if let Err(error) = open.conn.execute("ROLLBACK TO job").await {
                    return (open, Err(error.into()));
                }
                NEXT
            }
        };
        if done.len() < GROUP {
            next = queue.try_recv().ok();
        }
    }
    let committed = if begin == BEGIN { Ok(()) } else { open.conn.execute("COMMIT").await.map(drop).map_err(Error::from) };
    (open, committed)
}
