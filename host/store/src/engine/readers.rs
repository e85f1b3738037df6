//! Read-only connections of a SQLite database. They see the last commit and never wait for the writer.

use parking_lot::Mutex;
use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{ConnectOptions as _, Executor as _, SqliteConnection};
use tokio::sync::{Semaphore, SemaphorePermit};

use crate::error::{Error, Result};
use crate::sql::{Open, Tx};

/// More readers than this only take turns on the processors.
const READERS: usize = 8;

/// The idle connections and the right to open more.
pub(crate) struct Readers {
    options: SqliteConnectOptions,
    #[expect(clippy::vec_box, reason = "a transaction holds its connection boxed, and boxes move between the two")]
    idle: Mutex<Vec<Box<SqliteConnection>>>,
    permits: Semaphore,
}

impl Readers {
    /// Readers that open on demand.
    pub(crate) fn new(options: SqliteConnectOptions) -> Self {
        Self { options, idle: Mutex::new(Vec::with_capacity(READERS)), permits: Semaphore::new(READERS) }
    }

    /// How many are at work, and how many there may be.
    pub(crate) fn usage(&self) -> (usize, usize) {
        (READERS.saturating_sub(self.permits.available_permits()), READERS)
    }

    /// A connection, as soon as one is free. Dropping it without giving it back closes it.
    pub(crate) async fn take(&self) -> Result<Reader<'_>> {
        let permit = self.permits.acquire().await.map_err(|_| Error::Closed)?;
        let ready = self.idle.lock().pop();
        let conn = match ready {
            Some(conn) => conn,
            None => Box::new(self.options.connect().await?),
        };
        Ok(Reader { home: self, conn: Some(conn), _permit: permit })
    }
}

/// A connection on loan.
pub(crate) struct Reader<'a> {
    home: &'a Readers,
    conn: Option<Box<SqliteConnection>>,
    _permit: SemaphorePermit<'a>,
}

impl Reader<'_> {
    /// Begins the snapshot.
    pub(crate) async fn begin(&mut self) -> Result<()> {
        if let Some(conn) = &mut self.conn {
            conn.execute("BEGIN").await?;
        }
        Ok(())
    }

    /// The connection as a transaction.
    pub(crate) fn lend(&mut self) -> Tx {
        let conn = self.conn.take().expect("a reader is lent once");
        Tx::Sqlite(Open::new(conn))
    }

    /// Ends the snapshot and keeps the connection for the next reader.
    pub(crate) async fn give_back(self, tx: Tx) {
        if let Tx::Sqlite(mut open) = tx
            && open.conn.execute("ROLLBACK").await.is_ok()
        {
            self.home.idle.lock().push(open.conn);
        }
    }
}
