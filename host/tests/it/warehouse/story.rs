//! The ordinary course, and both ways out of a hold.

use redress_domain::id::{TenantId, TicketId};
use redress_domain::timer::TimerKind;
use serde_json::{Value, json};

use super::{
    PAID, PART, announce, approved, axes, good, inspect, ledger, live, look, on_hold, scan, timeline, with_checklist, without_filter,
};
use crate::shop::{Shop, request};

/// D4, D12, Z10, Z23: from the label to the money, with the messages that belong to it.
#[tokio::test]
async fn d4_z23_a_match_releases_the_refund_and_tells_finance_and_the_customer() {
    let shop = Shop::open().await;
    shop.bind("notification", "notify-templates", json!({})).await;
    let ticket = approved(&shop, "match").await;
    assert_eq!(live(&shop, &ticket).await, [("held".to_owned(), PAID)]);
    let told = announce(&shop, &ticket, "SF1029384756013").await.expect(201).body;
    assert_eq!((&told["outcome"], axes(&told["ticket"])), (&json!("awaited"), ("in_transit", "returning", "none")));
    let again = announce(&shop, &ticket, "sf 1029384756013").await.expect(201).body;
    assert_eq!((&again["outcome"], &again["parcel"]["id"]), (&json!("known"), &told["parcel"]["id"]));

    let scanned = scan(&shop, "]C0SF1029384756013\r").await.expect(201).body;
    assert_eq!((&scanned["outcome"], &scanned["ticket"], &scanned["complete"]), (&json!("matched"), &ticket["id"], &json!(true)));
    assert_eq!(axes(&shop.ticket(&ticket).await), ("received", "received", "none"));
    assert_eq!(scan(&shop, "SF1029384756013").await.expect(201).body, scanned, "the same parcel again answers the same");

    let inspected = inspect(&shop, &ticket, good(&ticket)).await.expect(201).body;
    assert_eq!((&inspected["inspection"]["finding"], &inspected["offer"]), (&json!("ok"), &Value::Null));
    assert_eq!(axes(&inspected["ticket"]), ("settling", "inspected", "refund_pending"));
    assert_eq!(live(&shop, &ticket).await, [("pending".to_owned(), PAID)]);
    let known = look(&shop, &ticket).await;
    assert!(known["parcels"][0]["arrived_at"].is_string() && known["parcels"][0]["scan"] == scanned["id"], "{known}");
    assert_eq!((known["scans"].as_array().unwrap().len(), &known["moves"][0]["disposition"]), (1, &json!("restock")));

    let outbox = shop.server.get("/api/v1/outbox?limit=200", &shop.server.owner).await.expect(200).body;
    let sent = |channel: &str, recipient: &Value| {
        outbox["items"].as_array().unwrap().iter().any(|message| {
            let data = &message["payload"]["data"]["message"];
            message["event"] == "goods.inspected_ok" && data["channel"] == channel && data["recipient"] == *recipient
        })
    };
    assert!(sent("email", &json!("customer")), "{outbox:#}");
    assert!(sent("sms", &json!({"role": "finance"})), "{outbox:#}");
}

/// Several parcels: the last one completes the return.
#[tokio::test]
async fn d4_partial_parcels_wait_for_each_other() {
    let shop = Shop::open().await;
    let ticket = approved(&shop, "partial").await;
    announce(&shop, &ticket, "SF0000000101").await.expect(201);
    announce(&shop, &ticket, "SF0000000102").await.expect(201);
    assert_eq!(scan(&shop, "SF0000000102").await.expect(201).body["complete"], false);
    assert_eq!(axes(&shop.ticket(&ticket).await), ("partially_received", "partially_received", "none"));
    // What is here is good, and the rest is on its way: nothing happens to the money.
    let missing = json!({"line": ticket["lines"][0]["id"], "good": 0, "missing": 1});
    let waiting = inspect(&shop, &ticket, missing).await.expect(201).body;
    assert_eq!((&waiting["inspection"]["finding"], axes(&waiting["ticket"]).0), (&json!("waiting"), "partially_received"));
    let third = announce(&shop, &ticket, "SF0000000103").await.expect(201).body;
    assert_eq!(axes(&third["ticket"]).0, "partially_received", "a third one may still be announced");
    assert_eq!(scan(&shop, "SF0000000101").await.expect(201).body["complete"], false);
    assert_eq!(scan(&shop, "SF0000000103").await.expect(201).body["complete"], true);
    assert_eq!(axes(&shop.ticket(&ticket).await), ("received", "received", "none"));
    inspect(&shop, &ticket, good(&ticket)).await.expect(201);
    assert_eq!(live(&shop, &ticket).await, [("pending".to_owned(), PAID)]);
}

/// D5, D7: the money stands still, risk is told, and the customer reads the sentence of D7.
#[tokio::test]
async fn d5_d7_a_missing_part_pauses_the_money_alerts_risk_and_offers_35_yuan() {
    let shop = with_checklist().await;
    let held = on_hold(&shop, "pause").await;
    let ticket = held["ticket"].clone();
    assert_eq!(axes(&ticket), ("inspection_hold", "inspected", "none"));
    assert_eq!(live(&shop, &ticket).await, [("held".to_owned(), PAID)]);
    assert_eq!(held["inspection"]["problems"][0]["kind"], "missing_part");
    let text = "您退回的自动喂食器缺少滤网组件，是否需要我们补发？若确认遗失，可扣除35元配件费后完成退款。";
    assert_eq!((&held["offer"]["text"], &held["offer"]["deduction"]["minor"]), (&json!(text), &json!(PART)));
    assert_eq!(held["offer"]["state"], "open");
    let tasks = shop.server.get("/api/v1/tasks?role=risk&open=true", &shop.agent).await.expect(200).body;
    assert_eq!((tasks["items"].as_array().unwrap().len(), &tasks["items"][0]["ticket"]), (1, &ticket["id"]));
    let kinds = timeline(&shop, &ticket).await;
    assert!(kinds.iter().any(|kind| kind == "ticket.message_added"), "the customer reads it: {kinds:?}");
    let known = look(&shop, &ticket).await;
    assert_eq!((&known["moves"][0]["disposition"], &known["offer"]["id"]), (&json!("quarantine"), &held["offer"]["id"]));
}

/// D7: 288 − 35 to the end; the deduction stands on its line.
#[tokio::test]
async fn d7_deduct_35_and_the_rest_is_paid() {
    let shop = with_checklist().await;
    let ticket = on_hold(&shop, "deduct").await["ticket"].clone();
    let answered = shop.act(&ticket, "offer/answer", &shop.agent, json!({"choice": "deduct"})).await.expect(200).body;
    assert_eq!(axes(&answered), ("settling", "inspected", "refund_pending"));
    assert_eq!(answered["refund"]["amount"]["minor"], PAID - PART);
    assert_eq!(live(&shop, &ticket).await, [("pending".to_owned(), PAID - PART)]);
    let entries = ledger(&shop, &ticket).await;
    let kept = entries.iter().find(|entry| entry["kind"] == "deduction").unwrap();
    assert_eq!((&kept["line"], &kept["amount"]["minor"]), (&ticket["lines"][0]["id"], &json!(-PART)));
    assert_eq!(entries.iter().map(|entry| entry["amount"]["minor"].as_i64().unwrap()).sum::<i64>(), PAID - PART);

    let same = shop.act(&ticket, "offer/answer", &shop.agent, json!({"choice": "deduct"})).await.expect(200).body;
    assert_eq!(same["version"], answered["version"], "the same answer again changes nothing");
    let other = shop.act(&ticket, "offer/answer", &shop.agent, json!({"choice": "resend"})).await.expect(409);
    assert_eq!(other.code(), "offer_answered");
    let waiting = shop.instructions(&ticket).await.into_iter().find(|i| i["state"] == "pending").unwrap();
    let path = format!("/api/v1/refund-instructions/{}/paid", waiting["id"].as_str().unwrap());
    shop.server.post(&path, &shop.finance, json!({"reference": "BANK-253"})).await.expect(200);
    assert_eq!(axes(&shop.ticket(&ticket).await), ("completed", "inspected", "refunded"));
    assert_eq!(look(&shop, &ticket).await["moves"][0]["disposition"], "restock", "the device is the merchant's");
}

/// D7: the part comes, everything is inspected again, and everything is paid.
#[tokio::test]
async fn d7_resend_awaits_the_part_and_then_pays_everything() {
    let shop = with_checklist().await;
    let ticket = on_hold(&shop, "resend").await["ticket"].clone();
    let answered = shop.act(&ticket, "offer/answer", &shop.agent, json!({"choice": "resend"})).await.expect(200).body;
    assert_eq!(axes(&answered), ("awaiting_return", "partially_received", "none"));
    let part = announce(&shop, &ticket, "SFPART000001").await.expect(201).body;
    assert_eq!(part["parcel"]["purpose"], "parts");
    assert_eq!(axes(&part["ticket"]).0, "in_transit");
    assert_eq!(scan(&shop, "SFPART000001").await.expect(201).body["complete"], true);
    let inspected = inspect(&shop, &ticket, good(&ticket)).await.expect(201).body;
    assert_eq!(axes(&inspected["ticket"]), ("settling", "inspected", "refund_pending"));
    assert_eq!(live(&shop, &ticket).await, [("pending".to_owned(), PAID)]);
}

async fn ids(shop: &Shop, ticket: &Value) -> (TenantId, TicketId) {
    let me = shop.server.get("/api/v1/me", &shop.agent).await.expect(200).body;
    (me["tenant"]["id"].as_str().unwrap().parse().unwrap(), ticket["id"].as_str().unwrap().parse().unwrap())
}

async fn fire(shop: &Shop, ticket: &Value, kind: TimerKind) {
    let (tenant, id) = ids(shop, ticket).await;
    let turn = shop.server.app.workflow.expire(tenant, id, kind).await.unwrap();
    shop.server.app.workflow.commit::<redress::workflow::Error>(turn, |_| Box::pin(async { Ok(()) })).await.unwrap();
}

/// Nobody answered: the merchant's setting decides, once, and what is said later is too late.
#[tokio::test]
async fn d7_without_an_answer_the_setting_decides() {
    let shop = with_checklist().await;
    let (kept, returned) = (on_hold(&shop, "silent").await["ticket"].clone(), on_hold(&shop, "silent2").await["ticket"].clone());
    shop.server.clock.advance_ms(7 * 24 * 3_600_000 + 60_000);
    let late = shop.act(&kept, "offer/answer", &shop.agent, json!({"choice": "deduct"})).await.expect(409);
    assert_eq!(late.code(), "offer_expired");
    fire(&shop, &kept, TimerKind::OfferExpired).await;
    assert_eq!(live(&shop, &kept).await, [("pending".to_owned(), PAID - PART)]);
    assert_eq!(look(&shop, &kept).await["offer"]["state"], "expired");
    let late = shop.act(&kept, "offer/answer", &shop.agent, json!({"choice": "resend"})).await.expect(409);
    assert_eq!(late.code(), "offer_expired");

    let fallback = json!({"name": "fallback", "type": "string", "value": "send_back"});
    shop.server.put("/api/v1/parameters/offer_fallback", &shop.server.owner, fallback).await.expect(200);
    fire(&shop, &returned, TimerKind::OfferExpired).await;
    assert_eq!(axes(&shop.ticket(&returned).await), ("send_back", "inspected", "none"));
    assert!(live(&shop, &returned).await.is_empty());
}

/// D7, D8: while a dispute is open the setting waits, and it is not forgotten.
#[tokio::test]
async fn d7_the_setting_waits_for_the_end_of_a_dispute() {
    let shop = with_checklist().await;
    let ticket = on_hold(&shop, "disputed").await["ticket"].clone();
    shop.act(&ticket, "dispute", &shop.agent, json!({})).await.expect(200);
    let waits = async || {
        shop.server.clock.advance_ms(8 * 24 * 3_600_000);
        while redress::workers::timers::round(&shop.server.app).await {}
        look(&shop, &ticket).await["offer"]["state"].clone()
    };
    assert_eq!(waits().await, "open");
    shop.act(&ticket, "dispute/withdraw", &shop.agent, json!({})).await.expect(200);
    assert_eq!(waits().await, "expired", "the timer is still there");
    assert_eq!(live(&shop, &ticket).await, [("pending".to_owned(), PAID - PART)]);
}

/// The part was promised and did not come: the goods wait no longer than the customer was told.
#[tokio::test]
async fn d7_a_part_that_does_not_come_is_deducted() {
    let shop = with_checklist().await;
    let ticket = on_hold(&shop, "never").await["ticket"].clone();
    shop.act(&ticket, "offer/answer", &shop.agent, json!({"choice": "resend"})).await.expect(200);
    fire(&shop, &ticket, TimerKind::ReturnExpired).await;
    // The part is still with the customer, and the money no longer waits for it.
    assert_eq!(axes(&shop.ticket(&ticket).await), ("settling", "partially_received", "refund_pending"));
    assert_eq!(live(&shop, &ticket).await, [("pending".to_owned(), PAID - PART)]);
}

/// U14, Z39: the customer sees the offer by link and chooses, once; the customer stands on the timeline.
#[tokio::test]
async fn d7_the_customer_chooses_by_link() {
    let shop = with_checklist().await;
    let ticket = on_hold(&shop, "portal").await["ticket"].clone();
    let link = shop.act(&ticket, "portal-link", &shop.agent, json!({})).await.expect(201).body;
    let token = link["token"].as_str().unwrap();
    let seen = shop.server.get("/portal/v1/ticket", token).await.expect(200).body;
    let offer = &seen["offer"];
    assert_eq!((&offer["deduction"]["minor"], &offer["choices"]), (&json!(PART), &json!(["resend", "deduct"])), "{seen}");
    assert!(offer["text"].as_str().unwrap().contains("滤网"), "{offer}");
    assert!(seen["may"].as_array().unwrap().contains(&json!("choose")), "{seen}");
    assert!(seen["deadlines"].as_array().unwrap().iter().any(|deadline| deadline["what"]["code"] == "offer_expired"), "{seen}");
    shop.server.post("/portal/v1/ticket/offer", token, json!({"choice": "keep"})).await.expect(422);
    for _ in 0..2 {
        let stands = shop.server.post("/portal/v1/ticket/offer", token, json!({"choice": "deduct"})).await.expect(200).body;
        assert_eq!(stands["state"]["code"], "settling", "{stands}");
    }
    let other = shop.server.post("/portal/v1/ticket/offer", token, json!({"choice": "resend"})).await.expect(409);
    assert_eq!(other.code(), "offer_answered");
    assert_eq!(live(&shop, &ticket).await, [("pending".to_owned(), PAID - PART)]);
    assert_eq!(look(&shop, &ticket).await["offer"]["answered_by"], json!({"type": "customer"}));
    let seen = shop.server.get("/portal/v1/ticket", token).await.expect(200).body;
    assert_eq!((&seen["offer"], &seen["refund"]["minor"]), (&Value::Null, &json!(PAID - PART)), "{seen}");
    assert!(seen["deadlines"].as_array().unwrap().iter().any(|deadline| deadline["what"]["code"] == "payment"), "Z42: {seen}");
}

/// No agreement: refused for good, everything goes back, and the pick list says what to fetch (D11).
#[tokio::test]
async fn d11_without_agreement_everything_goes_back() {
    let shop = with_checklist().await;
    let ticket = on_hold(&shop, "back").await["ticket"].clone();
    let back = shop.act(&ticket, "send-back", &shop.agent, json!({"reason": "客户不接受扣款"})).await.expect(200).body;
    assert_eq!(axes(&back), ("send_back", "inspected", "none"));
    assert!(live(&shop, &ticket).await.is_empty(), "nothing will be paid");
    assert_eq!(ledger(&shop, &ticket).await.iter().map(|entry| entry["amount"]["minor"].as_i64().unwrap()).sum::<i64>(), 0);
    assert_eq!(look(&shop, &ticket).await["offer"]["state"], "withdrawn");

    let lists = shop.server.get("/api/v1/pick-lists", &shop.warehouse).await.expect(200).body;
    let need = &lists["items"][0]["needs"][0];
    assert_eq!((&need["ticket"], &need["sku"], &need["purpose"]), (&ticket["id"], &json!("FEEDER-1"), &json!("send_back")));
    let shelves = json!({"stock": [{"location": "A-10", "sku": "FEEDER-1", "quantity": 1}]});
    let walk = shop.server.post("/api/v1/pick-lists", &shop.warehouse, shelves).await.expect(200).body;
    assert_eq!((&walk["stops"][0]["location"], walk["short"].as_array().unwrap().len()), (&json!("A-10"), 0));
    let path = format!("/api/v1/pick-lists/{}/picked", ticket["id"].as_str().unwrap());
    shop.server.post(&path, &shop.warehouse, json!({})).await.expect(200);
    assert_eq!(shop.server.post(&path, &shop.warehouse, json!({})).await.expect(409).code(), "not_allowed_now");
    let lists = shop.server.get("/api/v1/pick-lists", &shop.warehouse).await.expect(200).body;
    assert_eq!(lists["items"], json!([]));
    let gone = shop.act(&ticket, "ship-back", &shop.warehouse, json!({"tracking_number": "SF9000000001"})).await.expect(200).body;
    assert_eq!(axes(&gone), ("refused_final", "sent_back", "none"));
}

/// D6, L27: three similar claims in half a year, unless the parameters say otherwise.
#[tokio::test]
async fn d6_l27_repeated_claims_are_tagged_when_goods_are_on_hold() {
    let shop = with_checklist().await;
    let same_person = |n: i64| {
        let mut body = request("return_refund", &format!("again{n}"), PAID);
        body["customer"]["external_id"] = json!("c-again");
        body
    };
    let mut last = Value::Null;
    for n in 0..3 {
        last = shop.submit(same_person(n)).await.expect(201).body;
    }
    let hold = |ticket: Value| {
        let shop = &shop;
        async move {
            shop.act(&ticket, "approve", &shop.director, json!({"opinion": "同意"})).await.expect(200);
            let number = format!("SF{}", &ticket["number"].as_str().unwrap().replace('-', ""));
            announce(shop, &ticket, &format!("{number}000001")).await.expect(201);
            scan(shop, &format!("{number}000001")).await.expect(201);
            inspect(shop, &ticket, without_filter(&ticket)).await.expect(201).body["ticket"].clone()
        }
    };
    let third = hold(last).await;
    assert_eq!(third["tags"].as_array().unwrap().iter().filter(|tag| *tag == "潜在滥用权益").count(), 0, "two similar ones before it");
    let fourth = hold(shop.submit(same_person(3)).await.expect(201).body).await;
    assert_eq!(fourth["tags"].as_array().unwrap().iter().filter(|tag| *tag == "潜在滥用权益").count(), 1, "{fourth}");
    assert!(timeline(&shop, &fourth).await.iter().any(|kind| kind == "abuse.suspected"));
    let count = json!({"name": "count", "type": "number", "value": "9"});
    shop.server.put("/api/v1/parameters/abuse_count", &shop.server.owner, count).await.expect(200);
    let fifth = hold(shop.submit(same_person(4)).await.expect(201).body).await;
    assert!(!timeline(&shop, &fifth).await.iter().any(|kind| kind == "abuse.suspected"));
}

/// D7, Z13: what the customer chooses of the warehouse's offer is what the drawn workflow waits for.
#[tokio::test]
async fn d7_the_choice_by_link_reaches_the_drawn_workflow() {
    let shop = Shop::without_rules().await;
    let owner = &shop.server.owner;
    let parts = json!({"parts": [{"code": "filter", "name": "滤网组件", "quantity": 1, "price": {"minor": PART, "currency": "CNY"}}]});
    shop.server.put("/api/v1/checklists/FEEDER-1", &shop.agent, parts).await.expect(200);
    shop.server.post("/api/v1/workflows", owner, json!({"from": "refund_hub", "kinds": ["return_refund"]})).await.expect(201);
    shop.server.post("/api/v1/workflows/refund_hub/publish", owner, json!({})).await.expect(200);
    let ticket = shop.submit(request("return_refund", "hub", PAID)).await.expect(201).body;
    let workflow = format!("/api/v1/tickets/{}/workflow", ticket["id"].as_str().unwrap());
    let press = |node: &'static str, key: &str, body: Value| {
        let (shop, key, workflow) = (&shop, key.to_owned(), workflow.clone());
        async move {
            let seen = shop.server.get(&workflow, &key).await.expect(200).body;
            let step = seen["steps"].as_array().unwrap().iter().find(|step| step["node"] == node).unwrap_or_else(|| panic!("{seen}"));
            let path = format!("/api/v1/tasks/{}/act", step["work"]["id"].as_str().unwrap());
            shop.server.post(&path, &key, body).await.expect(200);
        }
    };
    press("lead", &shop.supervisor, json!({"button": "agree"})).await;
    announce(&shop, &ticket, "SFHUB0001").await.expect(201);
    scan(&shop, "SFHUB0001").await.expect(201);
    inspect(&shop, &ticket, without_filter(&ticket)).await.expect(201);
    press("inspect", &shop.warehouse, json!({"button": "missing", "data": {"inspection": "缺件"}})).await;
    let token = shop.act(&ticket, "portal-link", &shop.agent, json!({})).await.expect(201).text("token");
    shop.server.post("/portal/v1/ticket/offer", &token, json!({"choice": "deduct"})).await.expect(200);
    let seen = shop.server.get(&workflow, &shop.agent).await.expect(200).body;
    let places: Vec<&str> = seen["steps"].as_array().unwrap().iter().map(|step| step["node"].as_str().unwrap()).collect();
    assert!(!places.contains(&"choice") && places.contains(&"risk_done"), "{seen}");
    assert_eq!(live(&shop, &ticket).await, [("pending".to_owned(), PAID - PART)]);
}
