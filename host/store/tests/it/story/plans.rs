//! No query walks a whole table that grows with every ticket: SQLite is told what it needs to know (`statistics.rs`), on the first day too.

use redress_store::{TenantStore, explain};

use crate::backend::Backend;

/// What a shop has much of.
const GROWING: [&str; 24] = [
    "attachment",
    "audit_entry",
    "customer",
    "decision",
    "expected_parcel",
    "flow_run",
    "inspection",
    "outbox",
    "refund_instruction",
    "replacement",
    "scan",
    "service_level",
    "settlement",
    "shop_order",
    "sop_run",
    "survey",
    "task",
    "ticket",
    "ticket_fact",
    "ticket_line",
    "ticket_link",
    "ticket_word",
    "timeline",
    "timer",
];

/// Indexes of what is still to be done, which is never much.
const WAITING: [&str; 5] = ["outbox_due", "outbox_dead", "ticket_by_queue", "ticket_fact_pending", "shop_order_uncounted"];

/// Queries that are about everything: what they hold, and why they may.
const MEANT: [(&str, &str); 2] = [
    ("FROM survey WHERE tenant_id = ? GROUP BY assignee_id", "how satisfied customers were with everybody, when nobody names days"),
    ("SELECT placed_at FROM shop_order", "orders are counted anew by day"),
];

/// Checks the plan of every query that the story has asked so far.
pub(super) async fn plans(backend: &Backend, shop: &TenantStore) {
    if !backend.url.starts_with("sqlite:") {
        return;
    }
    let (mut checked, mut bad) = (0, Vec::new());
    for text in explain::recorded() {
        let asked = text.clone();
        let plan = shop.read(move |tx| Box::pin(async move { explain::plan(tx, &asked).await })).await;
        let plan = plan.unwrap_or_else(|error| panic!("{text} has no plan: {error}"));
        checked += 1;
        let walks = plan.lines().find_map(|line| walked(line, &text));
        // A page or a batch stops when it is full.
        if let Some(table) = walks
            && !text.contains(" LIMIT ")
            && !MEANT.iter().any(|(meant, _)| text.contains(meant))
        {
            bad.push(format!("{table}: {text}\n{plan}"));
        }
    }
    assert!(checked > 200, "only {checked} queries were recorded");
    assert!(bad.is_empty(), "{} queries walk a whole table:\n{}", bad.len(), bad.join("\n\n"));
}

/// The growing table that a step of a plan walks from end to end.
fn walked(line: &str, text: &str) -> Option<&'static str> {
    let (word, rest) = line.trim().split_once(' ')?;
    let waiting = WAITING.iter().any(|index| rest.contains(index));
    let all = !waiting && (word == "SCAN" || (word == "SEARCH" && rest.ends_with("(tenant_id=?)")));
    let name = rest.split(' ').next().filter(|_| all)?;
    GROWING.into_iter().find(|table| {
        name == *table || [format!(" {table} {name} "), format!(" {table} AS {name} ")].iter().any(|named| text.contains(named))
    })
}
