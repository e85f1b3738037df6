//! Decisions are signed, chained, and checked without the server.

use redress_domain::PublicKey;
use redress_domain::receipt::{Check, Receipt, Statement, Verdict, chain, verify};
use serde_json::{Value, json};

use crate::shop::{Shop, request};

fn failed(checks: &[Check]) -> Vec<&str> {
    checks.iter().filter(|check| check.verdict == Verdict::Failed).map(|check| check.what).collect()
}

fn examine(document: &Value, key: Option<&PublicKey>) -> Vec<Check> {
    let receipt: Receipt = serde_json::from_value(document.clone()).unwrap();
    verify(document, &receipt, key)
}

async fn key(shop: &Shop) -> PublicKey {
    let keys = shop.server.get("/api/v1/receipt-keys", &shop.agent).await.expect(200).body;
    assert_eq!((&keys["items"][0]["algorithm"], &keys["items"][0]["signs"]), (&json!("Ed25519"), &json!(true)));
    keys["items"][0]["public_key"].as_str().unwrap().parse().unwrap()
}

/// The receipts of a new ticket, with their material.
async fn receipts(shop: &Shop) -> (Value, Vec<Value>) {
    let ticket = shop.submit(request("refund_only", "receipts", 28_800)).await.expect(201).body;
    let path = format!("/api/v1/tickets/{}/receipts?include=material", ticket["id"].as_str().unwrap());
    let found = shop.server.get(&path, &shop.agent).await.expect(200).body["items"].as_array().unwrap().clone();
    (ticket, found)
}

fn statements(documents: &[Value]) -> Vec<Statement> {
    documents.iter().map(|document| serde_json::from_value(document["statement"].clone()).unwrap()).collect()
}

#[tokio::test]
async fn every_receipt_of_a_ticket_is_sound_and_follows_the_one_before() {
    let shop = Shop::open().await;
    let key = key(&shop).await;
    let (ticket, found) = receipts(&shop).await;
    assert_eq!(found.len(), 3);
    for document in &found {
        let checks = examine(document, Some(&key));
        assert!(checks.iter().all(|check| check.verdict == Verdict::Passed), "{checks:?}");
    }
    assert_eq!(failed(&chain(&statements(&found))), [""; 0]);
    let id = found[2]["statement"]["decision"].as_str().unwrap();
    let slim = shop.server.get(&format!("/api/v1/decisions/{id}/receipt"), &shop.agent).await.expect(200).body;
    assert_eq!((&slim["statement"], &slim["material"]), (&found[2]["statement"], &Value::Null));
    let page = format!("/api/v1/tickets/{}/receipts?limit=2", ticket["id"].as_str().unwrap());
    let first = shop.server.get(&page, &shop.agent).await.expect(200).body;
    assert_eq!((first["items"].as_array().unwrap().len(), &first["next"]), (2, &json!("2")));
    let rest = shop.server.get(&format!("{page}&after=2"), &shop.agent).await.expect(200).body;
    assert_eq!((&rest["items"][0], &rest["next"]), (&slim, &Value::Null));
    let stranger = shop.server.open_tenant("other").await;
    shop.server.get(&format!("/api/v1/decisions/{id}/receipt"), &stranger).await.expect(404);
}

#[tokio::test]
async fn a_change_of_any_part_shows() {
    let shop = Shop::open().await;
    let key = key(&shop).await;
    let (_, found) = receipts(&shop).await;
    let whole = &found[2];
    let changed = |pointer: &str, value: Value| {
        let mut document = whole.clone();
        *document.pointer_mut(pointer).unwrap() = value;
        document
    };
    let text = |name: &str, from: &str, to: &str| {
        let old = whole["material"][name].as_str().unwrap();
        assert!(old.contains(from), "{from} is not in {old}");
        changed(&format!("/material/{name}"), json!(old.replace(from, to)))
    };
    let other = redress_domain::receipt::Signer::new(&[1; 32]).public_key();
    for (document, expected) in [
        (changed("/statement/fuel", json!(1)), vec!["signature", "record"]),
        (changed("/statement/consequence/label", json!("approve")), vec!["signature", "record"]),
        (changed("/statement/tenant", json!("other")), vec!["signature"]),
        (changed("/statement/link/before", json!(null)), vec!["signature", "seal"]),
        (changed("/statement/contents/case", whole["statement"]["contents"]["config"].clone()), vec!["signature", "case", "record"]),
        (changed("/public_key", json!(other)), vec!["key", "signature"]),
        (changed("/signature", json!("00".repeat(64))), vec!["signature"]),
        (text("case", "28800", "28801"), vec!["case"]),
        (text("question", "28800", "28801"), vec!["question"]),
        (text("config", "5000", "5001"), vec!["config"]),
        (text("record", "supervisor", "director"), vec!["record", "seal"]),
        (text("record", "\"host_calls\":[", "\"host_calls\":[{\"function\":\"x\",\"arguments\":{},\"result\":1},"), vec!["record", "seal"]),
        (text("record", "\"log\":[", "\"log\":[{\"level\":\"info\",\"message\":\"x\"},"), vec!["record", "seal"]),
    ] {
        let checks = examine(&document, Some(&key));
        assert_eq!(failed(&checks), expected, "{checks:#?}");
    }
    assert_eq!(failed(&examine(whole, Some(&other))), ["key"], "somebody else's key");
    let unknown = examine(whole, None);
    assert_eq!(unknown.iter().find(|check| check.what == "key").unwrap().verdict, Verdict::Skipped);

    let all = statements(&found);
    for wrong in [vec![all[0].clone(), all[2].clone()], vec![all[1].clone(), all[0].clone()], vec![all[0].clone(), all[0].clone()]] {
        assert_eq!(failed(&chain(&wrong)), ["chain"]);
    }
    assert_eq!(failed(&chain(&all[1..])), [""; 0], "a part of the chain is a chain; its beginning is told");
}

#[tokio::test]
async fn the_server_finds_the_first_record_that_was_changed_and_signs_it_no_more() {
    let shop = Shop::open().await;
    let (ticket, found) = receipts(&shop).await;
    let path = format!("/api/v1/tickets/{}/decisions/verify", ticket["id"].as_str().unwrap());
    let sound = shop.server.get(&path, &shop.agent).await.expect(200).body;
    assert_eq!(sound, json!({"sound": true, "sealed": 3, "unsealed": 0, "broken": null}));

    let second = found[1]["statement"]["decision"].as_str().unwrap();
    shop.server.sql("UPDATE decision SET fuel = fuel + 1 WHERE place = 2").await;
    let broken = shop.server.get(&path, &shop.agent).await.expect(200).body;
    assert_eq!((&broken["sound"], &broken["broken"]["decision"], &broken["broken"]["place"]), (&json!(false), &json!(second), &json!(2)));
    let refused = shop.server.get(&format!("/api/v1/decisions/{second}/receipt"), &shop.agent).await.expect(409);
    assert_eq!(refused.code(), "not_allowed_now");
    shop.server.sql("UPDATE decision SET fuel = fuel - 1 WHERE place = 2").await;
    assert_eq!(shop.server.get(&path, &shop.agent).await.expect(200).body, sound);

    shop.server.sql("UPDATE decision SET payload = x'00' WHERE place = 3").await;
    let broken = shop.server.get(&path, &shop.agent).await.expect(200).body;
    assert_eq!(broken["broken"]["place"], 3, "{broken}");
    shop.server.sql("DELETE FROM decision WHERE place = 1").await;
    let broken = shop.server.get(&path, &shop.agent).await.expect(200).body;
    assert!(broken["broken"]["message"].as_str().unwrap().contains("is gone"), "{broken}");
    shop.server.sql("UPDATE decision SET place = NULL, seal = NULL").await;
    let unsealed = shop.server.get(&path, &shop.agent).await.expect(200).body;
    assert_eq!((&unsealed["sealed"], &unsealed["unsealed"]), (&json!(0), &json!(2)));
    shop.server.get(&format!("/api/v1/decisions/{second}/receipt"), &shop.agent).await.expect(409);
}
