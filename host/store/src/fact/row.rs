//! Between rows and facts.

use std::collections::HashMap;
use std::sync::LazyLock;

use redress_domain::id::TicketId;
use redress_domain::report::Grain;
use redress_domain::report::cell::{Counters, Key};
use redress_domain::report::fact::{FIELD_COUNT, Fact, Field, Flag, LineFact};
use sqlx::Row as _;
use uuid::Uuid;

use crate::error::Result;
use crate::sql::stamp::Stamp;
use crate::sql::{TenantTx, fetch_built};

/// A fact without its lines, and what is kept of it.
pub(super) struct FactRow {
    pub(super) fact: Fact,
    pub(super) pending: bool,
    pub(super) folded: Option<String>,
}

macro_rules! from_row {
    ($row:ty) => {
        impl<'r> sqlx::FromRow<'r, $row> for FactRow {
            fn from_row(row: &'r $row) -> sqlx::Result<Self> {
                let mut fields = [None; FIELD_COUNT];
                for (value, field) in fields.iter_mut().zip(Field::ALL) {
                    *value = row.try_get::<Option<i64>, _>(field.as_str())?;
                }
                let stamp = |column: &str| row.try_get::<Stamp, _>(column).map(|at| at.0);
                let fact = Fact {
                    ticket: TicketId::from_uuid(row.try_get("ticket_id")?),
                    created_at: stamp("created_at")?,
                    day: row.try_get("day")?,
                    channel: row.try_get("channel")?,
                    kind: row.try_get("kind")?,
                    problem_type: row.try_get("problem_type")?,
                    queue: row.try_get("queue")?,
                    assignee: row.try_get("assignee")?,
                    case: row.try_get("case_status")?,
                    outcome: row.try_get("outcome")?,
                    tier: row.try_get("tier")?,
                    batch: row.try_get("batch")?,
                    lines: Vec::new(),
                    flags: row.try_get("flags")?,
                    fields,
                    since: stamp("since")?,
                    overdue_at: row.try_get::<Option<Stamp>, _>("overdue_at")?.map(|at| at.0),
                    operations: row.try_get("operations")?,
                };
                Ok(Self { fact, pending: row.try_get("pending")?, folded: row.try_get("folded")? })
            }
        }
    };
}

from_row!(sqlx::sqlite::SqliteRow);
from_row!(sqlx::postgres::PgRow);

/// Facts whose lines are fetched with one command: every one binds a value, of which `SQLite` takes 32,766 and `PostgreSQL` 65,535.
const AT_ONCE: usize = 5_000;

/// Fetches the lines of all these facts.
pub(super) async fn with_lines(tx: &mut TenantTx, rows: &mut [FactRow]) -> Result<()> {
    for rows in rows.chunks_mut(AT_ONCE) {
        lines_of(tx, rows).await?;
    }
    Ok(())
}

async fn lines_of(tx: &mut TenantTx, rows: &mut [FactRow]) -> Result<()> {
    let tenant = tx.tenant;
    let found = fetch_built!(
        tx,
        (Uuid, String, Option<String>, String),
        "SELECT DISTINCT ticket_id, sku, category, reason FROM ticket_line WHERE tenant_id = ",
        |query| {
            query.push_bind(tenant).push(" AND ticket_id IN (");
            let mut ids = query.separated(", ");
            for row in rows.iter() {
                ids.push_bind(row.fact.ticket.as_uuid());
            }
            query.push(")");
        }
    )?;
    let mut by_ticket: HashMap<Uuid, Vec<LineFact>> = HashMap::with_capacity(rows.len());
    for (ticket, sku, category, reason) in found {
        by_ticket.entry(ticket).or_default().push(LineFact { sku, category: category.unwrap_or_default(), reason });
    }
    for row in rows {
        row.fact.lines = by_ticket.remove(&row.fact.ticket.as_uuid()).unwrap_or_default();
        row.fact.lines.sort_unstable();
        // No category and an empty one are the same.
        row.fact.lines.dedup();
    }
    Ok(())
}

/// Columns of `ticket_fact` in the order in which they are bound.
pub(super) static FACT: LazyLock<String> = LazyLock::new(|| {
    let fields: Vec<&str> = Field::ALL.iter().map(|field| field.as_str()).collect();
    format!(
        "ticket_fact (tenant_id, day, ticket_id, month, created_at, channel, kind, problem_type, queue, assignee, case_status, outcome, \
         tier, batch, flags, {}, since, overdue_at, operations, pending, replaced)",
        fields.join(", ")
    )
});

/// Replaces a fact. What is kept of it stays what it was, unless that was the fact that is replaced. A fact that is not there yet has nothing
/// kept, whatever its writer remembers.
pub(super) static REPLACE: LazyLock<String> = LazyLock::new(|| {
    let plain = ["channel", "kind", "problem_type", "queue", "assignee", "case_status", "outcome", "tier", "batch", "flags", "since"];
    let plain = plain.into_iter().chain(["overdue_at", "operations"]).chain(Field::ALL.iter().map(|field| field.as_str()));
    let set: Vec<String> = plain.map(|column| format!("{column} = excluded.{column}")).collect();
    format!(
        " ON CONFLICT (tenant_id, day, ticket_id) DO UPDATE SET {}, \
         folded = CASE WHEN ticket_fact.pending THEN ticket_fact.folded ELSE excluded.replaced END, pending = excluded.pending",
        set.join(", ")
    )
});

/// The numbers of a cell, in the order of [`Counters::numbers`].
static NUMBERS: LazyLock<Vec<String>> = LazyLock::new(|| {
    let flags = Flag::ALL.iter().map(|flag| format!("f_{flag}"));
    let sums = Field::ALL.iter().map(|field| format!("s_{field}"));
    let known = Field::ALL.iter().map(|field| format!("k_{field}"));
    std::iter::once("tickets".to_owned()).chain(flags).chain(sums).chain(known).collect()
});

static CELL: LazyLock<String> = LazyLock::new(|| format!("fact_day (tenant_id, slice, day, a, b, month, {})", NUMBERS.join(", ")));

static ADD: LazyLock<String> = LazyLock::new(|| {
    let set: Vec<String> = NUMBERS.iter().map(|column| format!("{column} = fact_day.{column} + excluded.{column}")).collect();
    format!(" ON CONFLICT (tenant_id, slice, day, a, b) DO UPDATE SET {}", set.join(", "))
});

/// Adds to cells, in the order in which they come. A command holds no cell twice, so each is sent by itself when the batch is full.
pub(super) async fn add_cells<'a>(tx: &mut TenantTx, cells: impl Iterator<Item = (&'a Key, &'a Counters)>) -> Result<()> {
    let tenant = tx.tenant;
    crate::sql::insert!(
        tx,
        CELL.as_str(),
        cells,
        |values, (key, counters)| {
            values.bind(tenant).bind(key.slice).bind(key.day).bind(&key.a).bind(&key.b).bind(Grain::Month.bucket(key.day));
            for number in counters.numbers() {
                values.bind(number);
            }
        },
        ADD.as_str()
    );
    tx.flush().await
}

/// Binds a fact's columns in the order of [`FACT`].
macro_rules! bind_fact {
    ($values:ident, $tenant:expr, $fact:expr, $pending:expr, $replaced:expr) => {{
        let f = $fact;
        $values.bind($tenant).bind(f.day).bind(f.ticket.as_uuid()).bind(redress_domain::report::Grain::Month.bucket(f.day));
        $values.bind($crate::sql::stamp::Stamp(f.created_at)).bind(&f.channel).bind(&f.kind).bind(&f.problem_type).bind(&f.queue);
        $values.bind(&f.assignee).bind(&f.case).bind(&f.outcome).bind(&f.tier).bind(&f.batch).bind(f.flags);
        for field in redress_domain::report::fact::Field::ALL {
            $values.bind(f.field(*field));
        }
        $values.bind($crate::sql::stamp::Stamp(f.since)).bind(f.overdue_at.map($crate::sql::stamp::Stamp)).bind(f.operations);
        $values.bind($pending).bind($replaced);
    }};
}
pub(super) use bind_fact;
