//! What a ticket costs on disk.

use redress_domain::rule::{CaseFile, Desk, Question, RefundRequest};
use redress_domain::timeline::{Actor, Head, NewEntry};
use redress_store::decision::Record;
use redress_store::{Packed, blob, customer, decision, order, plugin, ticket, timeline};
use sqlx::{Connection as _, SqliteConnection};

use crate::backend::{Backend, write};
use crate::sample::Sample;

const TICKETS: i64 = 200;

/// Two hundred tickets of three decisions that share a case file: a decision row stays below a kilobyte.
#[tokio::test]
async fn a_decision_costs_hundreds_of_bytes() {
    let backend = Backend::sqlite().await;
    let sample = &mut Sample::new();
    let shop = backend.tenant(sample, "size").await;
    let rule = sample.plugin("rule");
    let stored = rule.clone();
    write!(shop, |tx| plugin::insert(tx, &stored).await).unwrap();
    let mut written = 0;
    for n in 0..TICKETS {
        let buyer = sample.customer(&format!("c-{n}"));
        let bought = sample.order(&format!("o-{n}"), Some(buyer.id));
        let case = sample.ticket(&format!("T-{n}"), &buyer, &bought);
        let file = CaseFile {
            ticket: case.clone(),
            customer: Some(buyer.clone()),
            order: Some(bought.clone()),
            history: None,
            parameters: std::collections::BTreeMap::new(),
        };
        let question = Question::RefundApproval(RefundRequest {
            requested: case.lines[0].requested,
            net: case.lines[0].requested,
            refunded_before: redress_domain::Money::zero(redress_domain::Currency::CNY),
            risk: case.risk.clone(),
        });
        let desk = Question::Routing(std::sync::Arc::new(Desk { queues: vec![], agents: vec![], turn: u32::try_from(n).unwrap() }));
        let file = serde_json::to_vec(&file).unwrap();
        written += file.len();
        let blobs = vec![
            Packed::of(&file),
            Packed::of(&serde_json::to_vec(&question).unwrap()),
            Packed::of(&serde_json::to_vec(&desk).unwrap()),
            Packed::of(b"{\"tiers\":[]}"),
        ];
        let records: Vec<Record> = (0..3)
            .map(|_| {
                let mut made = sample.decision(case.id, &rule);
                made.case_digest = blobs[0].digest();
                made.question_digest = blobs[1].digest();
                made.config_digest = blobs[3].digest();
                Record::of(&made)
            })
            .collect();
        let mut head = Head::empty();
        let entries: Vec<_> = ["ticket.created", "rule.decided", "ticket.approved"]
            .map(|kind| NewEntry { at: case.created_at, actor: Actor::System, kind: kind.to_owned(), data: serde_json::json!({"n": n}) })
            .map(|entry| head.append(case.id, entry))
            .into();
        write!(shop, |tx| {
            customer::upsert(tx, &buyer).await?;
            order::upsert_many(tx, &[bought]).await?;
            ticket::insert(tx, &case).await?;
            timeline::append(tx, case.id, &entries).await?;
            blob::put_many(tx, &blobs).await?;
            decision::insert_many(tx, &records).await
        })
        .unwrap();
    }
    let tables = sizes(&backend.url).await;
    let total: i64 = tables.iter().map(|(_, bytes)| bytes).sum();
    for (table, bytes) in &tables {
        println!("{table:<28}{:>8} bytes per ticket", bytes / TICKETS);
    }
    println!("{:<28}{:>8} bytes per ticket; its case file alone is {} as JSON", "all", total / TICKETS, written / 200);
    let of = |name: &str| tables.iter().filter(|(table, _)| table.starts_with(name)).map(|(_, bytes)| bytes).sum::<i64>();
    let decision = of("decision") / TICKETS / 3;
    println!("a decision with its index entries: {decision} bytes");
    assert!(decision < 1024, "a decision row costs {decision} bytes");
    assert!(total / TICKETS < 10_000, "a ticket costs {} bytes", total / TICKETS);
}

/// Bytes of pages that each table and index fills.
async fn sizes(url: &str) -> Vec<(String, i64)> {
    let mut conn = SqliteConnection::connect(url).await.unwrap();
    let pages = sqlx::query_as("SELECT name, CAST(SUM(pgsize - unused) AS INTEGER) FROM dbstat GROUP BY name HAVING SUM(ncell) > 100");
    pages.fetch_all(&mut conn).await.unwrap()
}
