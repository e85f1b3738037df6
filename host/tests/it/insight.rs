//! Past decisions are explained, traced to a version, counted by row, and made into fixtures.

use std::time::Duration;

use redress::insight::{self, explain::Budget};
use redress_domain::decision::LogLine;
use redress_domain::id::TenantId;
use redress_store::decision::{Record, Seal};
use redress_store::{binding, decision, plugin};
use serde_json::{Value, json};

use crate::shop::{Shop, request};

/// A ticket and its decision about the refund.
async fn decided(shop: &Shop, body: Value) -> (Value, String) {
    let ticket = shop.submit(body).await.expect(201).body;
    let decision = ticket["decisions"].as_array().unwrap().iter().find(|one| one["hook"] == "refund-approval").unwrap();
    let id = decision["id"].as_str().unwrap().to_owned();
    (ticket, id)
}

/// The tenant of the shop.
async fn tenant(shop: &Shop) -> TenantId {
    shop.server.get("/api/v1/me", &shop.agent).await.expect(200).body["tenant"]["id"].as_str().unwrap().parse().unwrap()
}

/// With as many calls as a caller gets, but all the time that a slow machine needs.
async fn explain(shop: &Shop, id: &str) -> Value {
    explain_within(shop, id, Budget { time: Duration::from_mins(5), ..Budget::default() }).await
}

async fn explain_within(shop: &Shop, id: &str, budget: Budget) -> Value {
    let found = insight::explain::explain(&shop.server.app, tenant(shop).await, id.parse().unwrap(), budget).await.unwrap();
    serde_json::to_value(found).unwrap()
}

fn probe<'a>(explained: &'a Value, pointer: &str, change: &str) -> &'a Value {
    let found = explained["probes"].as_array().unwrap().iter().find(|one| one["pointer"] == pointer && one["change"] == change);
    found.unwrap_or_else(|| panic!("no {change} of {pointer} in {explained:#}"))
}

#[tokio::test]
async fn an_explanation_names_the_exact_thresholds() {
    let shop = Shop::open().await;
    let (_, id) = decided(&shop, request("refund_only", "why", 28_800)).await;
    let explained = explain(&shop, &id).await;
    assert!(explained["reasons"][0].as_str().unwrap().contains("288.00"), "{explained:#}");
    let down = probe(&explained, "/input/requested", "at_most");
    assert_eq!(
        (&down["to"]["minor"], &down["before"], &down["after"]),
        (&json!(5_000), &json!("needs_approval:supervisor"), &json!("approve"))
    );
    assert_eq!(down["text"], "if the amount were at most 50.00 CNY, it would be approved");
    assert!(down["also"].as_array().unwrap().contains(&json!("/input/net")), "{down}");
    let up = probe(&explained, "/input/requested", "at_least");
    assert_eq!((&up["to"]["minor"], &up["after"]), (&json!(50_001), &json!("needs_approval:director")));
    assert!(up["also"].as_array().unwrap().contains(&json!("/case/order/paid")), "more than was paid cannot be asked: {up}");
    assert_eq!(explained["probed"]["complete"], true, "{explained:#}");
    let sizes: Vec<u64> = explained["probes"].as_array().unwrap().iter().map(|one| one["size"].as_u64().unwrap()).collect();
    assert!(sizes.is_sorted(), "{sizes:?}");
    let again = explain(&shop, &id).await;
    assert_eq!(again, explained, "the same questions in the same order");
    let said = shop.server.post(&format!("/api/v1/decisions/{id}/explain"), &shop.agent, json!({})).await.expect(200).body;
    assert_eq!((&said["reasons"], &said["probes"][0]["before"]), (&explained["reasons"], &json!("needs_approval:supervisor")));
    let cut = explain_within(&shop, &id, Budget { calls: 20, time: Duration::from_mins(5) }).await;
    assert_eq!((&cut["probed"]["calls"], &cut["probed"]["complete"]), (&json!(20), &json!(false)));
    assert!(cut["probed"]["note"].as_str().unwrap().contains("at most 20 calls"), "{cut}");
    println!("probed {}", explained["probed"]);
}

#[tokio::test]
async fn days_scores_and_missing_facts_are_probed_too() {
    let shop = Shop::without_rules().await;
    let config = json!({"tiers": {"CNY": [{"up_to": null}]}, "risk": {"levels": [{"from": 60, "role": "director"}]},
        "windows": [{"days": 7, "late": "reject", "role": "supervisor"}]});
    shop.bind("fraud-scoring", "fraud-history", json!({})).await;
    shop.bind("refund-approval", "refund-tiers", config).await;
    let (_, id) = decided(&shop, request("return_refund", "days", 28_800)).await;
    let explained = explain(&shop, &id).await;
    let score = probe(&explained, "/input/risk/score", "at_least");
    assert_eq!((&score["to"], &score["after"]), (&json!(60), &json!("needs_approval:director")));
    let unknown = probe(&explained, "/input/risk", "remove");
    assert!(unknown["after"].as_str().unwrap().starts_with("needs_approval:"), "{unknown}");
    let late = probe(&explained, "/case/order/delivered_at", "at_most");
    assert_eq!(late["after"], "reject", "{late}");
    assert!(late["text"].as_str().unwrap().contains("days earlier"), "{late}");
    assert_eq!(late["also"], json!(["/case/order/placed_at"]), "an order is not delivered before it is placed");
    for one in explained["probes"].as_array().unwrap() {
        assert_ne!(
            (&one["pointer"], &one["change"]),
            (&json!("/case/order/delivered_at"), &json!("at_least")),
            "it cannot come after today"
        );
    }
}

#[tokio::test]
async fn what_ended_outside_of_the_rule_is_not_explained() {
    let shop = Shop::open().await;
    let (_, id) = decided(&shop, request("refund_only", "outside", 28_800)).await;
    shop.server.sql("UPDATE decision SET outcome = 'interrupted'").await;
    for path in ["explain", "bisect"] {
        let refused = shop.server.post(&format!("/api/v1/decisions/{id}/{path}"), &shop.agent, json!({})).await.expect(409);
        assert_eq!(refused.code(), "not_allowed_now");
    }
    let stranger = shop.server.open_tenant("other").await;
    shop.server.post(&format!("/api/v1/decisions/{id}/explain"), &stranger, json!({})).await.expect(404);
}

/// Other versions of a stock plugin: the same component under another name, or another component under this one.
async fn version(shop: &Shop, of: &str, bytes_of: &str, version: &str) -> String {
    let (of, bytes_of, version) = (of.to_owned(), bytes_of.to_owned(), version.to_owned());
    let tenant = tenant(shop).await;
    // Versions are in the order of their identifiers, which begin with the moment.
    shop.server.clock.advance_ms(1000);
    let now = redress_domain::Clock::now(&*shop.server.clock);
    let id = shop.server.app.new_id(redress_domain::id::PluginId::generate);
    let store = shop.server.app.store.tenant(tenant);
    let made = store.write(move |tx| {
        Box::pin(async move {
            let named = plugin::find_by_name_version(tx, &of, "1.0.0").await?.expect("it was uploaded");
            let bytes = plugin::find_by_name_version(tx, &bytes_of, "1.0.0").await?.expect("it was uploaded");
            plugin::insert(tx, &plugin_of(named, bytes.digest, id, version, now)).await
        })
    });
    made.await.unwrap();
    id.to_string()
}

fn plugin_of(
    like: redress_domain::plugin::Plugin,
    digest: redress_domain::Digest,
    id: redress_domain::id::PluginId,
    version: String,
    at: redress_domain::Timestamp,
) -> redress_domain::plugin::Plugin {
    redress_domain::plugin::Plugin { id, digest, version, uploaded_at: at, ..like }
}

#[tokio::test]
async fn the_first_version_that_decides_otherwise_is_found() {
    let shop = Shop::open().await;
    let (_, id) = decided(&shop, request("refund_only", "bisect", 28_800)).await;
    let path = format!("/api/v1/decisions/{id}/bisect");
    let alone = shop.server.post(&path, &shop.agent, json!({})).await.expect(200).body;
    assert_eq!((&alone["versions"], &alone["first_changed"], &alone["first_unlike_decision"]), (&json!(1), &Value::Null, &Value::Null));
    let generous = json!({"tiers": {"CNY": [{"up_to": 100_000}, {"up_to": null, "role": "director"}]}});
    let other = shop.server.post(&path, &shop.agent, json!({"config": generous})).await.expect(200).body;
    assert_eq!((&other["asked"][0]["consequence"]["label"], &other["first_changed"]), (&json!("approve"), &Value::Null));
    assert_eq!(other["first_unlike_decision"], other["asked"][0]["plugin"]);

    for number in 1..=2 {
        version(&shop, "refund-tiers", "refund-tiers", &format!("1.0.{number}")).await;
    }
    // A component that does not answer this hook any more.
    let broken = version(&shop, "refund-tiers", "router", "1.1.0").await;
    let few = shop.server.post(&path, &shop.agent, json!({})).await.expect(200).body;
    assert_eq!((few["asked"].as_array().unwrap().len(), &few["first_changed"]), (4, &json!(broken)), "{few:#}");
    assert_eq!(few["asked"][3]["difference"], "new_fault");
    for number in 1..=20 {
        version(&shop, "refund-tiers", "router", &format!("1.2.{number}")).await;
    }
    let many = shop.server.post(&path, &shop.agent, json!({})).await.expect(200).body;
    assert_eq!((&many["versions"], &many["first_changed"]), (&json!(24), &json!(broken)), "{many:#}");
    assert!(many["asked"].as_array().unwrap().len() <= 8, "{many:#}");
    let unknown = shop.server.post(&path, &shop.agent, json!({"plugin": "nobody"})).await.expect(422);
    assert_eq!(unknown.pointers(), ["/plugin"]);
}

#[tokio::test]
async fn rows_that_never_fired_are_found() {
    let shop = Shop::open().await;
    let (ticket, id) = decided(&shop, request("refund_only", "rows", 28_800)).await;
    let full = shop.server.get(&format!("/api/v1/decisions/{id}"), &shop.agent).await.expect(200).body;
    let path = format!("/api/v1/bindings/{}/coverage", full["binding"].as_str().unwrap());
    let refused = shop.server.get(&path, &shop.agent).await.expect(422);
    assert_eq!(refused.pointers(), ["/config/rows"]);
    tabled(&shop, &ticket, &id).await;
    let found = shop.server.get(&path, &shop.agent).await.expect(200).body;
    assert_eq!((&found["decisions"], &found["without_row"], &found["never"]), (&json!(4), &json!(2), &json!(["never"])));
    let counts: Vec<(&str, u64, bool)> = found["rows"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| (row["row"].as_str().unwrap(), row["decisions"].as_u64().unwrap(), row["in_table"].as_bool().unwrap()))
        .collect();
    assert_eq!(counts, [("often", 2, true), ("never", 0, true), ("gone", 1, false)]);
    let later = shop.server.get(&format!("{path}?since=2027-01-01T00:00:00Z"), &shop.agent).await.expect(200).body;
    assert_eq!((&later["decisions"], &later["complete"]), (&json!(0), &json!(true)));
}

/// Makes the binding one of a table, with three decisions more: two in which a row fired and one in which none did.
async fn tabled(shop: &Shop, ticket: &Value, id: &str) {
    let tenant = tenant(shop).await;
    let line = |row: &str| LogLine {
        level: "debug".to_owned(),
        message: "row".to_owned(),
        fields: vec![("row".to_owned(), row.to_owned()), ("table".to_owned(), "t".to_owned())],
    };
    let logs = [vec![line("often"), line("often")], vec![line("often"), line("gone")], Vec::new()];
    shop.server.clock.advance_ms(1000);
    let ids: Vec<_> = logs.iter().map(|_| shop.server.app.new_id(redress_domain::id::DecisionId::generate)).collect();
    let (ticket, id) = (ticket["id"].as_str().unwrap().parse().unwrap(), id.parse().unwrap());
    let store = shop.server.app.store.tenant(tenant);
    let written = store.write(move |tx| {
        Box::pin(async move {
            let made = decision::find(tx, id).await?.expect("it was made");
            let mut bound = binding::find(tx, made.binding.expect("a binding asked")).await?.expect("it is there");
            let before = bound.version;
            bound.version += 1;
            bound.config = json!({"rows": [{"id": "often"}, {"id": "never"}]});
            binding::update(tx, &bound, before).await?;
            let mut head = decision::head(tx, ticket).await?;
            let mut records = Vec::new();
            for (id, log) in ids.into_iter().zip(logs) {
                let next = redress_domain::decision::Decision { id, log, ..made.clone() };
                let seal = Seal::after(head.as_ref(), &next);
                records.push(Record::of(&next).sealed(seal));
                head = Some(seal);
            }
            decision::insert_many(tx, &records).await
        })
    });
    written.await.unwrap();
}

#[tokio::test]
async fn a_fixture_says_nothing_of_who_it_was_and_the_rule_still_says_the_same() {
    let shop = Shop::open().await;
    let mut body = request("refund_only", "secret", 28_800);
    body["description"] = json!("my number is 13812345678");
    body["customer"]["phone"] = json!("13812345678");
    body["customer"]["email"] = json!("li@example.com");
    let (ticket, id) = decided(&shop, body).await;
    for decision in ticket["decisions"].as_array().unwrap() {
        let path = format!("/api/v1/decisions/{}/fixture", decision["id"].as_str().unwrap());
        let found = shop.server.get(&path, &shop.agent).await.expect(200).body;
        assert_eq!((&found["redacted"], &found["changed_by_redaction"]), (&json!(true), &json!(false)), "{found:#}");
        assert_eq!(found["fixture"]["expect"]["outcome"], "ok");
        let text = found["fixture"].to_string();
        for secret in
            ["13812345678", "li@example.com", "customer 42", "c-secret", "o-secret", "T-secret", "太小了", ticket["id"].as_str().unwrap()]
        {
            assert!(!text.contains(secret), "{secret} is in {text}");
        }
    }
    let path = format!("/api/v1/decisions/{id}/fixture");
    let found = shop.server.get(&path, &shop.agent).await.expect(200).body;
    assert_eq!(found["fixture"]["expect"]["answer"]["verdict"]["needs_approval"]["role"], "supervisor");
    assert_eq!(found["fixture"]["input"]["requested"]["minor"], 28_800);
    assert_eq!(shop.server.get(&format!("{path}?redact=false"), &shop.agent).await.expect(403).code(), "forbidden");
    let whole = shop.server.get(&format!("{path}?redact=false"), &shop.server.owner).await.expect(200).body;
    assert_eq!((&whole["redacted"], &whole["fixture"]["case"]["customer"]["phone"]), (&json!(false), &json!("13812345678")));
}

/// A ladder of amounts as a table, in which one subject is refused.
fn ladder() -> Value {
    json!({
        "name": "ladder", "hook": "refund-approval", "hit": "first", "currency": "CNY",
        "inputs": [{"label": "amount", "expression": "request.amount", "type": "money"},
                   {"label": "subject", "expression": "ticket.subject", "type": "text"}],
        "outputs": ["verdict", "role"],
        "rows": [
            {"id": "small", "when": ["<= 50", ""], "then": ["approve", ""], "note": "small"},
            {"id": "odd", "when": ["", "太小了"], "then": ["needs_approval", "supervisor"], "note": "this subject"},
            {"id": "large", "when": ["> 5000", ""], "then": ["needs_approval", "director"], "note": "large"},
            {"id": "rest", "when": ["", ""], "then": ["approve", ""], "note": "the rest"}
        ]
    })
}

#[tokio::test]
async fn a_table_is_explained_by_its_rows_and_counted_by_them() {
    let shop = Shop::without_rules().await;
    let bound = shop.bind("refund-approval", "decision-table", ladder()).await;
    let (_, id) = decided(&shop, request("refund_only", "table", 28_800)).await;
    decided(&shop, request("refund_only", "cheap", 900)).await;
    let explained = explain(&shop, &id).await;
    assert_eq!(explained["rows"], json!([{"table": "ladder", "row": "odd"}]));
    let down = probe(&explained, "/input/requested", "at_most");
    assert_eq!((&down["to"]["minor"], &down["after"]), (&json!(5_000), &json!("approve")));
    let path = format!("/api/v1/bindings/{}/coverage", bound["id"].as_str().unwrap());
    let found = shop.server.get(&path, &shop.agent).await.expect(200).body;
    assert_eq!((&found["decisions"], &found["without_row"], &found["never"]), (&json!(2), &json!(0), &json!(["large", "rest"])));
    let found = shop.server.get(&format!("/api/v1/decisions/{id}/fixture"), &shop.agent).await.expect(200).body;
    assert_eq!((&found["changed_by_redaction"], &found["after"]["label"]), (&json!(true), &json!("approve")), "the subject is gone");
    assert_eq!(found["before"]["label"], "needs_approval:supervisor");
    assert_eq!(found["fixture"]["expect"]["answer"]["verdict"], "approve", "it expects what follows from what it holds");
    println!("probed {}", explained["probed"]);
}
