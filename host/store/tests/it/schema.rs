//! Both migrations make the same tables.

use std::collections::BTreeMap;

use sqlx::{Connection as _, PgConnection, SqliteConnection};

use crate::backend::Backend;

/// Table and column, and whether the column may be empty.
type Columns = BTreeMap<(String, String), bool>;

#[tokio::test]
async fn both_databases_have_the_same_tables_columns_and_nullability() {
    let sqlite = Backend::sqlite().await;
    let postgres = Backend::postgres().await;
    let (ours, theirs) = (sqlite_columns(&sqlite.url).await, postgres_columns(&postgres.url).await);
    assert!(ours.len() > 150, "only {} columns were found", ours.len());
    for (column, nullable) in &ours {
        assert_eq!(theirs.get(column), Some(nullable), "{column:?} differs in PostgreSQL");
    }
    for column in theirs.keys() {
        assert!(ours.contains_key(column), "{column:?} is missing in SQLite");
    }
}

/// Every table but the tenants themselves and the content-addressed bytes leads its key with the tenant.
#[tokio::test]
async fn the_tenant_leads_every_key() {
    let backend = Backend::sqlite().await;
    let mut conn = SqliteConnection::connect(&backend.url).await.unwrap();
    let sql = "SELECT m.name, i.name FROM sqlite_schema m JOIN pragma_table_info(m.name) i ON i.pk = 1 \
               WHERE m.type = 'table' AND m.name NOT LIKE '\\_%' ESCAPE '\\' AND m.name NOT LIKE 'sqlite%'";
    let keys: Vec<(String, String)> = sqlx::query_as(sql).fetch_all(&mut conn).await.unwrap();
    assert!(keys.len() > 20);
    for (table, column) in keys {
        if !["tenant", "plugin_bytes"].contains(&table.as_str()) {
            assert_eq!(column, "tenant_id", "the key of {table}");
        }
    }
}

async fn sqlite_columns(url: &str) -> Columns {
    let mut conn = SqliteConnection::connect(url).await.unwrap();
    let sql = "SELECT m.name, i.name, i.\"notnull\" FROM sqlite_schema m JOIN pragma_table_info(m.name) i \
               WHERE m.type = 'table' AND m.name NOT LIKE '\\_%' ESCAPE '\\' AND m.name NOT LIKE 'sqlite%'";
    let rows: Vec<(String, String, i64)> = sqlx::query_as(sql).fetch_all(&mut conn).await.unwrap();
    rows.into_iter().map(|(table, column, not_null)| ((table, column), not_null == 0)).collect()
}

async fn postgres_columns(url: &str) -> Columns {
    let mut conn = PgConnection::connect(url).await.unwrap();
    let sql = "SELECT CAST(table_name AS TEXT), CAST(column_name AS TEXT), is_nullable = 'YES' FROM information_schema.columns \
               WHERE table_schema = 'public' AND table_name NOT LIKE '\\_%'";
    let rows: Vec<(String, String, bool)> = sqlx::query_as(sql).fetch_all(&mut conn).await.unwrap();
    rows.into_iter().map(|(table, column, nullable)| ((table, column), nullable)).collect()
}
