//! A PostgreSQL server: a pool of connections, one transaction per job.

use std::str::FromStr as _;
use std::time::Duration;

use sqlx::postgres::{PgConnectOptions, PgPool, PgPoolOptions};
use sqlx::{ConnectOptions as _, Postgres, Transaction};

use crate::error::{Error, Result, is_away};
use crate::sql::Open;

/// Connections of one host node.
const CONNECTIONS: u32 = 24;

/// The way to the server.
#[derive(Clone)]
pub(crate) struct Database {
    pub(crate) pool: PgPool,
}

impl Database {
    /// Connects.
    pub(crate) async fn open(url: &str) -> Result<Self> {
        let options = PgConnectOptions::from_str(url)
            .map_err(|_| Error::Url(without_password(url)))?
            .application_name("redress")
            .statement_cache_capacity(512)
            .disable_statement_logging();
        let pool = PgPoolOptions::new()
            .max_connections(CONNECTIONS)
            .acquire_timeout(Duration::from_secs(10))
            .test_before_acquire(false)
            .connect_with(options)
            .await?;
        Ok(Self { pool })
    }

    /// A snapshot to read from.
    pub(crate) async fn begin_read(&self) -> Result<Open<Postgres, Transaction<'static, Postgres>>> {
        Ok(Open::new(self.begin("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY").await?))
    }

    /// A transaction to write in. Its changes are compare-and-set, which READ COMMITTED serves.
    pub(crate) async fn begin_write(&self) -> Result<Open<Postgres, Transaction<'static, Postgres>>> {
        Ok(Open::new(self.begin("BEGIN").await?))
    }

    /// After a restart of the database the pool holds connections that are dead: nothing was asked on them yet, so the next is
    /// taken.
    async fn begin(&self, statement: &'static str) -> Result<Transaction<'static, Postgres>> {
        let mut left = CONNECTIONS;
        loop {
            match self.pool.begin_with(statement).await {
                Err(error) if left > 0 && is_away(&error) => left -= 1,
                begun => return Ok(begun?),
            }
        }
    }
}

/// The address for a message: what stands between the scheme and the @ stays secret.
pub(super) fn without_password(url: &str) -> String {
    let Some((before, host)) = url.rsplit_once('@') else { return url.to_owned() };
    format!("{}://…@{host}", before.split_once("://").map_or("", |(scheme, _)| scheme))
}
