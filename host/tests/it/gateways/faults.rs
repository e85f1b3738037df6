//! No schedule of faults pays twice or loses a payment (design §5: an unknown result is queried, never re-sent blindly).

use std::time::Duration;

use redress::workers::refunds;
use redress_tests::gateway::{Fault, Faults};
use serde_json::{Value, json};

use super::till::Till;

/// The only instruction of a ticket.
async fn only(till: &Till, ticket: &Value) -> Value {
    let mut all = till.shop.instructions(ticket).await;
    assert_eq!(all.len(), 1, "{all:?}");
    all.remove(0)
}

/// Works and waits until nothing is under way any more, at most a week.
async fn finish(till: &Till, ticket: &Value) -> Value {
    for _ in 0..200 {
        till.work().await;
        let instruction = only(till, ticket).await;
        if ["paid", "failed"].contains(&instruction["state"].as_str().unwrap()) {
            return instruction;
        }
        till.wait(3_600);
    }
    panic!("it never ends: {}", only(till, ticket).await)
}

/// One fault of the payment at a time: the books hold the refund once, and the ticket says so.
#[tokio::test]
async fn every_single_fault_of_a_payment_ends_with_the_money_paid_once() {
    let till = Till::open(Faults::none()).await;
    let faults = [
        Fault::RefuseConnection,
        Fault::DropAfter,
        Fault::HangAfter,
        Fault::ErrorBefore,
        Fault::ErrorAfter,
        Fault::Garbage,
        Fault::NoHttp,
        Fault::Twice,
        Fault::RateLimit,
        Fault::Lie,
    ];
    for (number, fault) in faults.into_iter().enumerate() {
        for tender in ["stripe", "wechat"] {
            till.gateway.then([fault]);
            let (name, payment) = (format!("{tender}-{number}"), format!("pi_{tender}_{number}"));
            let ticket = till.allow(till.claim(&name, &[(tender, &payment, 3_000)])).await;
            let instruction = finish(&till, &ticket).await;
            assert_eq!(instruction["state"], "paid", "{fault:?} over {tender}: {instruction}");
            let refunds = till.gateway.refunds();
            let ours: Vec<_> = refunds.values().filter(|refund| refund.payment == payment).collect();
            assert!(ours.len() == 1 && ours[0].minor == 3_000, "{fault:?} over {tender}: {ours:?}");
        }
    }
}

/// Finance cannot take for failed what a gateway may pay yet, unless somebody has looked; when it was paid after all, finance hears of it.
#[tokio::test]
async fn what_finance_takes_for_failed_is_asked_about_once_more() {
    let till = Till::open(Faults::none()).await;
    till.gateway.then([Fault::DropAfter]);
    let ticket = till.allow(till.claim("doubt", &[("stripe", "pi_doubt", 3_000)])).await;
    till.work().await;
    let doubtful = only(&till, &ticket).await;
    assert_eq!(doubtful["state"], "unknown", "{doubtful}");
    let (server, finance) = (&till.shop.server, &till.shop.finance);
    let path = format!("/api/v1/refund-instructions/{}", doubtful["id"].as_str().unwrap());
    let body = json!({"reason": "客户说没收到"});
    let refused = server.post(&format!("{path}/failed"), finance, body.clone()).await.expect(422);
    assert_eq!(refused.body["errors"][0]["pointer"], "/checked_with_gateway", "{}", refused.body);
    let mut checked = body;
    checked["checked_with_gateway"] = json!(true);
    server.post(&format!("{path}/failed"), finance, checked).await.expect(200);
    for _ in 0..3 {
        till.wait(600);
        till.work().await;
    }
    let tasks = till.tasks(&ticket).await;
    assert!(tasks.iter().any(|task| task["title"].as_str().unwrap().contains("do not pay it again")), "{tasks:?}");
    let posts = till.gateway.requests().iter().filter(|request| request.method == "POST").count();
    assert_eq!(posts, 1, "it was asked about, not sent again");
}

/// The process dies between the note and the answer: the next one asks, and does not send again.
#[tokio::test]
async fn a_worker_that_dies_between_sending_and_the_answer_leaves_nothing_to_chance() {
    let till = Till::open(Faults::none()).await;
    till.gateway.then([Fault::HangAfter]);
    let ticket = till.allow(till.claim("died", &[("stripe", "pi_died", 3_000)])).await;
    let app = till.shop.server.app.clone();
    let worker = tokio::spawn(async move { refunds::round(&app).await });
    while till.gateway.requests().is_empty() {
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    worker.abort();
    assert_eq!(only(&till, &ticket).await["state"], "sent", "noted before it left");
    till.work().await;
    assert_eq!(till.gateway.requests().len(), 1, "the dead worker's lease is respected");
    till.wait(61);
    till.work().await;
    assert_eq!(only(&till, &ticket).await["state"], "paid");
    let asked: Vec<_> = till.gateway.requests().into_iter().map(|request| request.method).collect();
    assert_eq!(asked, ["POST", "GET"], "it was asked about, not sent again");
}

/// A payment that the gateway denies for good fails, and finance has it; another tender pays it.
#[tokio::test]
async fn what_fails_for_good_goes_to_finance_who_may_take_another_tender() {
    let till = Till::open(Faults::none()).await;
    let mut body = till.claim("refused", &[("stripe", "pi_refused", 3_000)]);
    body["order"]["payments"][0]["reference"] = "pi_nobody_knows".into();
    let ticket = till.allow(body).await;
    let failed = finish(&till, &ticket).await;
    assert_eq!(failed["state"], "failed", "{failed}");
    assert_eq!(till.tasks(&ticket).await.len(), 1);
    let path = format!("/api/v1/refund-instructions/{}", failed["id"].as_str().unwrap());
    let again = till.shop.server.post(&format!("{path}/retry"), &till.shop.finance, serde_json::json!({"tender": "manual"})).await;
    let again = again.expect(201).body;
    assert_eq!(again["tender"], "manual");
    let path = format!("/api/v1/refund-instructions/{}/paid", again["id"].as_str().unwrap());
    till.shop.server.post(&path, &till.shop.finance, serde_json::json!({"reference": "bank"})).await.expect(200);
    assert_eq!(till.shop.ticket(&ticket).await["money"], "refunded");
    assert!(till.gateway.refunds().is_empty());
}

/// Many drawn schedules of faults, with workers that die: at most one refund for each instruction, none lost, ledgers balance.
#[tokio::test]
async fn no_schedule_of_faults_pays_twice_or_loses_a_payment() {
    let (mut paid, mut failed, mut unknown, mut died) = (0, 0, 0, 0);
    let till = Till::open(Faults::none()).await;
    for seed in 0..60_u64 {
        till.gateway.draw(seed, 30 + seed % 60);
        let tender = if seed % 2 == 0 { "stripe" } else { "wechat" };
        let (name, payment) = (format!("seed-{seed}"), format!("pi_seed_{seed}"));
        let ticket = till.allow(till.claim(&name, &[(tender, &payment, 3_000)])).await;
        for step in 0..14 {
            if (seed + step) % 7 == 3 {
                died += 1;
                let app = till.shop.server.app.clone();
                let worker = tokio::spawn(async move { refunds::round(&app).await });
                tokio::time::sleep(Duration::from_millis((seed * 13 + step * 5) % 40)).await;
                worker.abort();
            } else {
                till.work().await;
            }
            // What was on its way arrives within the time for which a denial is not believed.
            till.gateway.arrive();
            till.wait(if step < 4 { 30 } else { 4_000 });
        }
        let instruction = only(&till, &ticket).await;
        let refunds = till.gateway.refunds();
        let ours: Vec<_> = refunds.iter().filter(|(_, refund)| refund.payment == payment).collect();
        assert!(ours.len() <= 1, "seed {seed} paid twice: {ours:?}");
        let id = instruction["id"].as_str().unwrap();
        assert!(ours.iter().all(|(key, _)| *key == id), "seed {seed}: every attempt has the same key");
        match instruction["state"].as_str().unwrap() {
            "paid" => {
                paid += 1;
                assert_eq!(ours.len(), 1, "seed {seed}: nothing is called paid that was not: {instruction}");
                assert_eq!(till.shop.ticket(&ticket).await["money"], "refunded");
            }
            "failed" => {
                failed += 1;
                assert!(ours.is_empty(), "seed {seed}: nothing is called failed that was paid: {instruction}");
                assert!(!till.tasks(&ticket).await.is_empty(), "seed {seed}: finance has it");
            }
            _ => {
                unknown += 1;
                // Still under way: with a gateway that is well again it comes to its end.
                till.gateway.heal();
                let ended = finish(&till, &ticket).await;
                assert_eq!(ended["state"] == "paid", till.gateway.refunds().contains_key(id), "seed {seed}: {ended}");
            }
        }
        let path = format!("/api/v1/tickets/{}/settlements", ticket["id"].as_str().unwrap());
        let ledger = till.shop.server.get(&path, &till.shop.finance).await.expect(200).body;
        let entries = ledger["items"].as_array().or(ledger.as_array()).cloned().unwrap_or_default();
        let owed: i64 = entries.iter().filter_map(|entry| entry["amount"]["minor"].as_i64()).sum();
        assert_eq!(owed, 3_000, "seed {seed}: {ledger}");
    }
    assert!(paid > 30, "{paid} paid, {failed} failed, {unknown} unknown");
    assert!(died > 50, "{died} workers died");
    println!("60 schedules: {paid} paid, {failed} failed, {unknown} were under way, {died} workers died");
}
