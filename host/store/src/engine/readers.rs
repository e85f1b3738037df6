//! Read-only connections of a SQLite database. They see the last commit and never wait for the writer.

use std::sync::Arc;

use parking_lot::Mutex;
use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{ConnectOptions as _, Executor as _, SqliteConnection};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

use crate::error::{Error, Result};
use crate::sql::{Open, Tx};

/// More readers than this only take turns on the processors.
const READERS: usize = 8;

/// The idle connections and the right to open more.
pub(crate) struct Readers {
    options: SqliteConnectOptions,
    #[expect(clippy::vec_box, reason = "a transaction holds its connection boxed, and boxes move between the two")]
    idle: Arc<Mutex<Vec<Box<SqliteConnection>>>>,
    permits: Arc<Semaphore>,
}

impl Readers {
    /// Readers that open on demand.
    pub(crate) fn new(options: SqliteConnectOptions) -> Self {
        Self { options, idle: Arc::default(), permits: Arc::new(Semaphore::new(READERS)) }
    }

    /// How many are at work, and how many there may be.
    pub(crate) fn usage(&self) -> (usize, usize) {
        (READERS.saturating_sub(self.permits.available_permits()), READERS)
    }

    /// A connection, as soon as one is free. Dropping it without giving it back closes it.
    pub(crate) async fn take(&self) -> Result<Reader> {
        let permit = Arc::clone(&self.permits).acquire_owned().await.map_err(|_| Error::Closed)?;
        let ready = self.idle.lock().pop();
        let conn = match ready {
            Some(conn) => conn,
            None => Box::new(self.options.connect().await?),
        };
        Ok(Reader { idle: Arc::clone(&self.idle), conn: Some(conn), permit })
    }
}

/// A connection on loan.
pub(crate) struct Reader {
    #[expect(clippy::vec_box, reason = "as above")]
    idle: Arc<Mutex<Vec<Box<SqliteConnection>>>>,
    conn: Option<Box<SqliteConnection>>,
    permit: OwnedSemaphorePermit,
}

impl Reader {
    /// The connection as a transaction. Its snapshot is taken by the first statement.
    pub(crate) fn lend(&mut self) -> Tx {
        let conn = self.conn.take().expect("a reader is lent once");
        let mut open = Open::new(conn);
        open.begin = Some("BEGIN");
        Tx::Sqlite(open)
    }

    /// Ends the snapshot and keeps the connection for the next reader. Who has read does not wait for that.
    pub(crate) fn give_back(self, tx: Tx) {
        let Tx::Sqlite(mut open) = tx else { return };
        let Self { idle, permit, .. } = self;
        if open.begin.is_some() {
            idle.lock().push(open.conn);
            return;
        }
        tokio::spawn(async move {
            if open.conn.execute("ROLLBACK").await.is_ok() {
                idle.lock().push(open.conn);
            }
            drop(permit);
        });
    }
}
