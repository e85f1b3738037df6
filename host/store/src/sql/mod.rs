//! How this room talks to two databases with one SQL text: [`Tx`] is whichever is open, `on!` runs an expression on it, and
//! the other macros are its common forms. Insertions are not sent at once but gathered ([`batch`]) and leave as one command,
//! before anything else is asked and before the transaction ends.

pub(crate) mod batch;
pub(crate) mod column;
pub(crate) mod pack;
pub(crate) mod prefix;
pub(crate) mod stamp;

use redress_domain::id::TenantId;
use sqlx::{AssertSqlSafe, Postgres, SqlSafeStr, SqlStr, Sqlite, SqliteConnection, Transaction};
use uuid::Uuid;

use crate::error::Result;
use batch::Batch;

/// An open transaction on whichever database.
pub(crate) enum Tx {
    /// The connection belongs to the writer or a reader, which begins and ends transactions itself.
    Sqlite(Open<Sqlite, Box<SqliteConnection>>),
    /// One transaction of the pool.
    Postgres(Open<Postgres, Transaction<'static, Postgres>>),
}

/// A connection and what waits to be sent over it.
pub(crate) struct Open<DB: sqlx::Database, C> {
    pub(crate) conn: C,
    pub(crate) batch: Batch<DB>,
    /// The command that begins the transaction or its part. It travels with the first statement: alone it would be one more
    /// trip to the connection's thread.
    pub(crate) begin: Option<&'static str>,
}

impl<DB: sqlx::Database, C> Open<DB, C> {
    pub(crate) fn new(conn: C) -> Self {
        Self { conn, batch: Batch::default(), begin: None }
    }
}

/// A transaction that sees one tenant's rows only: every query of a tenant's data goes through it.
///
/// A function that fails leaves the transaction unusable (PostgreSQL refuses to go on): hand the error to the caller and let
/// the transaction roll back.
pub struct TenantTx {
    pub(crate) tx: Tx,
    pub(crate) tenant: Uuid,
}

impl TenantTx {
    /// Whose transaction it is.
    pub fn tenant(&self) -> TenantId {
        TenantId::from_uuid(self.tenant)
    }

    /// Sends the gathered insertions, so that what follows sees them. Every read does this by itself.
    ///
    /// # Errors
    /// What the database says about any of them.
    pub async fn flush(&mut self) -> Result<()> {
        match &mut self.tx {
            Tx::Sqlite(open) if !open.batch.is_empty() => open.batch.send_sqlite(open.begin.take(), &mut open.conn).await,
            Tx::Postgres(open) if !open.batch.is_empty() => open.batch.send_postgres(&mut open.conn).await,
            Tx::Sqlite(_) | Tx::Postgres(_) => Ok(()),
        }
    }

    /// Forgets insertions that were not sent, because the transaction rolls back.
    pub(crate) fn discard(&mut self) {
        match &mut self.tx {
            Tx::Sqlite(open) => open.batch = Batch::default(),
            Tx::Postgres(open) => open.batch = Batch::default(),
        }
    }

    /// The command that has to go before the next statement, in the same text.
    pub(crate) const fn take_begin(&mut self) -> Option<&'static str> {
        match &mut self.tx {
            Tx::Sqlite(open) => open.begin.take(),
            Tx::Postgres(open) => open.begin.take(),
        }
    }

    /// Sends the command that has to go before the next statement on its own, for statements whose count of rows matters: the
    /// count of a text is the sum over its statements.
    pub(crate) async fn begin(&mut self) -> Result<()> {
        let Some(begin) = self.take_begin() else { return Ok(()) };
        on!(self, |conn| sqlx::query(begin).execute(conn).await.map(drop)).map_err(crate::Error::from)
    }

    /// True when no other transaction writes while this one does.
    pub(crate) const fn writes_alone(&self) -> bool {
        matches!(self.tx, Tx::Sqlite(_))
    }

    /// A moment as microseconds since 1970, to reckon with.
    pub(crate) fn micros(&self, column: &str) -> String {
        match self.tx {
            Tx::Sqlite(_) => column.to_owned(),
            Tx::Postgres(_) => format!("CAST(EXTRACT(EPOCH FROM {column}) * 1000000 AS BIGINT)"),
        }
    }

    /// How this database lets claims pass each other by: SQLite has one writer and needs nothing.
    pub(crate) const fn skip_locked(&self) -> &'static str {
        match self.tx {
            Tx::Sqlite(_) => "",
            Tx::Postgres(_) => " FOR UPDATE SKIP LOCKED",
        }
    }
}

/// A transaction across tenants, for the few things that have none yet or serve all: looking up a key, creating a tenant,
/// claiming due work.
pub struct SystemTx(pub(crate) TenantTx);

impl SystemTx {
    /// Opens the face over a transaction; no tenant is chosen yet.
    pub(crate) const fn new(tx: Tx) -> Self {
        Self(TenantTx { tx, tenant: Uuid::nil() })
    }

    /// The transaction, to end it.
    pub(crate) fn into_inner(self) -> Tx {
        self.0.tx
    }

    /// The same transaction narrowed to one tenant, for example to give a new tenant its first user.
    pub fn tenant(&mut self, tenant: TenantId) -> &mut TenantTx {
        self.0.tenant = tenant.as_uuid();
        &mut self.0
    }
}

/// A statement behind the command that has to go before it.
pub(crate) fn text(begin: Option<&'static str>, sql: impl SqlSafeStr) -> SqlStr {
    match begin {
        None => sql.into_sql_str(),
        Some(begin) => AssertSqlSafe(format!("{begin};{}", sql.into_sql_str().as_str())).into_sql_str(),
    }
}

/// Runs one sqlx expression on whichever database is open.
macro_rules! on {
    ($tx:expr, |$conn:ident| $body:expr) => {
        match &mut $tx.tx {
            $crate::sql::Tx::Sqlite(open) => {
                let $conn = &mut *open.conn;
                $body
            }
            $crate::sql::Tx::Postgres(open) => {
                let $conn = &mut *open.conn;
                $body
            }
        }
    };
}

/// Runs a statement now and answers how many rows it touched.
macro_rules! execute {
    ($tx:expr, $sql:expr $(, $arg:expr)* $(,)?) => {{
        $tx.flush().await?;
        $tx.begin().await?;
        let text = $crate::sql::text(None, $sql);
        $crate::explain::note(text.as_str());
        $crate::sql::on!($tx, |conn| sqlx::query(text)$(.bind($arg))*.execute(conn).await.map(|done| done.rows_affected()))
            .map_err($crate::Error::from)
    }};
}

/// Runs a query now and answers its first row, if any.
macro_rules! fetch_optional {
    ($tx:expr, $row:ty, $sql:expr $(, $arg:expr)* $(,)?) => {{
        $tx.flush().await?;
        let text = $crate::sql::text($tx.take_begin(), $sql);
        $crate::explain::note(text.as_str());
        $crate::sql::on!($tx, |conn| sqlx::query_as::<_, $row>(text)$(.bind($arg))*.fetch_optional(conn).await)
            .map_err($crate::Error::from)
    }};
}

/// Runs a query now and answers its only row.
macro_rules! fetch_one {
    ($tx:expr, $row:ty, $sql:expr $(, $arg:expr)* $(,)?) => {{
        $tx.flush().await?;
        let text = $crate::sql::text($tx.take_begin(), $sql);
        $crate::explain::note(text.as_str());
        $crate::sql::on!($tx, |conn| sqlx::query_as::<_, $row>(text)$(.bind($arg))*.fetch_one(conn).await)
            .map_err($crate::Error::from)
    }};
}

/// Runs a query now and answers all its rows.
macro_rules! fetch_all {
    ($tx:expr, $row:ty, $sql:expr $(, $arg:expr)* $(,)?) => {{
        $tx.flush().await?;
        let text = $crate::sql::text($tx.take_begin(), $sql);
        $crate::explain::note(text.as_str());
        $crate::sql::on!($tx, |conn| sqlx::query_as::<_, $row>(text)$(.bind($arg))*.fetch_all(conn).await)
            .map_err($crate::Error::from)
    }};
}

/// Builds a query piece by piece and answers all its rows.
macro_rules! fetch_built {
    ($tx:expr, $row:ty, $start:expr, |$query:ident| $build:block) => {{
        $tx.flush().await?;
        let text = $crate::sql::text($tx.take_begin(), $start);
        $crate::sql::on!($tx, |conn| {
            let mut $query = sqlx::QueryBuilder::new(text.as_str());
            $build
            $crate::explain::note($query.sql().as_str());
            $query.build_query_as::<$row>().fetch_all(conn).await
        })
        .map_err($crate::Error::from)
    }};
}

/// Gathers one multi-row insertion, in several commands when it is large. The columns are listed in `$into`, the block binds one row's values in that order.
macro_rules! insert {
    ($tx:expr, $into:expr, $rows:expr, |$values:ident, $row:pat_param| $bind:block) => {
        $crate::sql::insert!($tx, $into, $rows, |$values, $row| $bind, "")
    };
    ($tx:expr, $into:expr, $rows:expr, |$values:ident, $row:pat_param| $bind:block, $tail:expr) => {{
        let mut rows = IntoIterator::into_iter($rows).peekable();
        while rows.peek().is_some() {
            match &mut $tx.tx {
                $crate::sql::Tx::Sqlite(open) => open.batch.insert($into, &mut rows, $tail, |$values, $row| $bind)?,
                $crate::sql::Tx::Postgres(open) => open.batch.insert($into, &mut rows, $tail, |$values, $row| $bind)?,
            }
            $tx.flush_when_full().await?;
        }
    }};
}

pub(crate) use {execute, fetch_all, fetch_built, fetch_one, fetch_optional, insert, on};

impl TenantTx {
    /// Sends the gathered insertions when one more might exceed the databases' limit of bound values.
    pub(crate) async fn flush_when_full(&mut self) -> Result<()> {
        let full = match &self.tx {
            Tx::Sqlite(open) => open.batch.is_full(),
            Tx::Postgres(open) => open.batch.is_full(),
        };
        if full { self.flush().await } else { Ok(()) }
    }
}
