//! Gateways report by themselves. A message says when to look and moves no money: whatever arrives, nothing is paid twice and no
//! payment is lost.

use std::time::Duration;

use redress::workers::refunds;
use redress_tests::gateway::{Fault, Faults, Message, Says};
use serde_json::{Value, json};

use super::till::Till;

/// The id of a ticket's only instruction.
async fn instruction(till: &Till, ticket: &Value) -> String {
    let all = till.shop.instructions(ticket).await;
    assert_eq!(all.len(), 1, "{all:?}");
    all[0]["id"].as_str().unwrap().to_owned()
}

async fn state(till: &Till, ticket: &Value) -> String {
    till.shop.instructions(ticket).await[0]["state"].as_str().unwrap().to_owned()
}

/// How often the gateway was asked, paid over, and in which order.
fn asked(till: &Till) -> Vec<String> {
    till.gateway.requests().into_iter().map(|request| request.method).collect()
}

/// The answer to the payment was lost, and nobody would look for a while: the message makes it now.
#[tokio::test]
async fn a_message_settles_at_once_what_would_be_looked_at_later() {
    let till = Till::open(Faults::none()).await;
    for tender in ["stripe", "wechat"] {
        till.gateway.then([Fault::DropAfter]);
        let ticket = till.allow(till.claim(tender, &[(tender, &format!("pi_{tender}"), 3_000)])).await;
        till.work().await;
        assert_eq!(state(&till, &ticket).await, "unknown");
        let id = instruction(&till, &ticket).await;
        till.says(tender, &id, Says::Paid).await;
        assert_eq!(state(&till, &ticket).await, "unknown", "a message alone moves no money");
        till.work().await;
        assert_eq!(state(&till, &ticket).await, "paid", "{tender}");
        assert_eq!(till.shop.ticket(&ticket).await["money"], "refunded");
        let kept = till.notices(tender).await;
        assert_eq!(
            (&kept[0]["state"], &kept[0]["instruction"], &kept[0]["outcome"]["outcome"]),
            (&json!("looked"), &json!(id), &json!("paid"))
        );
    }
    assert_eq!(asked(&till), ["POST", "GET", "POST", "GET"]);
}

#[tokio::test]
async fn the_same_message_again_changes_nothing() {
    let till = Till::open(Faults::none()).await;
    till.gateway.then([Fault::DropAfter]);
    let ticket = till.allow(till.claim("again", &[("stripe", "pi_again", 3_000)])).await;
    till.work().await;
    let message = till.message("stripe", &instruction(&till, &ticket).await, Says::Paid);
    let url = till.hook("stripe");
    let both = tokio::join!(message.send(url), message.send(url));
    assert_eq!((both.0.unwrap(), both.1.unwrap()), (204, 204));
    till.work().await;
    assert_eq!(message.send(url).await.unwrap(), 204, "late");
    till.work().await;
    assert_eq!(asked(&till), ["POST", "GET"]);
    assert_eq!(till.notices("stripe").await.len(), 1);
    let ledger = till.gateway.refunds();
    assert!(ledger.len() == 1 && ledger.values().all(|refund| refund.arrivals == 1), "{ledger:?}");
}

/// Our own request has not returned yet: whoever sent it has the instruction, and nobody else asks until it is back.
#[tokio::test]
async fn a_message_that_overtakes_our_own_request_waits_for_it() {
    let till = Till::open(Faults::none()).await;
    till.gateway.then([Fault::HangAfter]);
    let ticket = till.allow(till.claim("early", &[("stripe", "pi_early", 3_000)])).await;
    let app = till.shop.server.app.clone();
    let worker = tokio::spawn(async move { refunds::round(&app).await });
    while till.gateway.requests().is_empty() {
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    till.says("stripe", &instruction(&till, &ticket).await, Says::Paid).await;
    assert_eq!(refunds::round(&till.shop.server.app).await, 0, "the worker that sent it has it");
    assert_eq!(state(&till, &ticket).await, "sent");
    worker.await.unwrap();
    till.work().await;
    assert_eq!(state(&till, &ticket).await, "paid", "asked at once, without any wait");
    assert_eq!(asked(&till), ["POST", "GET"]);
}

/// Both ways: a payment that a message denies, and one that a message makes up.
#[tokio::test]
async fn a_message_that_lies_is_caught_by_asking() {
    let till = Till::open(Faults::none()).await;
    till.gateway.then([Fault::ErrorAfter]);
    let paid = till.allow(till.claim("denied", &[("stripe", "pi_denied", 3_000)])).await;
    till.work().await;
    till.says("stripe", &instruction(&till, &paid).await, Says::Failed).await;
    till.work().await;
    assert_eq!(state(&till, &paid).await, "paid");

    till.gateway.then([Fault::ErrorBefore]);
    let unpaid = till.allow(till.claim("made-up", &[("wechat", "pi_made_up", 3_000)])).await;
    till.work().await;
    let id = instruction(&till, &unpaid).await;
    till.says("wechat", &id, Says::Paid).await;
    till.work().await;
    assert_ne!(state(&till, &unpaid).await, "paid", "nothing was paid");
    assert!(!till.gateway.refunds().contains_key(&id));
    for _ in 0..20 {
        till.wait(300);
        till.work().await;
    }
    assert_eq!(state(&till, &unpaid).await, "paid", "and it is paid after all");
    assert_eq!(till.gateway.refunds()[&id].arrivals, 1, "once");
}

/// The customer's bank sent the money back days later: the instruction stays as it is, and finance hears of it once the gateway
/// holds to it.
#[tokio::test]
async fn a_refund_that_comes_back_goes_to_finance_and_a_rumour_does_not() {
    let till = Till::open(Faults::none()).await;
    for tender in ["stripe", "wechat"] {
        let ticket = till.allow(till.claim(tender, &[(tender, &format!("pi_{tender}"), 3_000)])).await;
        till.work().await;
        till.wait(60);
        till.work().await;
        let id = instruction(&till, &ticket).await;
        assert_eq!(state(&till, &ticket).await, "paid");
        till.says(tender, &id, Says::Failed).await;
        till.work().await;
        assert_eq!(till.notices(tender).await[0]["state"], "denied", "the gateway itself says that it is paid");
        assert!(till.tasks(&ticket).await.is_empty());
        till.wait(86_400);
        till.gateway.fail(&id);
        till.says(tender, &id, Says::Failed).await;
        till.work().await;
        assert_eq!(till.notices(tender).await[0]["state"], "escalated");
        let tasks = till.tasks(&ticket).await;
        assert!(tasks.len() == 1 && tasks[0]["title"].as_str().unwrap().contains("failed there"), "{tasks:?}");
        assert_eq!((state(&till, &ticket).await, &till.shop.ticket(&ticket).await["money"]), ("paid".to_owned(), &json!("refunded")));
        till.wait(1);
        till.says(tender, &id, Says::Paid).await;
        assert_eq!(till.notices(tender).await[0]["state"], "known");
    }
}

/// The gateway cannot be asked: it is asked again and again, and at last people are told.
#[tokio::test]
async fn a_contradiction_that_nobody_can_clear_up_ends_with_finance() {
    let till = Till::open(Faults::none()).await;
    let ticket = till.allow(till.claim("silent", &[("stripe", "pi_silent", 3_000)])).await;
    till.work().await;
    assert_eq!(state(&till, &ticket).await, "paid");
    till.says("stripe", &instruction(&till, &ticket).await, Says::Failed).await;
    for _ in 0..8 {
        till.gateway.then([Fault::ErrorBefore]);
        till.work().await;
        till.wait(4_000);
    }
    let kept = till.notices("stripe").await;
    assert_eq!((&kept[0]["state"], &kept[0]["looks"]), (&json!("escalated"), &json!(6)), "{kept:?}");
    assert_eq!(till.tasks(&ticket).await.len(), 1);
}

/// The gateway was removed before it could be asked: the contradiction goes to finance, once, and is not left lying.
#[tokio::test]
async fn a_contradiction_of_a_gateway_that_is_gone_ends_with_finance() {
    let till = Till::open(Faults::none()).await;
    let ticket = till.allow(till.claim("gone", &[("stripe", "pi_gone", 3_000)])).await;
    till.work().await;
    assert_eq!(state(&till, &ticket).await, "paid");
    let id = instruction(&till, &ticket).await;
    till.says("stripe", &id, Says::Failed).await;
    assert_eq!(till.notices("stripe").await[0]["state"], "contradicts");
    let gateway = till.hook("stripe").rsplit('/').next().unwrap().to_owned();
    till.shop.server.delete(&format!("/api/v1/gateways/{gateway}"), &till.shop.server.owner).await.expect(204);
    till.work().await;
    till.wait(86_400);
    till.work().await;
    let tasks = till.tasks(&ticket).await;
    assert!(tasks.len() == 1 && tasks[0]["title"].as_str().unwrap().contains("its gateway was removed"), "{tasks:?}");
    assert_eq!(state(&till, &ticket).await, "paid", "an opinion moves no money");
    let gateway: redress_domain::id::GatewayId = gateway.parse().unwrap();
    let (store, tenant) = till.shop.server.tenant().await;
    let (store, page) = (store.tenant(tenant), redress_store::Page { after: None, limit: 10 });
    let kept = store.read(move |tx| Box::pin(async move { redress_store::gateway::notice::list(tx, gateway, None, &page).await })).await;
    assert_eq!(kept.unwrap().0[0].state, redress_domain::gateway::NoticeState::Escalated);
}

/// U14: a request that the gateway's payment ends is asked about like one that people end.
#[tokio::test]
async fn u14_a_refund_that_a_gateway_pays_is_asked_about() {
    let till = Till::open(Faults::none()).await;
    let ticket = till.allow(till.claim("asked", &[("stripe", "pi_asked", 3_000)])).await;
    till.work().await;
    assert_eq!(till.shop.ticket(&ticket).await["case"], "completed");
    let path = format!("/api/v1/tickets/{}/timeline", ticket["id"].as_str().unwrap());
    let timeline = till.shop.server.get(&path, &till.shop.agent).await.expect(200).body;
    let sent = timeline["items"].as_array().unwrap().iter().filter(|entry| entry["kind"] == "survey.sent").count();
    assert_eq!(sent, 1, "{timeline:#}");
}

#[tokio::test]
async fn a_message_about_nothing_of_ours_is_kept_and_pays_nothing() {
    let till = Till::open(Faults::none()).await;
    let ticket = till.allow(till.claim("other", &[("wechat", "pi_other", 3_000)])).await;
    let id = instruction(&till, &ticket).await;
    till.says("stripe", &id, Says::Paid).await;
    till.says("stripe", "rfi_0000000000000000000000000000beef", Says::Paid).await;
    till.says("stripe", "order-77", Says::Failed).await;
    let kept = till.notices("stripe").await;
    assert_eq!(kept.len(), 3, "{kept:?}");
    assert!(kept.iter().all(|notice| notice["state"] == "unknown" && notice["instruction"].is_null()), "{kept:?}");
    assert_eq!(state(&till, &ticket).await, "pending", "a gateway has no say in what goes back over another");
    assert!(till.gateway.requests().is_empty());
}

#[tokio::test]
async fn what_is_not_signed_or_not_sensible_is_refused_and_not_kept() {
    let till = Till::open(Faults::none()).await;
    let ticket = till.allow(till.claim("signed", &[("stripe", "pi_signed", 3_000)])).await;
    let id = instruction(&till, &ticket).await;
    for tender in ["stripe", "wechat"] {
        let path = till.hook(tender).split_once("/hooks").map(|(_, rest)| format!("/hooks{rest}")).unwrap();
        let good = till.message(tender, &id, Says::Paid);
        let post = async |message: &Message, path: &str| {
            let headers: Vec<(&str, &str)> = message.headers.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
            till.shop.server.send(axum::http::Method::POST, path, "", &headers, Some(message.body.clone().into_bytes())).await
        };
        let refused = |status: u16, code: &'static str| (status, code.to_owned());
        let told = async |message: &Message, path: &str| {
            let reply = post(message, path).await;
            (reply.status.as_u16(), reply.code().to_owned())
        };
        let changed = Message { body: good.body.replacen('e', "f", 1), ..good.clone() };
        assert_eq!(told(&changed, &path).await, refused(401, "invalid_signature"));
        let bare = Message { headers: vec![], ..good.clone() };
        assert_eq!(told(&bare, &path).await, refused(401, "invalid_signature"));
        let large = Message { body: " ".repeat((64 << 10) + 1), ..good.clone() };
        assert_eq!(told(&large, &path).await, refused(413, "body_too_large"));
        let nul = Message { body: "\0".to_owned(), ..good.clone() };
        assert_eq!(told(&nul, &path).await, refused(422, "invalid_body"));
        assert_eq!(told(&good, &path.replace("/shop/", "/shoq/")).await, refused(404, "not_found"));
        let other = format!("{}0", &path[..path.len() - 1]);
        let nobody = if other == path { format!("{}1", &path[..path.len() - 1]) } else { other };
        assert_eq!(told(&good, &nobody).await, refused(404, "not_found"));
        assert!(till.notices(tender).await.is_empty());
        till.wait(301);
        assert_eq!(told(&good, &path).await, refused(401, "invalid_signature"), "too old");
        assert!(till.notices(tender).await.is_empty());
    }
    assert!(till.gateway.requests().is_empty());
}

/// While a gateway cannot be opened its messages are not taken in, so that it sends them again: nothing is lost.
#[tokio::test]
async fn a_message_that_cannot_be_checked_now_is_asked_for_again() {
    let till = Till::open(Faults::none()).await;
    till.gateway.then([Fault::DropAfter]);
    let ticket = till.allow(till.claim("later", &[("stripe", "pi_later", 3_000)])).await;
    till.work().await;
    let server = &till.shop.server;
    let path = format!("/api/v1/gateways/{}", till.hook("stripe").rsplit('/').next().unwrap());
    let without = json!({"secrets": {"stripe_key": "stripe-live"}});
    server.patch(&path, &server.owner, &[("if-match", "\"1\"")], without).await.expect(200);
    let message = till.message("stripe", &instruction(&till, &ticket).await, Says::Paid);
    assert_eq!(message.send(till.hook("stripe")).await.unwrap(), 503);
    assert!(till.notices("stripe").await.is_empty());
    let with = json!({"secrets": {"stripe_key": "stripe-live", "stripe_webhook": "stripe-signing"}, "enabled": false});
    server.patch(&path, &server.owner, &[("if-match", "\"2\"")], with).await.expect(200);
    assert_eq!(message.send(till.hook("stripe")).await.unwrap(), 204, "switched off, it is heard all the same");
    server.patch(&path, &server.owner, &[("if-match", "\"3\"")], json!({"enabled": true})).await.expect(200);
    till.wait(60);
    till.work().await;
    assert_eq!(state(&till, &ticket).await, "paid");
}

/// Drawn schedules of faults with messages in between, true and false, once and twice: at most one refund each, none lost.
#[tokio::test]
async fn no_schedule_of_messages_pays_twice_or_loses_a_payment() {
    let till = Till::open(Faults::none()).await;
    let (mut paid, mut sent) = (0, 0);
    for seed in 0..24_u64 {
        till.gateway.draw(seed + 1_000, 20 + seed % 50);
        let tender = if seed % 2 == 0 { "stripe" } else { "wechat" };
        let payment = format!("pi_notice_{seed}");
        let ticket = till.allow(till.claim(&format!("notice-{seed}"), &[(tender, &payment, 3_000)])).await;
        let id = instruction(&till, &ticket).await;
        for step in 0..12_u64 {
            let says = [Says::Paid, Says::Failed, Says::Pending][usize::try_from((seed * 7 + step * 5) % 3).unwrap()];
            if (seed + step) % 3 != 1 {
                let message = till.message(tender, &id, says);
                for _ in 0..=(seed + step) % 2 {
                    assert_eq!(message.send(till.hook(tender)).await.unwrap(), 204);
                    sent += 1;
                }
            }
            if (seed + step) % 5 == 3 {
                let app = till.shop.server.app.clone();
                let worker = tokio::spawn(async move { refunds::round(&app).await });
                tokio::time::sleep(Duration::from_millis((seed * 13 + step * 5) % 40)).await;
                worker.abort();
            } else {
                till.work().await;
            }
            till.gateway.arrive();
            till.wait(if step < 4 { 30 } else { 4_000 });
        }
        till.gateway.heal();
        for _ in 0..40 {
            till.work().await;
            till.wait(3_600);
        }
        let refunds = till.gateway.refunds();
        let ours: Vec<_> = refunds.iter().filter(|(_, refund)| refund.payment == payment).collect();
        assert!(ours.len() <= 1 && ours.iter().all(|(key, _)| **key == id), "seed {seed} paid twice: {ours:?}");
        let ended = state(&till, &ticket).await;
        assert!(["paid", "failed"].contains(&ended.as_str()), "seed {seed} never ends: {ended}");
        assert_eq!(ended == "paid", ours.len() == 1, "seed {seed}: {ended}, but {ours:?}");
        assert!(ended == "paid" || !till.tasks(&ticket).await.is_empty(), "seed {seed}: finance has it");
        paid += u32::from(ended == "paid");
        let open = till.notices(tender).await.into_iter().filter(|notice| notice["state"] == "contradicts").count();
        assert_eq!(open, 0, "seed {seed}: every contradiction is cleared up");
    }
    assert!(paid > 12 && sent > 150, "{paid} paid, {sent} messages");
    println!("24 schedules, {sent} messages: {paid} paid");
}
