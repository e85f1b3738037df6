//! The database goes away, and the process dies between what it wrote and what it sends: nothing is lost, nothing done twice.

use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

use anyhow::{Context, Result, ensure};
use redress_tests::component;
use redress_tests::gateway::{Fault, Faults, Gateway};
use redress_tests::receiver::{Behaviour, Delivery, Receiver};
use redress_tests::sample::{changed, ticket};
use redress_tests::server::{Options, Server};
use redress_tests::tenant::Tenant;
use serde_json::{Value, json};
use tokio::time::{Instant, sleep};

use crate::clocks;
use crate::shop::{self, whole_timeline};

/// How long the database stays away.
const AWAY: Duration = Duration::from_secs(10);
/// How long everything may take to be as it should.
const SOON: Duration = Duration::from_mins(3);

/// A server that looks often, and whose claims end soon.
fn quick(options: Options) -> Options {
    options.with("REDRESS__WORKER__POLL_MS", "50").with("REDRESS__WORKER__LEASE_S", "2").with("REDRESS__WORKER__TIMEOUT_S", "1")
}

#[tokio::test]
async fn a_database_that_goes_away_for_ten_seconds() {
    let mut cluster = shop::postgres().expect("a PostgreSQL cluster");
    let server = Server::start(quick(Options::on(&cluster.url("postgres")))).await.expect("starts");
    let tenant = shop::open(&server).await.expect("a shop");
    let receiver = hooked(&tenant).await.expect("a receiver");
    let lanes: Vec<_> = (0..8).map(|lane| tokio::spawn(ask(tenant.clone(), lane))).collect();
    sleep(Duration::from_millis(800)).await;
    cluster.stop().expect("the database ends");
    let away = Instant::now();
    let refused = tenant.owner.without_key().get("//readyz").await.expect("the server still answers");
    assert_eq!(refused.status, 503, "it says that it is not ready: {refused:?}");
    sleep(AWAY.saturating_sub(away.elapsed())).await;
    cluster.start_again().expect("the database is back");
    let mut told = BTreeMap::new();
    for lane in lanes {
        told.extend(lane.await.expect("no panic").expect("every request ends well"));
    }
    whole(&tenant, &receiver, told).await.expect("all there, once");
}

/// Sends requests, each until it is answered well, always with the same key; what comes meanwhile is a clear refusal.
async fn ask(tenant: Tenant, lane: u32) -> Result<BTreeMap<String, Value>> {
    let (mut told, begun) = (BTreeMap::new(), Instant::now());
    let mut n = 0;
    while begun.elapsed() < AWAY + Duration::from_secs(3) {
        let name = format!("{lane}-{n}");
        n += 1;
        // Made once: it holds a moment near now, and a key belongs to one body.
        let body = ticket("refund_only", &name, 990);
        let answer = loop {
            let answer = tenant.owner.post_once("/tickets", &format!("key-{name}"), &body).await?;
            if answer.status == 201 {
                break answer.body;
            }
            let known = ["database_unavailable", "busy", "stale_version"].map(Value::from);
            ensure!(known.contains(&answer.body["code"]) && answer.status != 500, "a clear answer: {answer:?}");
            ensure!(begun.elapsed() < SOON, "it never recovers: {answer:?}");
            sleep(Duration::from_millis(100)).await;
        };
        told.insert(shop::id(&answer)?.to_owned(), answer);
    }
    Ok(told)
}

/// Refunds that a gateway has, and clocks that run out while the database is away: each is paid once, and each step is done once.
#[tokio::test]
async fn what_is_under_way_while_the_database_is_away() {
    let mut cluster = shop::postgres().expect("a PostgreSQL cluster");
    let server = Server::start(quick(Options::on(&cluster.url("postgres")))).await.expect("starts");
    let tenant = shop::open(&server).await.expect("a shop");
    clocks::promise(&tenant, 6).await.expect("a promise");
    let gateway = Gateway::start(Faults::none()).await.expect("a gateway");
    connect(&tenant, &gateway).await.expect("it is connected");
    let mut waiting = Vec::new();
    for n in 0..20 {
        let body = ticket("return_refund", &format!("late-{n}"), 28_800);
        let answer = tenant.owner.post("/tickets", &body).await.expect("answers").expect(201).expect("a ticket");
        waiting.push(shop::id(&answer).expect("an id").to_owned());
    }
    gateway.then([Fault::HangAfter; 8]);
    let mut refunds = Vec::new();
    for n in 0..8 {
        let body = paid_by_card(&gateway, &format!("away-{n}"));
        refunds.push(tenant.owner.post("/tickets", &body).await.expect("answers").expect(201).expect("a ticket"));
    }
    let begun = Instant::now();
    while sent(&gateway) < 4 {
        assert!(begun.elapsed() < SOON, "the gateway was never asked: {}", server.log_end(20));
        sleep(Duration::from_millis(5)).await;
    }
    cluster.stop().expect("the database ends");
    sleep(AWAY).await;
    gateway.heal();
    cluster.start_again().expect("the database is back");
    let begun = Instant::now();
    for ticket in &refunds {
        paid(&tenant, ticket, begun).await.expect("it ends paid");
    }
    let paid = gateway.refunds();
    assert_eq!((paid.len(), paid.values().map(|refund| refund.minor).sum::<i64>()), (8, 8 * 990), "{paid:?}");
    clocks::once_each(&tenant.owner, &waiting).await.expect("each step once");
}

/// A ticket for a refund over the gateway, which has had the money.
fn paid_by_card(gateway: &Gateway, name: &str) -> Value {
    let payment = format!("pi_{name}");
    gateway.pay_in(&payment, 990);
    let paid = json!([{"tender": "stripe", "reference": payment, "amount": {"minor": 990, "currency": "CNY"}}]);
    changed(ticket("refund_only", name, 990), "/order/payments", paid)
}

/// What was promised is there, nothing else is, and each ticket was announced.
async fn whole(tenant: &Tenant, receiver: &Receiver, told: BTreeMap<String, Value>) -> Result<()> {
    ensure!(told.len() > 20, "the server answered: {}", told.len());
    let stored = tenant.owner.all("/tickets").await?;
    let ids: BTreeSet<&str> = stored.iter().filter_map(|ticket| ticket["id"].as_str()).collect();
    ensure!(ids.len() == told.len() && told.keys().all(|id| ids.contains(id.as_str())), "{} stored, {} told", ids.len(), told.len());
    let due = tenant.owner.all("/refund-instructions").await?;
    ensure!(due.len() == told.len(), "{} instructions for {} tickets", due.len(), told.len());
    for id in told.keys().take(20) {
        whole_timeline(&tenant.owner, id).await?;
    }
    announced(receiver, &told.keys().cloned().collect()).await
}

#[tokio::test]
async fn killed_between_commit_and_delivery() {
    let mut server = Server::start(quick(Options::default())).await.expect("starts");
    let tenant = shop::open(&server).await.expect("a shop");
    let receiver = hooked(&tenant).await.expect("a receiver");
    // The receiver has the message, and the server dies before it hears so.
    receiver.then([Behaviour::Stall(Duration::from_secs(3)); 12]);
    let mut told = BTreeSet::new();
    for n in 0..12 {
        let body = ticket("refund_only", &format!("sent-{n}"), 990);
        let answer = tenant.owner.post("/tickets", &body).await.expect("answers").expect(201).expect("a ticket");
        told.insert(shop::id(&answer).expect("an id").to_owned());
    }
    receiver.wait(1, SOON).await.expect("something left");
    server.restart().await.expect("starts again");
    announced(&receiver, &told).await.expect("each was announced");
}

/// D4: money is asked for once, though the server dies while the gateway thinks.
#[tokio::test]
async fn killed_while_gateways_pay() {
    let mut server = Server::start(quick(Options::default())).await.expect("starts");
    let tenant = shop::open(&server).await.expect("a shop");
    let gateway = Gateway::start(Faults::none()).await.expect("a gateway");
    connect(&tenant, &gateway).await.expect("it is connected");
    gateway.then([Fault::HangAfter; 6]);
    let mut tickets = Vec::new();
    for n in 0..6 {
        let body = paid_by_card(&gateway, &format!("killed-{n}"));
        tickets.push(tenant.owner.post("/tickets", &body).await.expect("answers").expect(201).expect("a ticket"));
        let begun = Instant::now();
        while sent(&gateway) < 1 + n {
            assert!(begun.elapsed() < SOON, "the gateway was never asked: {}", server.log_end(20));
            sleep(Duration::from_millis(5)).await;
        }
        if n % 2 == 1 {
            server.restart().await.expect("starts again");
        }
    }
    gateway.heal();
    let begun = Instant::now();
    for ticket in &tickets {
        paid(&tenant, ticket, begun).await.expect("it ends paid");
    }
    let refunds = gateway.refunds();
    assert_eq!((refunds.len(), refunds.values().map(|refund| refund.minor).sum::<i64>()), (6, 6 * 990), "{refunds:?}");
    assert_eq!(sent(&gateway), 6, "what was under way is asked about, not sent again");
}

/// How often the gateway was told to pay.
fn sent(gateway: &Gateway) -> usize {
    gateway.requests().iter().filter(|request| request.method == "POST").count()
}

async fn paid(tenant: &Tenant, ticket: &Value, begun: Instant) -> Result<()> {
    let id = shop::id(ticket)?;
    loop {
        let now = tenant.owner.get(&format!("/tickets/{id}")).await?;
        if now.status == 200 && now.body["money"] == "refunded" {
            whole_timeline(&tenant.owner, id).await?;
            return Ok(());
        }
        // A database that has just come back may refuse its first connections; the server says so.
        ensure!(now.status == 200 || now.body["code"] == "database_unavailable", "a clear answer: {now:?}");
        ensure!(begun.elapsed() < SOON, "{id} is still {}", now.body["money"]);
        sleep(Duration::from_millis(200)).await;
    }
}

/// The stock plugin for Stripe, with a secret of nobody.
async fn connect(tenant: &Tenant, gateway: &Gateway) -> Result<()> {
    tenant.owner.put("/secrets/stripe-live", &json!({"value": "sk_test_secret"})).await?.expect(204)?;
    let plugin = tenant.upload(component::stock("stripe-refunds")?).await?;
    let body = json!({
        "tender": "stripe", "plugin": plugin["id"], "config": {"base_url": gateway.base_url()}, "hosts": [gateway.host],
        "secrets": {"stripe_key": "stripe-live"}
    });
    tenant.owner.post("/gateways", &body).await?.expect(201)?;
    Ok(())
}

async fn hooked(tenant: &Tenant) -> Result<Receiver> {
    let receiver = Receiver::start().await?;
    tenant.owner.post("/webhooks", &json!({"url": receiver.url, "events": ["ticket.created"]})).await?.expect(201)?;
    Ok(receiver)
}

/// Every ticket is announced under one id, however often it had to be said, and no other.
async fn announced(receiver: &Receiver, tickets: &BTreeSet<String>) -> Result<()> {
    let all = receiver.wait_until(SOON, |all| of(all).is_ok_and(|said| said.len() >= tickets.len())).await.context("each is announced")?;
    let said = of(&all)?;
    ensure!(said.keys().collect::<BTreeSet<_>>() == tickets.iter().collect(), "others were announced");
    ensure!(said.values().all(|ids| ids.len() == 1), "a repeat has the id of the first: {said:?}");
    Ok(())
}

/// The ids of messages by ticket.
fn of(deliveries: &[Delivery]) -> Result<BTreeMap<String, BTreeSet<String>>> {
    let mut said: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for delivery in deliveries {
        let ticket = delivery.json()?["data"]["ticket"]["id"].as_str().context("it names its ticket")?.to_owned();
        said.entry(ticket).or_default().insert(delivery.headers["webhook-id"].clone());
    }
    Ok(said)
}
