//! How the database works queries off, for whoever measures them: texts are recorded while somebody asks for it, and a plan is shown for each.

use std::collections::BTreeSet;
use std::sync::atomic::{AtomicBool, Ordering};

use parking_lot::Mutex;
use sqlx::{AssertSqlSafe, Row as _};

use crate::Store;
use crate::error::Result;
use crate::sql::{TenantTx, Tx};

static RECORDING: AtomicBool = AtomicBool::new(false);
static RECORDED: Mutex<BTreeSet<String>> = Mutex::new(BTreeSet::new());

/// Begins with an empty record, or stops recording. It is the process's, for programs that do nothing else meanwhile.
pub fn record(on: bool) {
    RECORDED.lock().clear();
    RECORDING.store(on, Ordering::Relaxed);
}

/// The texts of the queries since the record began, each once.
pub fn recorded() -> Vec<String> {
    RECORDED.lock().iter().cloned().collect()
}

/// Records a text when somebody wants it.
pub(crate) fn note(text: &str) {
    if RECORDING.load(Ordering::Relaxed) {
        // A command that begins the transaction may stand in front.
        let query = text.split_once(';').filter(|(command, _)| command.starts_with("BEGIN")).map_or(text, |(_, query)| query);
        RECORDED.lock().insert(query.to_owned());
    }
}

/// The plan of a recorded query, with unknown values in place of its parameters.
pub async fn plan(tx: &mut TenantTx, text: &str) -> Result<String> {
    tx.begin().await?;
    let lines: Vec<String> = match &mut tx.tx {
        Tx::Sqlite(open) => {
            let rows = sqlx::query(AssertSqlSafe(format!("EXPLAIN QUERY PLAN {text}"))).fetch_all(&mut *open.conn).await?;
            rows.iter().map(|row| row.try_get("detail")).collect::<sqlx::Result<_>>()?
        }
        Tx::Postgres(open) => {
            // A prepared statement is planned without its values when it is told to; EXPLAIN alone refuses parameters.
            for command in ["SET LOCAL plan_cache_mode = force_generic_plan".to_owned(), format!("PREPARE explained AS {text}")] {
                sqlx::raw_sql(AssertSqlSafe(command)).execute(&mut *open.conn).await?;
            }
            let parameters = (1..=64).take_while(|n| text.contains(&format!("${n}"))).count();
            let values = if parameters == 0 { String::new() } else { format!("({})", vec!["NULL"; parameters].join(", ")) };
            let rows = sqlx::raw_sql(AssertSqlSafe(format!("EXPLAIN EXECUTE explained{values}"))).fetch_all(&mut *open.conn).await?;
            sqlx::raw_sql("DEALLOCATE explained").execute(&mut *open.conn).await?;
            rows.iter().map(|row| row.try_get(0)).collect::<sqlx::Result<_>>()?
        }
    };
    Ok(lines.join("\n"))
}

/// Brings the database's own knowledge of its tables up to date, as its housekeeping would do in time: after much was loaded at once.
pub async fn settle(store: &Store) -> Result<()> {
    store
        .write(|tx| {
            Box::pin(async move {
                let tx = &mut tx.0;
                crate::sql::execute!(tx, "ANALYZE").map(drop)
            })
        })
        .await
}
