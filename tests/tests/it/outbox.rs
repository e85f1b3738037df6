//! Webhooks leave signed, are tried again, and what nobody takes waits for a person.

use std::time::Duration;

use anyhow::{Context, Result, ensure};
use redress_tests::receiver::{Behaviour, Receiver};
use redress_tests::sample::ticket;
use redress_tests::server::Server;
use redress_tests::tenant::Tenant;
use serde_json::{Value, json};

use crate::shop::{self, id};

const SOON: Duration = Duration::from_secs(20);

#[tokio::test]
async fn deliveries_are_retried_then_dead_then_sent_again() {
    let server = Server::start(shop::impatient()).await.expect("starts");
    let tenant = Tenant::create(&server).await.expect("a tenant");
    tenant.stock("notification", "notify-templates", json!({})).await.expect("the templates are bound");
    let receiver = Receiver::start().await.expect("a receiver");
    let webhook = tenant.owner.post("/webhooks", &json!({"url": receiver.url, "events": ["ticket.created"]})).await.expect("answers");
    let webhook = webhook.expect(201).expect("a webhook");
    let secret = webhook["secret"].as_str().expect("a secret").to_owned();
    retried(&tenant, &receiver, &secret).await.expect("a second try arrives");
    for behaviour in
        [Behaviour::HangUp, Behaviour::Garbage, Behaviour::Redirect, Behaviour::Stall(Duration::from_secs(3)), Behaviour::Answer(410)]
    {
        dead(&tenant, &receiver, &secret, behaviour).await.unwrap_or_else(|error| panic!("{behaviour:?}: {error:#}"));
    }
}

/// One refusal, then a success: the same message with the same id, signed anew.
async fn retried(tenant: &Tenant, receiver: &Receiver, secret: &str) -> Result<()> {
    let before = receiver.deliveries().len();
    receiver.then([Behaviour::Answer(500)]);
    tenant.owner.post("/tickets", &ticket("inquiry", "retried", 990)).await?.expect(201)?;
    let deliveries = receiver.wait(before + 2, SOON).await?;
    let both = &deliveries[before..before + 2];
    for delivery in both {
        delivery.verify(secret)?;
    }
    ensure!(both[0].headers["webhook-id"] == both[1].headers["webhook-id"], "a repeat has the id of the first");
    ensure!(both[0].body == both[1].body, "and its body");
    ensure!(dead_letters(tenant).await?.is_empty(), "nothing is dead");
    Ok(())
}

/// Two failures are the end here; a person sends the message again.
async fn dead(tenant: &Tenant, receiver: &Receiver, secret: &str, behaviour: Behaviour) -> Result<()> {
    receiver.then([behaviour, behaviour]);
    let name = format!("{behaviour:?}").replace(|c: char| !c.is_alphanumeric(), "");
    tenant.owner.post("/tickets", &ticket("inquiry", &name, 990)).await?.expect(201)?;
    let letter = loop_until(SOON, || async { Ok(dead_letters(tenant).await?.into_iter().next()) }).await.context("it is a dead letter")?;
    ensure!(
        letter["attempts"] == 2 && letter["last_error"].as_str().is_some_and(|text| !text.is_empty()),
        "it says what went wrong: {letter}"
    );
    // What was left of the script must not spoil the re-send.
    let before = receiver.deliveries().len();
    tenant.owner.post(&format!("/outbox/{}/resend", id(&letter)?), &json!({})).await?.expect(200)?;
    let deliveries = receiver.wait_until(SOON, |all| all.len() > before).await?;
    deliveries[before].verify(secret)?;
    loop_until(SOON, || async {
        let now = tenant.owner.get(&format!("/outbox/{}", id(&letter)?)).await?.expect(200)?;
        Ok((now["state"] == "delivered").then_some(()))
    })
    .await
    .context("it is delivered")
}

async fn dead_letters(tenant: &Tenant) -> Result<Vec<Value>> {
    tenant.owner.all("/outbox?state=dead").await
}

/// Asks until there is an answer.
async fn loop_until<T, F: Future<Output = Result<Option<T>>>>(within: Duration, ask: impl Fn() -> F) -> Result<T> {
    let deadline = tokio::time::Instant::now() + within;
    loop {
        if let Some(found) = ask().await? {
            return Ok(found);
        }
        ensure!(tokio::time::Instant::now() < deadline, "nothing within {within:?}");
        tokio::time::sleep(Duration::from_millis(30)).await;
    }
}
