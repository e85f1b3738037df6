//! What SQLite is told about its tables, so that it plans every query as it would for a large shop.
//!
//! SQLite knows how many rows a column tells apart only after `ANALYZE`. Before that it takes ten rows for a tenant's whole table and walks
//! it; after it, plans follow whatever was in the tables that day. So the figures of a platform with ten shops and a million rows in each
//! table are written once (`sqlite_stat1` is meant to be written: <https://www.sqlite.org/optoverview.html#manual_control_of_query_plans_using_sqlite_stat_tables>),
//! and plans are the same on the first day, after years, and in tests.

use sqlx::Connection as _;
use sqlx::sqlite::SqliteConnection;

use crate::error::Result;

/// Rows of a table.
const ROWS: u32 = 1_000_000;
/// Rows of one owner: a ticket, a customer, a day's number.
const FEW: u32 = 10;
/// How much smaller an index is that holds only what is still to be done.
const WAITING: u32 = 50;

/// An index, column by column.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Index {
    table: String,
    /// As `sqlite_stat1` names it.
    name: String,
    is_unique: bool,
    /// Holds every row, or every row that has its columns at all.
    is_whole: bool,
    columns: Vec<String>,
}

impl Index {
    /// How many rows there are, then how many have the same first column, the same first two, and so on.
    fn figures(&self) -> String {
        let mut left = if self.is_whole { ROWS } else { ROWS / WAITING };
        let mut figures = vec![left.to_string()];
        for (place, column) in self.columns.iter().enumerate() {
            left = if self.is_unique && place + 1 == self.columns.len() { 1 } else { alike(column, left) };
            figures.push(left.to_string());
        }
        figures.join(" ")
    }
}

/// How many of so many rows have the same value in a column.
fn alike(column: &str, rows: u32) -> u32 {
    let of = |values: u32| (rows / values).max(1);
    match column {
        // A shop has few: it is quicker to walk the newest than to sort all of one.
        "channel" => rows,
        "state" | "case_status" | "role" | "slice" | "resource" | "queue_id" | "binding_id" | "plugin_id" => of(20),
        "assignee_id" | "account_id" => of(50),
        "tenant_id" | "kind" | "gateway_id" => of(10),
        "noun" | "purpose" | "definition" | "edition" => of(5),
        "day" => of(700),
        _ => rows.min(FEW),
    }
}

/// A row of `sqlite_stat1`: table, index, figures.
type Told = (String, String, String);

/// Writes the figures when they are not there yet. Open connections see that and plan anew.
pub(crate) async fn tell(conn: &mut SqliteConnection) -> Result<()> {
    let told = |index: Index| (index.table.clone(), index.name.clone(), index.figures());
    let wanted: Vec<Told> = indexes(conn).await?.into_iter().map(told).collect();
    let mut tx = conn.begin_with("BEGIN IMMEDIATE").await?;
    write(&mut tx, &wanted).await?;
    Ok(tx.commit().await?)
}

async fn write(conn: &mut SqliteConnection, wanted: &[Told]) -> sqlx::Result<()> {
    let exists = "SELECT COUNT(*) FROM sqlite_master WHERE name = 'sqlite_stat1'";
    if sqlx::query_scalar::<_, i64>(exists).fetch_one(&mut *conn).await? > 0 {
        let sql = "SELECT tbl, COALESCE(idx, ''), stat FROM sqlite_stat1 ORDER BY tbl, idx";
        if sqlx::query_as::<_, Told>(sql).fetch_all(&mut *conn).await? == wanted {
            return Ok(());
        }
        // A new table is a change of the schema, which every connection looks for.
        sqlx::raw_sql("DROP TABLE sqlite_stat1").execute(&mut *conn).await?;
    }
    sqlx::raw_sql("ANALYZE sqlite_schema").execute(&mut *conn).await?;
    sqlx::raw_sql("DELETE FROM sqlite_stat1").execute(&mut *conn).await?;
    for (table, name, figures) in wanted {
        let sql = "INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES ($1, $2, $3)";
        sqlx::query(sql).bind(table).bind(name).bind(figures).execute(&mut *conn).await?;
    }
    sqlx::raw_sql("ANALYZE sqlite_schema").execute(&mut *conn).await.map(drop)
}

/// Every index of our tables, by table and name.
async fn indexes(conn: &mut SqliteConnection) -> Result<Vec<Index>> {
    let sql = "SELECT t.name, t.sql, l.name, l.\"unique\", l.origin, COALESCE(s.sql, ''), COALESCE(i.name, '') FROM sqlite_master t \
               JOIN pragma_index_list(t.name) l JOIN pragma_index_info(l.name) i LEFT JOIN sqlite_master s ON s.name = l.name \
               WHERE t.type = 'table' AND substr(t.name, 1, 7) <> 'sqlite_' AND substr(t.name, 1, 1) <> '_' ORDER BY t.name, l.name, i.seqno";
    let rows: Vec<(String, String, String, bool, String, String, String)> = sqlx::query_as(sql).fetch_all(conn).await?;
    let mut found: Vec<Index> = Vec::new();
    for (table, table_sql, index, is_unique, origin, text, column) in rows {
        // A table without row ids is its own primary key.
        let name = if origin == "pk" && table_sql.to_uppercase().contains("WITHOUT ROWID") { table.clone() } else { index };
        match found.last_mut() {
            Some(last) if last.table == table && last.name == name => last.columns.push(column),
            _ => found.push(Index { table, name, is_unique, is_whole: is_whole(&text), columns: vec![column] }),
        }
    }
    found.sort_by(|a, b| (&a.table, &a.name).cmp(&(&b.table, &b.name)));
    Ok(found)
}

/// True when an index leaves out only rows without a value in its columns, or those of closed tickets: most were open not long ago, and a
/// list of all that are open is walked from the newest.
fn is_whole(text: &str) -> bool {
    let Some((_, condition)) = text.split_once(" WHERE ") else { return true };
    condition.split(" AND ").all(|part| part.trim().ends_with("IS NOT NULL") || part.trim() == "is_open")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn index(name: &str, is_unique: bool, is_whole: bool, columns: &[&str]) -> Index {
        Index { table: "t".into(), name: name.into(), is_unique, is_whole, columns: columns.iter().map(ToString::to_string).collect() }
    }

    #[test]
    fn a_tenant_is_a_large_part_and_an_owner_a_small_one() {
        assert_eq!(index("pk", true, true, &["tenant_id", "id"]).figures(), "1000000 100000 1");
        assert_eq!(index("by_ticket", false, true, &["tenant_id", "ticket_id", "id"]).figures(), "1000000 100000 10 10");
        assert_eq!(index("due", false, false, &["due_at"]).figures(), "20000 10");
    }

    #[test]
    fn an_index_of_what_waits_is_small() {
        assert!(is_whole("CREATE INDEX a ON t (b)"));
        assert!(is_whole("CREATE INDEX a ON t (b) WHERE b IS NOT NULL AND is_open"));
        assert!(!is_whole("CREATE INDEX a ON t (b) WHERE state = 'pending'"));
    }
}
