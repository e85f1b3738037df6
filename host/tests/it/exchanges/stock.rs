//! There is stock, there is none, and nobody can say.

use redress_tests::inventory::State;
use serde_json::{Value, json};

use super::{Desk, axes, cny};
use crate::shop::{Shop, request};

fn id(replacement: &Value) -> &str {
    replacement["id"].as_str().unwrap()
}

/// L17, domain.md §2: no stock: the customer is asked, takes money, and the refund goes through the tiers.
#[tokio::test]
async fn l17_out_of_stock_becomes_a_refund_with_the_customers_consent() {
    let desk = Desk::open(&[]).await;
    let ticket = desk.allowed("exchange", "none", 4_800).await;
    let replacement = desk.propose(&ticket, json!({"lines": [{"sku": "GONE", "title": "白色喂食器"}]})).await.expect(201).body;
    let replacement = replacement["replacement"].clone();
    let early = desk.act(&replacement, "answer", json!({"choice": "refund"})).await.expect(409);
    assert_eq!(early.code(), "not_allowed_now");
    desk.work().await;
    let asked = desk.read(&replacement).await;
    assert_eq!((&asked["state"], &asked["consent"]["state"]), (&json!("out_of_stock"), &json!("open")));
    assert_eq!(asked["stock"]["missing"], json!([{"sku": "GONE", "available": 0}]));
    let text = asked["consent"]["text"].as_str().unwrap();
    assert!(text.contains("白色喂食器") && text.contains("48.00"), "{text}");
    assert_eq!(desk.inventory.books().reservations.values().next().unwrap().state, State::Released, "what may be held is let go");
    let answered = desk.act(&replacement, "answer", json!({"choice": "refund"})).await.expect(200).body;
    assert_eq!((&answered["replacement"]["state"], &answered["ticket"]["kind"]), (&json!("cancelled"), &json!("return_refund")));
    assert_eq!(answered["ticket"]["refund"]["amount"], cny(4_800), "{answered:#}");
    assert_eq!(axes(&answered["ticket"]).0, "approved", "the goods have to come first");
    let again = desk.act(&replacement, "answer", json!({"choice": "refund"})).await.expect(200).body;
    assert_eq!(again["ticket"]["version"], answered["ticket"]["version"], "the same answer changes nothing");
    let here = desk.goods_come(&ticket).await;
    assert_eq!(axes(&here), ("settling", "inspected", "refund_pending"));
    desk.pay(&ticket).await;
    assert_eq!(axes(&desk.shop.ticket(&ticket).await), ("completed", "inspected", "refunded"));
    desk.balanced(&ticket).await;
}

/// D3: a refund for want of stock is a refund: above 500 yuan a director decides.
#[tokio::test]
async fn d3_a_refund_for_want_of_stock_finds_its_tier() {
    let desk = Desk::open(&[]).await;
    let ticket = desk.allowed("resend", "dear", 60_000).await;
    let replacement = desk.propose(&ticket, json!({})).await.expect(201).body["replacement"].clone();
    desk.work().await;
    let answered = desk.act(&replacement, "answer", json!({"choice": "refund"})).await.expect(200).body;
    assert_eq!((&answered["ticket"]["kind"], axes(&answered["ticket"]).0), (&json!("refund_only"), "approval"));
    desk.shop.act(&ticket, "approve", &desk.shop.supervisor, json!({})).await.expect(403);
    let paid = desk.shop.act(&ticket, "approve", &desk.shop.director, json!({})).await.expect(200).body;
    assert_eq!(axes(&paid).2, "refund_pending");
}

/// L17: who waits has the goods when there are some: asked for again under a new key, after the old one is released.
#[tokio::test]
async fn l17_who_waits_gets_the_goods_when_there_are_some() {
    let desk = Desk::open(&[]).await;
    let ticket = desk.allowed("resend", "waits", 4_800).await;
    let replacement = desk.propose(&ticket, json!({})).await.expect(201).body["replacement"].clone();
    desk.work().await;
    let waiting = desk.act(&replacement, "answer", json!({"choice": "wait"})).await.expect(200).body;
    assert_eq!((&waiting["replacement"]["state"], &waiting["replacement"]["consent"]["state"]), (&json!("out_of_stock"), &json!("wait")));
    desk.wait(3_700);
    desk.work().await;
    assert_eq!(desk.state(&replacement).await, "out_of_stock");
    desk.inventory.stock("FEEDER-1", 1);
    desk.wait(3_700);
    desk.work().await;
    // A resend waits for no goods.
    assert_eq!(desk.state(&replacement).await, "ready");
    let books = desk.inventory.books();
    assert_eq!((books.reservations.len(), books.held_for(id(&replacement)).len(), books.twice.len()), (3, 1, 0));
    desk.act(&replacement, "ship", json!({})).await.expect(200);
    let done = desk.act(&replacement, "delivered", json!({})).await.expect(200).body;
    assert_eq!(axes(&done["ticket"]), ("completed", "replacement_delivered", "none"));
    desk.balanced(&ticket).await;
}

/// L17: a question that nobody answers is not left lying: somebody asks the customer, who may still choose. Nothing is decided.
#[tokio::test]
async fn l17_a_question_that_nobody_answers_becomes_a_task() {
    let desk = Desk::open(&[]).await;
    let (server, agent) = (&desk.shop.server, &desk.shop.agent);
    let hours = json!({"name": "Hours for an answer", "type": "number", "value": 24});
    server.put("/api/v1/parameters/replacement_answer_hours", &server.owner, hours).await.expect(200);
    let ticket = desk.allowed("resend", "silence", 4_800).await;
    let replacement = desk.propose(&ticket, json!({})).await.expect(201).body["replacement"].clone();
    desk.work().await;
    let asked = desk.read(&replacement).await;
    assert_eq!((&asked["consent"]["state"], &asked["consent"]["expires_at"]), (&json!("open"), &json!("2026-10-06T08:00:00Z")), "{asked}");
    let tasks = format!("/api/v1/tasks?ticket={}&open=true", ticket["id"].as_str().unwrap());
    desk.wait(24 * 3_600 - 1);
    desk.timers().await;
    assert_eq!(desk.read(&replacement).await["consent"]["state"], "open");
    desk.wait(1);
    desk.timers().await;
    let late = desk.read(&replacement).await;
    assert_eq!((&late["state"], &late["consent"]["state"]), (&json!("out_of_stock"), &json!("expired")));
    let found = server.get(&tasks, agent).await.expect(200).body["items"].as_array().unwrap().clone();
    assert!(found.len() == 1 && found[0]["title"].as_str().unwrap().contains(id(&replacement)), "{found:?}");
    desk.wait(30 * 86_400);
    desk.timers().await;
    assert_eq!(server.get(&tasks, agent).await.expect(200).body["items"].as_array().unwrap().len(), 1, "once");
    let answered = desk.act(&replacement, "answer", json!({"choice": "refund"})).await.expect(200).body;
    assert_eq!(answered["ticket"]["refund"]["amount"], cny(4_800), "the choice is still theirs");
}

/// An answer in time ends the wait.
#[tokio::test]
async fn l17_an_answer_in_time_leaves_no_task() {
    let desk = Desk::open(&[]).await;
    let ticket = desk.allowed("resend", "in-time", 4_800).await;
    let replacement = desk.propose(&ticket, json!({})).await.expect(201).body["replacement"].clone();
    desk.work().await;
    desk.act(&replacement, "answer", json!({"choice": "wait"})).await.expect(200);
    desk.wait(8 * 86_400);
    desk.timers().await;
    assert_eq!(desk.read(&replacement).await["consent"]["state"], "wait");
    let tasks = format!("/api/v1/tasks?ticket={}&open=true", ticket["id"].as_str().unwrap());
    assert_eq!(desk.shop.server.get(&tasks, &desk.shop.agent).await.expect(200).body["items"], json!([]));
}

/// Without a connector people say whether there is stock.
#[tokio::test]
async fn without_a_connector_people_confirm_the_stock() {
    let shop = Shop::open().await;
    let ticket = shop.submit(request("resend", "by-hand", 4_800)).await.expect(201).body;
    shop.act(&ticket, "approve", &shop.agent, json!({})).await.expect(200);
    let body = shop.act(&ticket, "replacements", &shop.agent, json!({})).await.expect(201).body;
    let replacement = body["replacement"].clone();
    assert_eq!(replacement["stock"]["by"], "person");
    let path = |action: &str| format!("/api/v1/tickets/{}/replacements/{}/{action}", ticket["id"].as_str().unwrap(), id(&replacement));
    let none = shop.server.post(&path("out-of-stock"), &shop.agent, json!({})).await.expect(200).body;
    assert_eq!((&none["replacement"]["state"], &none["replacement"]["consent"]["amount"]), (&json!("out_of_stock"), &cny(4_800)));
    let some = shop.server.post(&path("reserved"), &shop.agent, json!({})).await.expect(200).body;
    assert_eq!((&some["replacement"]["state"], &some["replacement"]["consent"]["state"]), (&json!("ready"), &json!("withdrawn")));
    assert!(some["replacement"]["stock"]["confirmed_by"]["type"] == "user", "{some}");
    shop.server.post(&path("reserved"), &shop.agent, json!({})).await.expect(409);
}

/// While the connector is asked, people do not say otherwise; when it is gone, nothing is lost.
#[tokio::test]
async fn z34_a_connector_that_is_away_keeps_the_reservation() {
    let desk = Desk::open(&[("FEEDER-1", 1)]).await;
    let ticket = desk.allowed("resend", "away", 4_800).await;
    let server = &desk.shop.server;
    let replacement = desk.propose(&ticket, json!({})).await.expect(201).body["replacement"].clone();
    assert_eq!(desk.act(&replacement, "reserved", json!({})).await.expect(409).code(), "not_allowed_now");
    let off = json!({"base_url": desk.inventory.base_url(), "secret": "erp", "enabled": false});
    server.put("/api/v1/inventory-connector", &server.owner, off).await.expect(200);
    desk.work().await;
    assert_eq!((desk.state(&replacement).await.as_str(), desk.inventory.requests().len()), ("reserving", 0));
    let on = json!({"base_url": desk.inventory.base_url(), "secret": "erp"});
    server.put("/api/v1/inventory-connector", &server.owner, on).await.expect(200);
    desk.wait(60);
    desk.work().await;
    assert_eq!(desk.state(&replacement).await, "ready");
}

/// Z34: the connector's settings: who may change them, what is refused, and that no answer holds the secret.
#[tokio::test]
async fn z34_the_connector_is_set_by_admins_and_shows_no_secret() {
    let desk = Desk::open(&[]).await;
    let (server, path) = (&desk.shop.server, "/api/v1/inventory-connector");
    let found = server.get(path, &server.owner).await.expect(200);
    assert_eq!((found.header("etag"), &found.body["secret"]), (Some("\"1\""), &json!("erp")));
    assert!(!found.body.to_string().contains("erp-token"));
    server.get(path, &desk.shop.warehouse).await.expect(403);
    let body = |url: &str, secret: &str| json!({"base_url": url, "secret": secret});
    server.put(path, &desk.shop.agent, body("https://erp.example", "erp")).await.expect(403);
    let wrong = server.put(path, &server.owner, body("ftp://erp.example", "erp")).await.expect(422);
    assert_eq!(wrong.pointers(), ["/base_url"]);
    let wrong = server.put(path, &server.owner, body("https://user:pass@erp.example", "erp")).await.expect(422);
    assert_eq!(wrong.pointers(), ["/base_url"]);
    let wrong = server.put(path, &server.owner, body("https://erp.example", "none")).await.expect(422);
    assert_eq!(wrong.pointers(), ["/secret"]);
    let changed = server.put(path, &server.owner, body("https://erp.example/api/", "erp")).await.expect(200).body;
    assert_eq!((&changed["base_url"], &changed["version"]), (&json!("https://erp.example/api"), &json!(2)));
    server.delete(path, &server.owner).await.expect(204);
    server.get(path, &server.owner).await.expect(404);
    server.delete(path, &server.owner).await.expect(404);
}

/// Z39, U14: the customer sees what leaves and answers by link.
#[tokio::test]
async fn z39_the_customer_answers_by_link_whether_money_will_do() {
    let desk = Desk::open(&[]).await;
    let ticket = desk.allowed("resend", "by-link", 4_800).await;
    let replacement = desk.propose(&ticket, json!({})).await.expect(201).body["replacement"].clone();
    desk.work().await;
    let link = desk.shop.act(&ticket, "portal-link", &desk.shop.agent, json!({})).await.expect(201).body;
    let token = link["token"].as_str().unwrap();
    let seen = desk.shop.server.get("/portal/v1/ticket/replacements", token).await.expect(200).body["items"][0].clone();
    assert_eq!((&seen["id"], &seen["state"]), (&replacement["id"], &json!("out_of_stock")));
    assert!(seen["question"].as_str().is_some_and(|text| text.contains("48.00")), "{seen}");
    let path = format!("/portal/v1/ticket/replacements/{}/answer", id(&replacement));
    let stands = desk.shop.server.post(&path, token, json!({"choice": "refund"})).await.expect(200).body;
    assert_eq!(stands["state"]["code"], "settling", "{stands}");
    let answered = desk.read(&replacement).await;
    assert_eq!((&answered["consent"]["state"], &answered["consent"]["answered_by"]), (&json!("refund"), &json!({"type": "customer"})));
}
