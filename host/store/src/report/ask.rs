//! Asks a question.

use std::collections::BTreeMap;

use redress_domain::report::fact::{Dimension, Field};
use redress_domain::report::{Grid, Question, Source};
use sqlx::{AssertSqlSafe, Row as _};

use super::compile::{KEYS, column, field, head, line_column, lines, sum, table};
use crate::error::Result;
use crate::fact;
use crate::sql::{TenantTx, fetch_built};

/// Three keys, a bucket, and as many numbers as were asked for.
struct GridRow {
    keys: Vec<String>,
    bucket: i64,
    numbers: Vec<i64>,
}

macro_rules! from_row {
    ($row:ty) => {
        impl<'r> sqlx::FromRow<'r, $row> for GridRow {
            fn from_row(row: &'r $row) -> sqlx::Result<Self> {
                let keys = (0..KEYS).map(|place| row.try_get(place)).collect::<sqlx::Result<_>>()?;
                let numbers = (KEYS + 1..row.len()).map(|place| row.try_get(place)).collect::<sqlx::Result<_>>()?;
                Ok(Self { keys, bucket: row.try_get(KEYS)?, numbers })
            }
        }
    };
}

from_row!(sqlx::sqlite::SqliteRow);
from_row!(sqlx::postgres::PgRow);

/// The conditions of a question, behind `WHERE f.tenant_id = $1`.
macro_rules! conditions {
    ($query:ident, $tenant:expr, $question:expr) => {
        if let (_, Some(slice)) = table($question) {
            $query.push(" AND f.slice = ").push_bind(slice);
        }
        $query.push(" AND f.day >= ").push_bind($question.days.first).push(" AND f.day <= ").push_bind($question.days.last);
        for filter in &$question.filters {
            let inner =
                line_column(filter.dimension).filter(|_| $question.source == Source::Facts && !$question.keys.contains(&filter.dimension));
            match inner {
                // Some line of the ticket.
                Some(inner) => {
                    $query.push(" AND EXISTS (SELECT 1 FROM ticket_line x WHERE x.tenant_id = ").push_bind($tenant);
                    $query.push(" AND x.ticket_id = f.ticket_id AND ").push(inner).push(" IN (");
                }
                None => {
                    $query.push(" AND ").push(column($question, filter.dimension)).push(" IN (");
                }
            }
            let mut values = $query.separated(", ");
            for value in &filter.any_of {
                values.push_bind(value.clone());
            }
            $query.push(if inner.is_some() { "))" } else { ")" });
        }
    };
}

/// The facts, with their lines when rows are told apart by them.
macro_rules! from {
    ($query:ident, $tenant:expr, $question:expr) => {
        $query.push(" FROM ").push(table($question).0).push(" f");
        if let Some(columns) = lines($question) {
            $query.push(" JOIN (SELECT DISTINCT ticket_id, ").push(columns).push(" FROM ticket_line WHERE tenant_id = ").push_bind($tenant);
            // Only of the days asked for, so that not every line there is must be read.
            $query.push(" AND ticket_id IN (SELECT ticket_id FROM ticket_fact WHERE tenant_id = ").push_bind($tenant);
            $query.push(" AND day >= ").push_bind($question.days.first).push(" AND day <= ").push_bind($question.days.last);
            $query.push(")) l ON l.ticket_id = f.ticket_id");
        }
        $query.push(" WHERE f.tenant_id = ").push_bind($tenant);
    };
}

/// The answer, exact as of this transaction's snapshot: what is kept, and what is pending.
pub async fn ask(tx: &mut TenantTx, question: &Question) -> Result<Grid> {
    let tenant = tx.tenant;
    let (front, grouped) = head(question);
    let sums: Vec<String> = question.sums.iter().map(|wanted| sum(question, *wanted)).collect();
    let start = format!("SELECT {front}, {}", sums.join(", "));
    let rows = fetch_built!(tx, GridRow, AssertSqlSafe(start), |query| {
        from!(query, tenant, question);
        conditions!(query, tenant, question);
        if !grouped.is_empty() {
            query.push(" GROUP BY ").push(grouped.join(", "));
        }
    })?;
    let mut grid: Grid = rows
        .into_iter()
        .map(|mut row| {
            row.keys.truncate(question.keys.len());
            ((row.keys, row.bucket), row.numbers)
        })
        .collect();
    if let Source::Cells { .. } = question.source {
        for (fact, folded) in fact::pending(tx, question.days).await? {
            question.merge(&mut grid, &fact, 1);
            if let Some(folded) = folded {
                question.merge(&mut grid, &folded, -1);
            }
        }
    }
    Ok(grid)
}

/// The nearest-rank percentile of a field by key and bucket (NIST: the value at place ⌈percent/100 · n⌉ of n). Read from the facts, because
/// it is no sum. Both databases number rows alike; their own percentile functions differ or are missing.
pub async fn ranks(tx: &mut TenantTx, question: &Question, of: Field, percent: u8) -> Result<BTreeMap<(Vec<String>, i64), i64>> {
    let question = &question.from_facts();
    let tenant = tx.tenant;
    let (front, grouped) = head(question);
    let column = field(of);
    let by = if grouped.is_empty() { String::new() } else { format!("PARTITION BY {}", grouped.join(", ")) };
    let mut parts = front.splitn(KEYS + 1, ", ");
    let named: Vec<String> =
        ["k1", "k2", "k3", "bucket"].iter().map(|name| format!("{} AS {name}", parts.next().unwrap_or_default())).collect();
    let start = format!(
        "SELECT k1, k2, k3, bucket, value FROM (SELECT {}, {column} AS value, ROW_NUMBER() OVER ({by} ORDER BY {column}) AS place, \
         COUNT(*) OVER ({by}) AS tickets",
        named.join(", ")
    );
    let rows = fetch_built!(tx, GridRow, AssertSqlSafe(start), |query| {
        from!(query, tenant, question);
        conditions!(query, tenant, question);
        query.push(" AND ").push(column.as_str()).push(" IS NOT NULL) ranked WHERE place = (tickets * ").push_bind(i64::from(percent));
        query.push(" + 99) / 100");
    })?;
    let row = |mut row: GridRow| {
        row.keys.truncate(question.keys.len());
        ((row.keys, row.bucket), row.numbers.first().copied().unwrap_or(0))
    };
    Ok(rows.into_iter().map(row).collect())
}

/// Names of the queues and people that keys stand for, by id.
pub async fn names(tx: &mut TenantTx, dimension: Dimension) -> Result<BTreeMap<String, String>> {
    let people = match dimension {
        Dimension::Assignee => true,
        Dimension::Queue => false,
        _ => return Ok(BTreeMap::new()),
    };
    let sql = if people { "SELECT id, name FROM account WHERE tenant_id = $1" } else { "SELECT id, name FROM queue WHERE tenant_id = $1" };
    let rows = crate::sql::fetch_all!(tx, (uuid::Uuid, String), sql, tx.tenant)?;
    let id = |id| {
        if people { redress_domain::id::UserId::from_uuid(id).to_string() } else { redress_domain::id::QueueId::from_uuid(id).to_string() }
    };
    Ok(rows.into_iter().map(|(key, name)| (id(key), name)).collect())
}
