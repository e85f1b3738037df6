//! A SQLite file: one writer, several readers, a write-ahead log that is flushed to disk at every commit.

use std::time::Duration;

use sqlx::ConnectOptions as _;
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqliteSynchronous};

use super::readers::Readers;
use super::writer::Writer;
use crate::error::Result;

/// An open file.
pub(crate) struct Database {
    pub(crate) writer: Writer,
    pub(crate) readers: Readers,
    /// How to open one more connection that writes, for migrations.
    pub(crate) options: SqliteConnectOptions,
}

impl Database {
    /// Opens the file, and creates it when it is missing.
    pub(crate) async fn open(path: &str) -> Result<Self> {
        let options = SqliteConnectOptions::new()
            .filename(path)
            .create_if_missing(true)
            .journal_mode(SqliteJournalMode::Wal)
            // FULL: a commit that was answered survives a power cut.
            .synchronous(SqliteSynchronous::Full)
            .foreign_keys(true)
            .busy_timeout(Duration::from_secs(10))
            .statement_cache_capacity(512)
            .pragma("cache_size", "-65536")
            .pragma("mmap_size", "1073741824")
            // Also keeps in memory what a savepoint needs to undo a job; on disk it would be a file per job.
            .pragma("temp_store", "MEMORY")
            // A checkpoint copies pages into the file and flushes it; every 32 MiB of log is often enough.
            .pragma("wal_autocheckpoint", "8192")
            .pragma("journal_size_limit", "134217728")
            .disable_statement_logging();
        let writer = Writer::start(options.connect().await?);
        let readers = Readers::new(options.clone().read_only(true).create_if_missing(false));
        Ok(Self { writer, readers, options })
    }
}
