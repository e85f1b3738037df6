//! What becomes of a mail when the server misbehaves.

use std::time::Duration;

use redress_tests::relay::{Fault, Relay, Step};
use serde_json::json;

use super::{SOON, id, log, outbox, report, resend, shop_with, until};
use crate::shop::request;

/// Whatever goes wrong before the server has taken the mail, it is tried again and arrives once.
#[tokio::test]
async fn what_fails_for_now_is_tried_again_and_arrives_once() {
    let faults = [
        (Step::Greeting, Fault::Say("421 4.3.2 come back later"), "421 4.3.2 come back later"),
        (Step::Greeting, Fault::Say("554 5.7.1 not from there"), "554 5.7.1 not from there"),
        (Step::Greeting, Fault::Hang, "did not answer within 1 s"),
        (Step::Hello, Fault::Close, "broke off"),
        (Step::Mail, Fault::Say("451 4.3.0 disk full"), "451 4.3.0 disk full"),
        (Step::Mail, Fault::Close, "broke off"),
        (Step::Recipient, Fault::Say("450 4.2.0 greylisted"), "450 4.2.0 greylisted"),
        (Step::Recipient, Fault::Say("421 4.7.0 too many"), "421 4.7.0 too many"),
        (Step::Recipient, Fault::Hang, "did not answer within 1 s"),
        (Step::Data, Fault::Say("452 4.3.1 no room"), "452 4.3.1 no room"),
        (Step::Data, Fault::Close, "broke off"),
        (Step::End, Fault::Say("451 4.7.1 scanner away"), "451 4.7.1 scanner away"),
        (Step::End, Fault::Hang, "did not say whether it took it"),
        (Step::End, Fault::Close, "did not say whether it took it"),
    ];
    let relay = Relay::start().await.unwrap();
    let shop = shop_with(&relay).await;
    report(&shop, &["boss@shop.example"], "csv").await;
    until(&shop, "delivered", 1).await;
    let first = relay.letters()[0].clone();
    for (n, (step, fault, words)) in faults.into_iter().enumerate() {
        relay.then([(step, fault.clone())]);
        let message = outbox(&shop, "delivered").await.remove(0);
        resend(&shop, &message).await;
        let message = until(&shop, "delivered", 1).await.remove(0);
        let letters = relay.letters();
        assert_eq!(letters.len(), n + 2, "{step:?} {fault:?}: it arrived, once");
        assert_eq!((&letters[n + 1].bytes, id(&letters[n + 1])), (&first.bytes, id(&first)), "the same mail");
        let tries = log(&shop, &message).await;
        let [.., failed, arrived] = &tries[..] else { panic!("{step:?} {fault:?}: a second try: {tries:?}") };
        assert!(failed["error"].as_str().unwrap().contains(words), "{step:?} {fault:?}: {failed}");
        assert_eq!((&arrived["status"], &arrived["error"]), (&json!(250), &json!(null)));
    }
    shop.server.app.stop.cancel();
}

/// A slow server is waited for: nothing is sent again while it may still answer.
#[tokio::test]
async fn a_late_answer_is_an_answer() {
    let relay = Relay::start().await.unwrap();
    let shop = shop_with(&relay).await;
    let late = Fault::Late(Duration::from_millis(400));
    relay.then([(Step::Greeting, late.clone()), (Step::End, late)]);
    report(&shop, &["boss@shop.example"], "csv").await;
    let sent = until(&shop, "delivered", 1).await.remove(0);
    assert_eq!((sent["attempts"].clone(), relay.letters().len(), relay.sessions()), (json!(1), 1, 1));
    shop.server.app.stop.cancel();
}

/// The one case in which a mail arrives twice: the server took it and its answer was lost. Mailboxes know the repeat.
#[tokio::test]
async fn a_lost_answer_is_one_mail_twice_under_one_id() {
    let relay = Relay::start().await.unwrap();
    let shop = shop_with(&relay).await;
    relay.then([(Step::End, Fault::LoseAnswer)]);
    report(&shop, &["boss@shop.example"], "csv").await;
    until(&shop, "delivered", 1).await;
    let letters = relay.letters();
    assert_eq!(letters.len(), 2);
    assert_eq!((&letters[0].bytes, id(&letters[0])), (&letters[1].bytes, id(&letters[1])));
    shop.server.app.stop.cancel();
}

/// What the server refuses for good is a dead letter with its words, and leaves when a person sends it again.
#[tokio::test]
async fn what_is_refused_for_good_is_a_dead_letter_with_the_servers_words() {
    let faults = [
        (Step::Mail, "553 5.1.8 we do not send for you"),
        (Step::Recipient, "550 5.1.1 no such mailbox"),
        (Step::Data, "554 5.6.0 no"),
        (Step::End, "552 5.3.4 too large"),
    ];
    let relay = Relay::start().await.unwrap();
    let shop = shop_with(&relay).await;
    relay.then([(faults[0].0, Fault::Say(faults[0].1))]);
    report(&shop, &["boss@shop.example"], "csv").await;
    for (n, (_, words)) in faults.iter().enumerate() {
        let dead = until(&shop, "dead", 1).await.remove(0);
        let code: u16 = words[..3].parse().unwrap();
        assert!(dead["last_error"].as_str().unwrap().contains(words), "{dead}");
        assert_eq!((&dead["attempts"], &log(&shop, &dead).await.last().unwrap()["status"]), (&json!(1), &json!(code)), "not tried again");
        relay.then(faults.get(n + 1).map(|&(step, words)| (step, Fault::Say(words))));
        resend(&shop, &dead).await;
    }
    until(&shop, "delivered", 1).await;
    assert_eq!(relay.letters().len(), 1);
    shop.server.app.stop.cancel();
}

/// One bad address keeps the report from nobody else, gets it nobody twice, and is not forgotten.
#[tokio::test]
async fn one_bad_address_keeps_the_mail_from_nobody_else() {
    let relay = Relay::start().await.unwrap();
    let shop = shop_with(&relay).await;
    relay.refuse("gone@shop.example", Some("550 5.1.1 no such mailbox"));
    relay.refuse("full@shop.example", Some("452 4.2.2 mailbox full"));
    report(&shop, &["boss@shop.example", "gone@shop.example", "full@shop.example"], "csv").await;
    relay.wait(1, SOON).await.unwrap();
    until(&shop, "delivered", 1).await;
    let dead = until(&shop, "dead", 1).await.remove(0);
    assert_eq!(dead["payload"]["data"]["mail"]["to"], json!(["gone@shop.example"]));
    assert!(dead["last_error"].as_str().unwrap().contains("gone@shop.example: the mail server refused it: 550 5.1.1"), "{dead}");
    relay.refuse("full@shop.example", None);
    until(&shop, "delivered", 2).await;
    relay.refuse("gone@shop.example", None);
    resend(&shop, &dead).await;
    until(&shop, "delivered", 3).await;
    let letters = relay.letters();
    let to: Vec<&str> = letters.iter().flat_map(|letter| letter.to.iter().map(String::as_str)).collect();
    assert_eq!(to, ["boss@shop.example", "full@shop.example", "gone@shop.example"], "each once");
    assert!(letters.iter().all(|letter| letter.read().unwrap().files.len() == 1), "with the file");
    shop.server.app.stop.cancel();
}

/// Z36: a server that repeats a customer's address does not carry it past the field rules into the outbox.
#[tokio::test]
async fn z36_a_customers_address_is_not_in_the_servers_words() {
    let relay = Relay::start().await.unwrap();
    let shop = shop_with(&relay).await;
    shop.bind("notification", "notify-templates", json!({"channels": {"customer": ["email"]}})).await;
    relay.refuse("li@customer.example", Some("550 5.1.1 <li@customer.example>: no such mailbox"));
    let mut claim = request("refund_only", "veiled", 4_000);
    claim["customer"]["email"] = json!("li@customer.example");
    shop.submit(claim).await.expect(201);
    redress::workers::start(&shop.server.app);
    let dead = until(&shop, "dead", 1).await;
    assert!(dead[0]["last_error"].as_str().unwrap().contains("550 5.1.1 <the customer>"), "{dead:?}");
    assert!(!format!("{dead:?} {:?}", log(&shop, &dead[0]).await).contains("li@customer.example"));
    shop.server.app.stop.cancel();
}
