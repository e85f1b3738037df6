//! No query walks a whole table that grows with every ticket: SQLite is told what it needs to know (`statistics.rs`), on the first day too.

use redress_store::{TenantStore, explain};
use sqlx::{Connection as _, SqliteConnection};

use crate::backend::Backend;

/// What a shop has few of, however long it sells. Every other table grows.
const SMALL: [&str; 37] = [
    "absence",
    "account",
    "account_role",
    "api_key",
    "binding",
    "binding_revision",
    "calendar",
    "checklist",
    "definition",
    "definition_edition",
    "department",
    "gateway",
    "golden",
    "inventory_connector",
    "macro",
    "parameter",
    "plugin",
    "plugin_bytes",
    "print_template",
    "queue",
    "recount",
    "recurring",
    "report",
    "role",
    "secret",
    "sequence",
    "signing_key",
    "sla_policy",
    "sla_policy_revision",
    "sop",
    "tenant",
    "tick",
    "webhook",
    "audit_seal",
    "fact_due",
    "defect",
    "job",
];

/// Indexes of what is still to be done, which is never much.
const WAITING: [&str; 7] =
    ["outbox_due", "outbox_dead", "ticket_by_queue", "ticket_fact_pending", "shop_order_uncounted", "expected_parcel_number", "task_open"];

/// Queries that are about everything: what they hold, and why they may.
const MEANT: [(&str, &str); 4] = [
    ("DELETE FROM order_day WHERE tenant_id = $1", "orders are counted anew by day"),
    ("UPDATE service_level SET wake_at = $2", "a promise was changed: every open ticket is looked at again"),
    ("FROM survey WHERE tenant_id = ? GROUP BY assignee_id", "how satisfied customers were with everybody, when nobody names days"),
    ("SELECT placed_at FROM shop_order", "orders are counted anew by day"),
];

/// Checks the plan of every query that the story has asked so far.
pub(super) async fn plans(backend: &Backend, shop: &TenantStore) {
    if !backend.url.starts_with("sqlite:") {
        return;
    }
    let growing = growing(&backend.url).await;
    let (mut checked, mut bad) = (0, Vec::new());
    for text in explain::recorded() {
        // Housekeeping of the database itself has no plan.
        if !["SELECT", "UPDATE", "DELETE", "INSERT", "WITH"].iter().any(|word| text.trim_start().starts_with(word)) {
            continue;
        }
        let asked = text.clone();
        let plan = shop.read(move |tx| Box::pin(async move { explain::plan(tx, &asked).await })).await;
        let plan = plan.unwrap_or_else(|error| panic!("{text} has no plan: {error}"));
        checked += 1;
        // Each part of a union is worked off alone. A page or a batch stops when it is full, unless all has to be sorted for it first.
        let walks = plan.split("CO-ROUTINE").find_map(|part| {
            let table = part.lines().find_map(|line| walked(line, &text, &growing));
            table.filter(|_| !text.contains(" LIMIT ") || part.contains("USE TEMP B-TREE FOR ORDER BY"))
        });
        if let Some(table) = walks
            && !MEANT.iter().any(|(meant, _)| text.contains(meant))
        {
            bad.push(format!("{table}: {text}\n{plan}"));
        }
    }
    assert!(checked > 200, "only {checked} queries were recorded");
    assert!(bad.is_empty(), "{} queries walk a whole table:\n{}", bad.len(), bad.join("\n\n"));
}

/// The growing table that a step of a plan walks from end to end.
fn walked<'a>(line: &str, text: &str, growing: &'a [String]) -> Option<&'a str> {
    let (word, rest) = line.trim().split_once(' ')?;
    let waiting = WAITING.iter().any(|index| rest.contains(index));
    let all = !waiting && (word == "SCAN" || (word == "SEARCH" && rest.ends_with("(tenant_id=?)")));
    let name = rest.split(' ').next().filter(|_| all)?;
    let found = growing.iter().find(|table| {
        name == *table || [format!(" {table} {name} "), format!(" {table} AS {name} ")].iter().any(|named| text.contains(named))
    });
    found.map(String::as_str)
}

/// The tables that grow with every ticket.
async fn growing(url: &str) -> Vec<String> {
    let mut conn = SqliteConnection::connect(url).await.expect("the story's database opens");
    let sql = "SELECT name FROM sqlite_master WHERE type = 'table' AND substr(name, 1, 7) <> 'sqlite_' AND substr(name, 1, 1) <> '_'";
    let all: Vec<String> = sqlx::query_scalar(sql).fetch_all(&mut conn).await.expect("it has tables");
    all.into_iter().filter(|table| !SMALL.contains(&table.as_str())).collect()
}
