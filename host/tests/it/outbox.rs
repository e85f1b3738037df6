//! What must leave leaves: signed, again after failures, and visibly when it cannot. Time fires what is due.

use std::time::Duration;

use redress::notify::deliver::{self, Courier};
use redress::notify::sign::{new_secret, signature};
use redress::workers;
use redress::workflow::turn::At;
use redress_domain::id::{OutboxId, WebhookId};
use redress_domain::outbox::{OutboxMessage, OutboxState, WebhookEndpoint};
use redress_domain::rule::Recipient;
use serde_json::{Value, json};

use crate::receiver::{Delivery, Mood, Receiver};
use crate::shop::{Shop, request};
use crate::support::Counter;

async fn subscribe(shop: &Shop, url: &str, events: &[&str]) -> Value {
    let body = json!({"url": url, "events": events});
    shop.server.post("/api/v1/webhooks", &shop.server.owner, body).await.expect(201).body
}

/// Waits until the outbox shows so many messages in a state.
async fn outbox(shop: &Shop, state: &str, count: usize) -> Vec<Value> {
    let path = format!("/api/v1/outbox?state={state}");
    for _ in 0..400 {
        let items = shop.server.get(&path, &shop.server.owner).await.expect(200).body["items"].as_array().unwrap().clone();
        if items.len() >= count {
            return items;
        }
        tokio::time::sleep(Duration::from_millis(25)).await;
    }
    panic!("the outbox never had {count} messages that are {state}");
}

fn verify(delivery: &Delivery, endpoint: &Value) {
    let timestamp = delivery.headers["webhook-timestamp"].parse().unwrap();
    let secret = endpoint["secret"].as_str().unwrap();
    let expected = signature(secret, &delivery.headers["webhook-id"], timestamp, &delivery.body).unwrap();
    assert_eq!(delivery.headers["webhook-signature"], expected);
}

#[tokio::test]
async fn a_message_arrives_signed_though_the_receiver_fails_three_times() {
    let shop = Shop::open().await;
    workers::start(&shop.server.app);
    let receiver = Receiver::start(&[Mood::Answer(500), Mood::HangUp, Mood::Stall]).await;
    let endpoint = subscribe(&shop, &receiver.url, &["ticket.created"]).await;
    let ticket = shop.submit(request("refund_only", "told", 28_800)).await.expect(201).body;
    for tries in 1..=3 {
        receiver.wait(tries).await;
        // The pause before the next try is a matter of the clock, which tests move.
        for _ in 0..40 {
            shop.server.clock.advance_ms(1_000);
            tokio::time::sleep(Duration::from_millis(25)).await;
        }
    }
    let deliveries = receiver.wait(4).await;
    let message = &outbox(&shop, "delivered", 1).await[0];
    assert_eq!((message["attempts"].clone(), message["event"].clone()), (json!(4), json!("ticket.created")));
    for delivery in &deliveries {
        assert_eq!(delivery.headers["webhook-id"], message["id"].as_str().unwrap(), "a repeat has the same id");
        verify(delivery, &endpoint);
    }
    let told = deliveries[0].json();
    assert_eq!((&told["type"], &told["data"]["ticket"]["id"]), (&json!("ticket.created"), &ticket["id"]));
    let path = format!("/api/v1/outbox/{}", message["id"].as_str().unwrap());
    let full = shop.server.get(&path, &shop.server.owner).await.expect(200).body;
    assert!(full.to_string().contains("500"), "the log of tries shows the status: {full}");
}

#[tokio::test]
async fn what_cannot_arrive_is_a_dead_letter_until_somebody_sends_it_again() {
    let shop = Shop::open().await;
    let receiver = Receiver::start(&[]).await;
    let endpoint = subscribe(&shop, &receiver.url, &["*"]).await;
    shop.submit(request("inquiry", "dead", 100)).await.expect(201);
    let path = format!("/api/v1/webhooks/{}", endpoint["id"].as_str().unwrap());
    let off = shop.server.patch(&path, &shop.server.owner, &[("if-match", "\"1\"")], json!({"enabled": false})).await.expect(200).body;
    workers::start(&shop.server.app);
    let dead = outbox(&shop, "dead", 1).await;
    assert!(dead[0]["last_error"].as_str().unwrap().contains("switched off"), "{}", dead[0]);
    let version = format!("\"{}\"", off["version"]);
    shop.server.patch(&path, &shop.server.owner, &[("if-match", &version)], json!({"enabled": true})).await.expect(200);
    for message in &dead {
        let path = format!("/api/v1/outbox/{}/resend", message["id"].as_str().unwrap());
        shop.server.post(&path, &shop.server.owner, json!({})).await.expect(200);
    }
    outbox(&shop, "delivered", dead.len()).await;
    verify(&receiver.wait(dead.len()).await[0], &endpoint);
}

#[tokio::test]
async fn a_notification_rule_composes_what_is_sent() {
    let shop = Shop::open().await;
    shop.bind("notification", "notify-templates", json!({"shop_name": "毛球宠物"})).await;
    let receiver = Receiver::start(&[]).await;
    subscribe(&shop, &receiver.url, &["ticket.created"]).await;
    workers::start(&shop.server.app);
    let ticket = shop.submit(request("refund_only", "composed", 28_800)).await.expect(201).body;
    let composed: Vec<&Value> = ticket["decisions"].as_array().unwrap().iter().filter(|made| made["hook"] == "notification").collect();
    assert!(composed.len() >= 2 && composed.iter().all(|made| made["outcome"] == "ok"), "{ticket}");
    let told = receiver.wait(1).await[0].json();
    assert_eq!(told["data"]["message"]["channel"], "webhook");
    let is_sms = |message: &Value| message["payload"]["data"]["message"]["channel"] == "sms";
    let mut count = 1;
    let sms = loop {
        let logged = outbox(&shop, "delivered", count).await;
        if let Some(sms) = logged.iter().find(|message| is_sms(message)) {
            break sms.clone();
        }
        count = logged.len() + 1;
    };
    assert_eq!(sms["channel"], "log", "there is no connector for it yet");
    assert!(sms["payload"]["data"]["message"]["body"].as_str().unwrap().contains(ticket["number"].as_str().unwrap()), "Z19");
}

#[tokio::test]
async fn a_customer_who_does_not_answer_lets_the_ticket_expire() {
    let shop = Shop::open().await;
    workers::start(&shop.server.app);
    let ticket = shop.submit(request("refund_only", "silent", 28_800)).await.expect(201).body;
    shop.act(&ticket, "request-information", &shop.agent, json!({"message": "请补充照片"})).await.expect(200);
    shop.server.clock.advance_ms(8 * 24 * 3_600_000);
    for _ in 0..400 {
        if shop.ticket(&ticket).await["case"] == "closed_expired" {
            return;
        }
        tokio::time::sleep(Duration::from_millis(25)).await;
    }
    panic!("the ticket did not expire: {}", shop.ticket(&ticket).await);
}

#[tokio::test]
async fn a_webhook_reaches_nothing_of_the_servers_own_network() {
    let receiver = Receiver::start(&[]).await;
    let now: redress_domain::Timestamp = "2026-10-05T08:00:00Z".parse().unwrap();
    let mut endpoint = WebhookEndpoint {
        id: WebhookId::generate(&At(now), &mut Counter(1)),
        version: 1,
        url: receiver.url.clone(),
        secret: new_secret(&mut Counter(0)),
        events: vec!["*".to_owned()],
        enabled: true,
        created_at: now,
    };
    let message = OutboxMessage {
        id: OutboxId::generate(&At(now), &mut Counter(2)),
        ticket: None,
        event: "ticket.created".to_owned(),
        channel: "webhook".to_owned(),
        recipient: Recipient::System,
        webhook: Some(endpoint.id),
        payload: json!({}),
        state: OutboxState::Pending,
        attempts: 0,
        next_attempt_at: now,
        last_error: None,
        created_at: now,
        delivered_at: None,
    };
    let open = Courier::new(Duration::from_secs(5), true).unwrap();
    assert_eq!(deliver::webhook(&open, Some(&endpoint), &message, "{}".to_owned(), now).await.unwrap(), 204, "an operator may allow it");
    let guarded = Courier::new(Duration::from_secs(5), false).unwrap();
    for host in ["127.0.0.1", "localhost", "[::ffff:127.0.0.1]"] {
        endpoint.url = receiver.url.replace("127.0.0.1", host);
        let refused = deliver::webhook(&guarded, Some(&endpoint), &message, "{}".to_owned(), now).await.expect_err(host).to_string();
        assert!(refused.contains("worker.private_webhooks"), "{host}: {refused}");
    }
    assert_eq!(receiver.wait(1).await.len(), 1, "nothing more arrived");
}

/// A report by mail is never lost unseen: without a connector it is a dead letter that says what to do.
#[tokio::test]
async fn a_report_by_mail_without_a_connector_is_a_dead_letter() {
    let shop = Shop::without_rules().await;
    let server = &shop.server;
    let definition = server.get("/api/v1/reports/channels", &shop.supervisor).await.expect(200).body["definition"].clone();
    let draft = json!({"definition": definition, "schedule": {
        "cron": "0 9 * * *", "zone": "Asia/Shanghai", "recipients": ["boss@shop.example"], "format": "csv"}});
    server.post("/api/v1/reports", &shop.supervisor, draft).await.expect(201);
    server.clock.advance_ms(24 * 3_600_000);
    assert_eq!(redress::reports::send_due(&server.app).await.unwrap(), 1);
    workers::start(&server.app);
    let dead = outbox(&shop, "dead", 1).await;
    assert!(dead[0]["last_error"].as_str().unwrap().contains("no mail connector is configured"), "{}", dead[0]);
    server.app.stop.cancel();
}
