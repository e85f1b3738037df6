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

/// How much of a group's transaction is open.
#[derive(Clone, Copy)]
enum Stage {
    /// Nothing: no job has sent anything yet, or the only one that did was undone.
    Closed,
    /// The transaction, with the first job's changes. That job needs no savepoint: what it leaves is undone with the whole
    /// transaction, in which it is alone.
    Open,
    /// A savepoint. Two names take turns, so that undoing a part that was never begun fails, instead of undoing the part
    /// before it, whose job was told that it succeeded.
    Part(Name),
}

#[derive(Clone, Copy)]
enum Name {
    A,
    B,
}

impl Stage {
    /// The command that begins the next job's part, and where it leads.
    const fn begin(self) -> (&'static str, Self) {
        match self {
            Self::Closed => (BEGIN, Self::Open),
            Self::Open => ("SAVEPOINT a", Self::Part(Name::A)),
            Self::Part(Name::A) => ("RELEASE a;SAVEPOINT b", Self::Part(Name::B)),
            Self::Part(Name::B) => ("RELEASE b;SAVEPOINT a", Self::Part(Name::A)),
        }
    }

    /// The command that undoes the part just begun, and where it leads.
    const fn undo(self) -> (&'static str, Self) {
        match self {
            Self::Closed | Self::Open => ("ROLLBACK", Self::Closed),
            Self::Part(Name::A) => ("ROLLBACK TO a", self),
            Self::Part(Name::B) => ("ROLLBACK TO b", self),
        }
    }
}

/// Runs a group of jobs in one transaction. What begins a job's part travels with its first statement.
async fn group(
    mut open: OpenSqlite,
    first: Box<dyn Job>,
    queue: &mut mpsc::Receiver<Box<dyn Job>>,
    done: &mut Vec<Box<dyn Job>>,
) -> (OpenSqlite, Result<()>) {
    let mut stage = Stage::Closed;
    let mut next = Some(first);
    while let Some(mut job) = next.take() {
        let (begin, opened) = stage.begin();
        open.begin = Some(begin);
        let (tx, keep) = job.run(Tx::Sqlite(open)).await;
        done.push(job);
        open = match tx {
            Tx::Sqlite(open) => open,
            Tx::Postgres(_) => unreachable!("a job hands back the transaction it was lent"),
        };
        let sent = open.begin.take().is_none();
        if sent {
            stage = opened;
        }
        if sent && !keep {
            let (undo, left) = stage.undo();
            stage = left;
            if let Err(error) = open.conn.execute(undo).await {
                match stage {
                    // The beginning itself failed, so that nothing is there to undo; the next job finds out whether it still does.
                    Stage::Closed => {}
                    Stage::Open | Stage::Part(_) => return (open, Err(error.into())),
                }
            }
        }
        if done.len() < GROUP {
            next = queue.try_recv().ok();
        }
    }
    let committed = match stage {
        Stage::Closed => Ok(()),
        Stage::Open | Stage::Part(_) => open.conn.execute("COMMIT").await.map(drop).map_err(Error::from),
    };
    (open, committed)
}
