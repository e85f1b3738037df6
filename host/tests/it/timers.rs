//! What is due to tickets when something is wrong: nothing is lost, nothing fails in silence for ever (Z17, Z20).

use redress::workers::{absences, timers};
use serde_json::{Value, json};

use crate::shop::{Shop, request};
use crate::workflows::{adopt, at, task};

/// Longer than a lease.
const LEASE_MS: i64 = 61_000;

/// Everything that is due happens, and the leases of what failed end.
async fn fire_due(shop: &Shop) {
    while timers::round(&shop.server.app).await {}
    shop.server.clock.advance_ms(LEASE_MS);
}

async fn tasks(shop: &Shop, ticket: &Value) -> Vec<Value> {
    let path = format!("/api/v1/tasks?ticket={}&open=true", ticket["id"].as_str().unwrap());
    shop.server.get(&path, &shop.server.owner).await.expect(200).body["items"].as_array().unwrap().clone()
}

/// The edition that a ticket is pinned to cannot be found, and can again.
async fn lose_the_drawing(shop: &Shop, lost: bool) {
    let (from, to) = if lost { ("returns", "lost") } else { ("lost", "returns") };
    shop.server.sql(&format!("UPDATE flow_run SET definition = '{to}' WHERE definition = '{from}'")).await;
}

async fn in_review(name: &str) -> (Shop, Value) {
    let shop = Shop::without_rules().await;
    adopt(&shop, "returns", json!(["return_refund"])).await;
    let ticket = shop.submit(request("return_refund", name, 10_000)).await.expect(201).body;
    (shop, ticket)
}

/// A timer that fails for good becomes a person's task and stops; what it was for happens once its cause is mended.
#[tokio::test]
async fn a_timer_that_fails_for_good_is_given_to_a_person() {
    let (shop, ticket) = in_review("stuck").await;
    assert_eq!(tasks(&shop, &ticket).await.len(), 1, "the review");
    lose_the_drawing(&shop, true).await;
    // After half an hour that nobody accepted it the priority rises.
    shop.server.clock.advance_ms(30 * 60 * 1_000);
    for _ in 0..9 {
        fire_due(&shop).await;
    }
    assert_eq!(tasks(&shop, &ticket).await.len(), 1, "it may be over by itself");
    fire_due(&shop).await;
    let told = tasks(&shop, &ticket).await;
    let given: Vec<&Value> = told.iter().filter(|task| task["role"] == "supervisor").collect();
    assert_eq!(given.len(), 1, "{told:?}");
    let title = given[0]["title"].as_str().unwrap();
    assert!(title.contains("given up after 10 tries") && title.contains("lost"), "{title}");
    for _ in 0..3 {
        fire_due(&shop).await;
    }
    assert_eq!(tasks(&shop, &ticket).await.len(), told.len(), "it is told once");

    lose_the_drawing(&shop, false).await;
    fire_due(&shop).await;
    assert_eq!(shop.ticket(&ticket).await["priority"], "normal", "it waits for the person");
    shop.act(&ticket, "timers/retry", &shop.finance, json!({})).await.expect(403);
    let retried = shop.act(&ticket, "timers/retry", &shop.agent, json!({})).await.expect(200).body;
    assert!(retried["timers"].as_u64().unwrap() > 0, "{retried}");
    fire_due(&shop).await;
    assert_eq!(shop.ticket(&ticket).await["priority"], "high", "nothing was lost");
    assert_eq!(shop.act(&ticket, "timers/retry", &shop.agent, json!({})).await.expect(200).body, json!({"timers": 0}));
}

/// Z17: that somebody is gone is noted with the change itself, tried until it has reached every workflow, and looked at twice, so
/// that what is given to them in the same moment is not forgotten.
#[tokio::test]
async fn z17_what_somebody_leaves_behind_is_handed_over_for_sure() {
    let (shop, ticket) = in_review("gone").await;
    let owner = &shop.server.owner;
    let (alice, alice_key) = shop.server.user("alice", &["agent"]).await;
    let id = task(&shop, &ticket, "first_review").await;
    shop.server.post(&format!("/api/v1/tasks/{id}/claim"), &alice_key, json!({})).await.expect(200);
    let holders = || async { tasks(&shop, &ticket).await[0]["holders"].clone() };
    assert_eq!(holders().await, json!([format!("person:{alice}")]));

    // Whatever happens to this process and to the ticket now, the change stands and so does what follows from it.
    lose_the_drawing(&shop, true).await;
    let path = format!("/api/v1/users/{alice}");
    shop.server.patch(&path, owner, &[], json!({"disabled": true})).await.expect(200);
    while absences::round(&shop.server.app).await {}
    fire_due(&shop).await;
    assert_eq!(holders().await, json!([format!("person:{alice}")]), "it could not be told yet");
    lose_the_drawing(&shop, false).await;
    fire_due(&shop).await;
    assert_eq!(holders().await, json!(["role:agent"]));
    let version = shop.ticket(&ticket).await["version"].clone();

    // The second look finds nothing to do, and writes nothing.
    while absences::round(&shop.server.app).await {}
    fire_due(&shop).await;
    let path = format!("/api/v1/tickets/{}/timeline?limit=200", ticket["id"].as_str().unwrap());
    let told = shop.server.get(&path, owner).await.expect(200).body;
    assert_eq!((holders().await, &shop.ticket(&ticket).await["version"]), (json!(["role:agent"]), &version), "{told}");
    assert_eq!(at(&shop, &ticket).await, ["first_review"]);

    // Somebody gave them work that had not heard of it: the second look finds it.
    let (bob, bob_key) = shop.server.user("bob", &["agent"]).await;
    let path = format!("/api/v1/users/{bob}");
    shop.server.patch(&path, owner, &[], json!({"available": false})).await.expect(200);
    while absences::round(&shop.server.app).await {}
    fire_due(&shop).await;
    shop.server.post(&format!("/api/v1/tasks/{id}/claim"), &bob_key, json!({})).await.expect(200);
    assert_eq!(holders().await, json!([format!("person:{bob}")]));
    while absences::round(&shop.server.app).await {}
    fire_due(&shop).await;
    assert_eq!(holders().await, json!(["role:agent"]));
}
