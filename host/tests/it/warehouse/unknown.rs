//! Parcels that nobody is known for, and parcels that come when nobody awaits them any more.

use redress::attachments::sweep;
use serde_json::{Value, json};

use super::{announce, approved, axes, good, inspect, live, look, scan};
use crate::attachments::{png, upload};
use crate::shop::{Shop, request};

async fn queue(shop: &Shop) -> Vec<Value> {
    shop.server.get("/api/v1/unidentified-parcels", &shop.warehouse).await.expect(200).body["items"].as_array().unwrap().clone()
}

/// An unknown number is kept, found in the list, and given to its ticket by hand, with the number that the customer mistyped.
#[tokio::test]
async fn d4_an_unknown_number_waits_and_is_given_to_its_ticket() {
    let shop = Shop::open().await;
    let ticket = approved(&shop, "unknown").await;
    let told = announce(&shop, &ticket, "SF1029384756031").await.expect(201).body;
    shop.server.post("/api/v1/scans", &shop.warehouse, json!({"raw": "SF1029384756013", "photos": ["att-1"]})).await.expect(422);
    let photo = upload(&shop.server, &shop.warehouse, "box.png", png(70)).await.expect(201).body["id"].clone();
    let body = json!({"raw": "SF1029384756013", "photos": [photo], "note": "外箱破损", "key": "pda-1/7"});
    let scanned = shop.server.post("/api/v1/scans", &shop.warehouse, body.clone()).await.expect(201).body;
    assert_eq!((&scanned["outcome"], &scanned["ticket"]), (&json!("unexpected"), &Value::Null));
    let again = shop.server.post("/api/v1/scans", &shop.warehouse, body).await.expect(201).body;
    assert_eq!(again, scanned, "the same reading answers the same");
    let other = scan(&shop, "SF1029384756013").await.expect(201).body;
    assert_eq!(other["unidentified"], scanned["id"], "the same label once more is the same parcel");
    let waiting = queue(&shop).await;
    assert_eq!((waiting.len(), &waiting[0]["photos"], &waiting[0]["note"]), (1, &json!([photo]), &json!("外箱破损")));
    let fits = &waiting[0]["suggestions"][0];
    assert_eq!((&fits["ticket"], &fits["fit"]), (&ticket["id"], &json!("one_off")), "two digits exchanged");

    let later = redress_domain::Clock::now(&*shop.server.clock).plus(chrono::Duration::days(3));
    assert_eq!(sweep(&shop.server.app.attachments, &shop.server.app.store, later).await.unwrap(), 0, "its photo stays with it");

    let path = format!("/api/v1/unidentified-parcels/{}/assign", scanned["id"].as_str().unwrap());
    let to = json!({"ticket": ticket["id"], "parcel": told["parcel"]["id"]});
    shop.server.post(&path, &shop.agent, to.clone()).await.expect(403);
    let given = shop.server.post(&path, &shop.warehouse, to.clone()).await.expect(200).body;
    assert_eq!(given["assigned"]["ticket"], ticket["id"]);
    assert_eq!(axes(&shop.ticket(&ticket).await), ("received", "received", "none"));
    assert_eq!(shop.server.post(&path, &shop.warehouse, to).await.expect(409).code(), "not_allowed_now");
    assert!(queue(&shop).await.is_empty());
    let scans = shop.server.get(&format!("/api/v1/scans?ticket={}", ticket["id"].as_str().unwrap()), &shop.agent).await.expect(200).body;
    assert_eq!(scans["items"].as_array().unwrap().len(), 2, "both readings now belong to the ticket");
    let path = format!("/api/v1/tickets/{}/attachments", ticket["id"].as_str().unwrap());
    let files = shop.server.get(&path, &shop.agent).await.expect(200).body;
    assert_eq!((&files["items"][0]["id"], &files["items"][0]["internal"]), (&photo, &json!(true)));
}

/// A parcel that came before its number was announced is received with the announcement.
#[tokio::test]
async fn d4_a_parcel_that_was_early_is_received_when_it_is_announced() {
    let shop = Shop::open().await;
    let ticket = approved(&shop, "early").await;
    scan(&shop, "SF0000000201").await.expect(201);
    let told = announce(&shop, &ticket, "SF0000000201").await.expect(201).body;
    assert_eq!((&told["outcome"], axes(&told["ticket"])), (&json!("here"), ("received", "received", "none")));
    assert!(queue(&shop).await.is_empty());
    inspect(&shop, &ticket, good(&ticket)).await.expect(201);
    assert_eq!(live(&shop, &ticket).await[0].0, "pending");
}

/// What no scanner can read is kept as well, and may be given to a ticket that announced nothing.
#[tokio::test]
async fn an_unreadable_label_is_kept() {
    let shop = Shop::open().await;
    let ticket = approved(&shop, "blurred").await;
    for raw in ["", "???", "]C1", "您好", "\u{1d}\u{1d}"] {
        let scanned = scan(&shop, raw).await.expect(201).body;
        assert_eq!((&scanned["outcome"], &scanned["number"]), (&json!("unreadable"), &Value::Null), "{raw:?}");
    }
    let waiting = queue(&shop).await;
    assert_eq!(waiting.len(), 5);
    let path = format!("/api/v1/unidentified-parcels/{}/assign", waiting[0]["id"].as_str().or(waiting[0]["scan"].as_str()).unwrap());
    shop.server.post(&path, &shop.warehouse, json!({"ticket": ticket["id"]})).await.expect(200);
    assert_eq!(axes(&shop.ticket(&ticket).await), ("received", "received", "none"));
    assert_eq!(look(&shop, &ticket).await["parcels"].as_array().unwrap().len(), 1);
}

/// domain.md: a late parcel opens a closed ticket again; decided afresh when it was inspected.
#[tokio::test]
async fn a_late_parcel_opens_a_closed_ticket_again() {
    let shop = Shop::open().await;
    let ticket = shop.submit(request("return_refund", "late", 3_000)).await.expect(201).body;
    announce(&shop, &ticket, "SF0000000301").await.expect(201);
    let cancelled = shop.act(&ticket, "cancel", &shop.agent, json!({"reason": "客户取消"})).await.expect(200).body;
    assert_eq!(cancelled["case"], "send_back", "the parcel is on its way: it goes back when it is here");
    let gone = shop.act(&ticket, "ship-back", &shop.warehouse, json!({})).await.expect(200).body;
    assert_eq!(gone["case"], "cancelled");
    let scanned = scan(&shop, "SF0000000301").await.expect(201).body;
    assert_eq!((&scanned["outcome"], &scanned["ticket"]), (&json!("matched"), &ticket["id"]));
    assert_eq!(axes(&shop.ticket(&ticket).await), ("received", "received", "none"));
    let inspected = inspect(&shop, &ticket, good(&ticket)).await.expect(201).body;
    assert_eq!(axes(&inspected["ticket"]), ("settling", "inspected", "refund_pending"), "decided afresh: {inspected}");
    assert_eq!(live(&shop, &ticket).await, [("pending".to_owned(), 3_000)]);
}

/// A parcel that comes while the case is received, or on hold, changes no money and is inspected with the rest.
#[tokio::test]
async fn a_further_parcel_waits_for_the_inspection() {
    let shop = Shop::open().await;
    let ticket = approved(&shop, "further").await;
    announce(&shop, &ticket, "SF0000000401").await.expect(201);
    scan(&shop, "SF0000000401").await.expect(201);
    let unknown = scan(&shop, "SF0000000402").await.expect(201).body;
    let path = format!("/api/v1/unidentified-parcels/{}/assign", unknown["id"].as_str().unwrap());
    shop.server.post(&path, &shop.warehouse, json!({"ticket": ticket["id"]})).await.expect(200);
    assert_eq!(axes(&shop.ticket(&ticket).await), ("received", "received", "none"));

    let broken = json!({"line": ticket["lines"][0]["id"], "good": 0, "missing": 1});
    let held = inspect(&shop, &ticket, broken).await.expect(201).body;
    assert_eq!((axes(&held["ticket"]).0, &held["offer"]), ("inspection_hold", &Value::Null), "a missing device is for people");
    announce(&shop, &ticket, "SF0000000403").await.expect(201);
    assert_eq!(scan(&shop, "SF0000000403").await.expect(201).body["outcome"], "matched");
    assert_eq!(axes(&shop.ticket(&ticket).await), ("inspection_hold", "inspected", "none"), "money still waits");
    inspect(&shop, &ticket, good(&ticket)).await.expect(201);
    assert_eq!(live(&shop, &ticket).await[0].0, "pending");
}
