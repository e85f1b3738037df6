//! A PostgreSQL server: a pool of connections, one transaction per job.

use std::str::FromStr as _;
use std::time::Duration;

use sqlx::postgres::{PgConnectOptions, PgPool, PgPoolOptions};
use sqlx::{ConnectOptions as _, Postgres, Transaction};

use crate::error::{Error, Result};
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
        Ok(Open::new(self.pool.begin_with("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY").await?))
    }

    /// A transaction to write in. Its changes are compare-and-set, which READ COMMITTED serves.
    pub(crate) async fn begin_write(&self) -> Result<Open<Postgres, Transaction<'static, Postgres>>> {
        Ok(Open::new(self.pool.begin().await?))
    }
}

/// The address for a message: what stands between the scheme and the @ stays secret.
pub(super) fn without_password(url: &str) -> String {
    let Some((before, host)) = url.rsplit_once('@') else { return url.to_owned() };
    format!("{}://…@{host}", before.split_once("://").map_or("", |(scheme, _)| scheme))
}
