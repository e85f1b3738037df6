//! Mail leaves over SMTP: reports with their files, words for people, links for customers; and nothing is lost or sent twice when
//! the server misbehaves.

mod faults;
mod secure;
mod story;

use std::time::Duration;

use redress::workers;
use redress_tests::relay::{Letter, Relay};
use serde_json::{Value, json};

use crate::shop::Shop;
use crate::support::Server;

const SOON: Duration = Duration::from_secs(20);
const DAY: i64 = 24 * 3_600_000;

/// A shop whose operator has a server for mail on the same machine.
async fn shop_with(relay: &Relay) -> Shop {
    let url = format!("smtp://127.0.0.1:{}", relay.port);
    let server = Server::start_with(|config| {
        config.mail.url = url;
        config.mail.plain = true;
        "no-reply@redress.example".clone_into(&mut config.mail.from);
        // Who hangs is not waited for.
        config.mail.timeout_s = 1;
        config.mail.answer_timeout_s = 1;
    });
    Shop::of(server.await).await
}

/// Puts one report by mail into the outbox, and sets the workers to work.
async fn report(shop: &Shop, recipients: &[&str], format: &str) {
    let definition = shop.server.get("/api/v1/reports/channels", &shop.supervisor).await.expect(200).body["definition"].clone();
    let schedule = json!({"cron": "0 9 * * *", "zone": "Asia/Shanghai", "recipients": recipients, "format": format});
    let draft = json!({"definition": definition, "schedule": schedule});
    shop.server.post("/api/v1/reports", &shop.supervisor, draft).await.expect(201);
    shop.server.clock.advance_ms(DAY);
    assert_eq!(redress::reports::send_due(&shop.server.app).await.unwrap(), 1);
    workers::start(&shop.server.app);
}

/// Messages in a state, newest first.
async fn outbox(shop: &Shop, state: &str) -> Vec<Value> {
    let path = format!("/api/v1/outbox?limit=200&state={state}");
    shop.server.get(&path, &shop.server.owner).await.expect(200).body["items"].as_array().unwrap().clone()
}

/// Lets time pass for retries until so many messages are in a state.
async fn until(shop: &Shop, state: &str, count: usize) -> Vec<Value> {
    for _ in 0..800 {
        let found = outbox(shop, state).await;
        if found.len() >= count {
            return found;
        }
        shop.server.clock.advance_ms(250);
        tokio::time::sleep(Duration::from_millis(25)).await;
    }
    panic!("the outbox never had {count} messages that are {state}: {:?}", outbox(shop, "pending").await);
}

async fn log(shop: &Shop, message: &Value) -> Vec<Value> {
    let path = format!("/api/v1/outbox/{}", message["id"].as_str().unwrap());
    shop.server.get(&path, &shop.server.owner).await.expect(200).body["log"].as_array().unwrap().clone()
}

async fn resend(shop: &Shop, message: &Value) {
    let path = format!("/api/v1/outbox/{}/resend", message["id"].as_str().unwrap());
    shop.server.post(&path, &shop.server.owner, json!({})).await.expect(200);
}

fn id(letter: &Letter) -> String {
    letter.header("Message-ID").expect("every mail has one")
}
