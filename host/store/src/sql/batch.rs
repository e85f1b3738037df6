//! Insertions that leave together. A ticket is written to ten tables; ten commands would be ten trips to the database, each
//! of which costs more than the insertion itself. Gathered, they are one command: on SQLite several statements in one text, on
//! PostgreSQL one statement with a `WITH` part per table. A broken constraint shows when the batch is sent.

use std::fmt::Write as _;

use sqlx::encode::Encode;
use sqlx::{Arguments as _, AssertSqlSafe, Database, PgConnection, Postgres, Sqlite, SqliteConnection, Type};

use crate::error::{Error, Result};

/// Both databases take at least 32,766 bound values in a command; rows have at most 30.
const FULL: usize = 20_000;

/// Insertions that wait.
pub(crate) struct Batch<DB: Database> {
    statements: Vec<String>,
    arguments: DB::Arguments,
    bound: usize,
}

impl<DB: Database> Default for Batch<DB> {
    fn default() -> Self {
        Self { statements: Vec::new(), arguments: DB::Arguments::default(), bound: 0 }
    }
}

/// The place where one row's values go.
pub(crate) struct Values<'a, DB: Database> {
    sql: &'a mut String,
    arguments: &'a mut DB::Arguments,
    bound: &'a mut usize,
    first: bool,
    failed: Option<sqlx::error::BoxDynError>,
}

impl<DB: Database> Values<'_, DB> {
    /// Adds the next column's value.
    pub(crate) fn bind<'t, T: Encode<'t, DB> + Type<DB>>(&mut self, value: T) -> &mut Self {
        if let Err(error) = self.arguments.add(value) {
            self.failed.get_or_insert(error);
        }
        *self.bound += 1;
        if !std::mem::take(&mut self.first) {
            self.sql.push(',');
        }
        // `?` on SQLite, `$1` and so on on PostgreSQL. Writing to a String cannot fail.
        let _ = self.arguments.format_placeholder(self.sql);
        self
    }
}

impl<DB: Database> Batch<DB> {
    pub(crate) fn is_empty(&self) -> bool {
        self.statements.is_empty()
    }

    pub(crate) fn is_full(&self) -> bool {
        self.bound >= FULL
    }

    /// Gathers `INSERT INTO {into} VALUES …{tail}`, at most until the batch is full: what then is left of `rows` is for the
    /// next one. Nothing when there are no rows.
    pub(crate) fn insert<R>(
        &mut self,
        into: &'static str,
        rows: &mut impl Iterator<Item = R>,
        tail: &'static str,
        mut bind: impl FnMut(&mut Values<'_, DB>, R),
    ) -> Result<()> {
        let mut sql = format!("INSERT INTO {into} VALUES ");
        let mut any = false;
        while self.bound < FULL
            && let Some(row) = rows.next()
        {
            sql.push_str(if any { ",(" } else { "(" });
            any = true;
            let mut values = Values { sql: &mut sql, arguments: &mut self.arguments, bound: &mut self.bound, first: true, failed: None };
            bind(&mut values, row);
            if let Some(error) = values.failed {
                return Err(Error::from(sqlx::Error::Encode(error)));
            }
            sql.push(')');
        }
        if any {
            sql.push_str(tail);
            self.statements.push(sql);
        }
        Ok(())
    }

    fn take(&mut self) -> Self {
        std::mem::take(self)
    }
}

impl Batch<Sqlite> {
    /// Sends everything as one text of several statements, behind the command that begins the transaction, if any.
    pub(crate) async fn send_sqlite(&mut self, begin: Option<&'static str>, conn: &mut SqliteConnection) -> Result<()> {
        let batch = self.take();
        let mut text = String::with_capacity(64 + batch.statements.iter().map(|statement| statement.len() + 1).sum::<usize>());
        for part in begin.into_iter().chain(batch.statements.iter().map(String::as_str)) {
            text.push_str(part);
            text.push(';');
        }
        // The parts are built above from static text and placeholders.
        let sql = AssertSqlSafe(text);
        sqlx::query_with(sql, batch.arguments).execute(conn).await?;
        Ok(())
    }
}

impl Batch<Postgres> {
    /// Sends everything as one statement. All parts see the same snapshot, so a part must not depend on the rows of another.
    pub(crate) async fn send_postgres(&mut self, conn: &mut PgConnection) -> Result<()> {
        let mut batch = self.take();
        let last = batch.statements.pop().unwrap_or_default();
        let mut sql = String::new();
        for (index, statement) in batch.statements.iter().enumerate() {
            let _ = write!(sql, "{} w{index} AS ({statement})", if index == 0 { "WITH" } else { "," });
        }
        sql.push(' ');
        sql.push_str(&last);
        // The parts are built above from static text and placeholders.
        sqlx::query_with(AssertSqlSafe(sql), batch.arguments).execute(conn).await?;
        Ok(())
    }
}
