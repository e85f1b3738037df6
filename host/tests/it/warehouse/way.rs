//! Goods on their way back: asked for, refused at the door, lost and found; and tickets that ask for the same (domain.md §2).

use redress::workers::timers;
use serde_json::{Value, json};

use super::{PAID, announce, approved, axes, cny, good, inspect, scan, timeline};
use crate::attachments::{png, upload};
use crate::shop::{Shop, request};

const DAY_MS: i64 = 86_400_000;

async fn fire_due(shop: &Shop) {
    while timers::round(&shop.server.app).await {}
}

/// domain.md §2: who may send goods back is told where to, and by when; what does not come in time is closed.
#[tokio::test]
async fn an_allowed_return_is_asked_for_with_a_deadline() {
    let shop = Shop::open().await;
    let address = json!({"name": "退货地址", "type": "string", "value": "杭州市一号仓"});
    shop.server.put("/api/v1/parameters/return_address", &shop.server.owner, address).await.expect(200);
    let ticket = approved(&shop, "asked").await;
    assert_eq!(axes(&ticket), ("awaiting_return", "with_customer", "none"));
    let token = shop.act(&ticket, "portal-link", &shop.agent, json!({})).await.expect(201).text("token");
    let seen = shop.server.get("/portal/v1/ticket", &token).await.expect(200).body;
    assert!(seen["messages"].to_string().contains("请将商品寄至：杭州市一号仓"), "{seen}");
    assert_eq!(seen["deadlines"][0]["what"]["code"], "return_expired", "{seen}");
    // What the rules allow at once is asked for as well; what returns nothing is not.
    let small = shop.submit(request("return_refund", "small", 4_000)).await.expect(201).body;
    assert_eq!(axes(&small).0, "awaiting_return");
    let kept = shop.submit(request("refund_only", "kept", 4_000)).await.expect(201).body;
    assert!(!timeline(&shop, &kept).await.contains(&"ticket.return_requested".to_owned()));
    assert_eq!(shop.act(&kept, "request-return", &shop.agent, json!({"address": "x"})).await.expect(409).code(), "not_allowed_now");

    let late = approved(&shop, "late").await;
    announce(&shop, &ticket, "SF0000001101").await.expect(201);
    shop.server.clock.advance_ms(7 * DAY_MS + 1_000);
    fire_due(&shop).await;
    assert_eq!(axes(&shop.ticket(&late).await).0, "closed_expired");
    assert_eq!(axes(&shop.ticket(&ticket).await).0, "in_transit", "what is on its way is not late");
}

/// The same without an address of the whole shop: an agent says one, and may correct it.
#[tokio::test]
async fn an_agent_says_where_the_goods_go() {
    let shop = Shop::open().await;
    let ticket = approved(&shop, "said").await;
    assert_eq!(axes(&ticket).0, "approved");
    assert_eq!(shop.act(&ticket, "request-return", &shop.agent, json!({})).await.expect(422).pointers(), ["/address"]);
    let asked = shop.act(&ticket, "request-return", &shop.agent, json!({"address": "一号仓"})).await.expect(200).body;
    assert_eq!(axes(&asked).0, "awaiting_return");
    shop.server.clock.advance_ms(5 * DAY_MS);
    shop.act(&ticket, "request-return", &shop.agent, json!({"address": "二号仓"})).await.expect(200);
    shop.server.clock.advance_ms(5 * DAY_MS);
    fire_due(&shop).await;
    assert_eq!(axes(&shop.ticket(&ticket).await).0, "awaiting_return", "the time begins with the right address");
}

/// domain.md §2: the outbound parcel that the customer did not take (拒签) is the return.
#[tokio::test]
async fn what_is_refused_at_the_door_comes_back_as_the_return() {
    let shop = Shop::open().await;
    let ticket = approved(&shop, "refused").await;
    let body = json!({"tracking_number": "SF0000001201", "carrier": "顺丰", "purpose": "refused"});
    let told = shop.act(&ticket, "parcels", &shop.agent, body).await.expect(201).body;
    assert_eq!(axes(&told["ticket"]), ("in_transit", "returning", "none"));
    assert!(timeline(&shop, &ticket).await.contains(&"ticket.delivery_refused".to_owned()));
    assert_eq!(scan(&shop, "SF0000001201").await.expect(201).body["ticket"], ticket["id"]);
    assert_eq!(axes(&inspect(&shop, &ticket, good(&ticket)).await.expect(201).body["ticket"]).0, "settling");
}

/// domain.md §2: a parcel is lost when nobody hears of it for days or the carrier says so, and may be found again.
#[tokio::test]
async fn a_parcel_is_lost_and_found() {
    let shop = Shop::open().await;
    let ticket = approved(&shop, "lost").await;
    announce(&shop, &ticket, "SF0000001301").await.expect(201);
    assert_eq!(shop.act(&ticket, "parcel-found", &shop.agent, json!({})).await.expect(409).code(), "not_allowed_now");
    shop.server.clock.advance_ms(10 * DAY_MS + 1_000);
    fire_due(&shop).await;
    assert_eq!(axes(&shop.ticket(&ticket).await), ("exception", "lost", "none"));
    fire_due(&shop).await;
    let claims = async || shop.server.get(&format!("/api/v1/tickets/{}/links", ticket["id"].as_str().unwrap()), &shop.agent).await.body;
    let links = claims().await;
    assert_eq!(links["items"][0]["kind"], "freight_claim", "somebody claims on the carrier: {links}");
    let claim = json!({"id": links["items"][0]["child"]});
    let work = shop.ticket(&claim).await;
    assert_eq!((&work["kind"], &work["lines"][0]["requested"]), (&json!("inquiry"), &cny(0)), "it pays the customer nothing: {work}");
    for (action, body) in
        [("request-information", json!({"message": "请补充", "fields": []})), ("message", json!({"body": "您好", "internal": false}))]
    {
        let refused = shop.act(&claim, action, &shop.agent, body).await.expect(409);
        assert!(refused.text("detail").contains("the customer hears nothing"), "{}", refused.body);
    }
    shop.act(&claim, "message", &shop.agent, json!({"body": "已联系承运商", "internal": true})).await.expect(200);
    shop.act(&claim, "approve", &shop.supervisor, json!({})).await.expect(200);
    let told = timeline(&shop, &claim).await;
    assert!(!told.contains(&"survey.sent".to_owned()), "the customer has not asked for it: {told:?}");
    let found = shop.act(&ticket, "parcel-found", &shop.agent, json!({})).await.expect(200).body;
    assert_eq!(axes(&found), ("in_transit", "returning", "none"));
    let lost = shop.act(&ticket, "parcel-lost", &shop.agent, json!({"reason": "承运商确认丢失"})).await.expect(200).body;
    assert_eq!(axes(&lost), ("exception", "lost", "none"));
    fire_due(&shop).await;
    assert_eq!(claims().await["items"].as_array().map(Vec::len), Some(1), "it is claimed once");
    assert_eq!(scan(&shop, "SF0000001301").await.expect(201).body["outcome"], "matched", "it comes all the same");
    assert_eq!(axes(&shop.ticket(&ticket).await).0, "received");
    shop.act(&ticket, "parcel-lost", &shop.warehouse, json!({"reason": "x"})).await.expect(403);
}

/// domain.md §2: a duplicate goes into the ticket that is open already; both stay readable and name each other.
#[tokio::test]
async fn a_duplicate_goes_into_the_open_ticket() {
    let shop = Shop::open().await;
    let asks = |name: &str, customer: &str| {
        let mut body = request("complaint", name, PAID);
        body["customer"] = json!({"external_id": customer});
        body
    };
    let into = shop.submit(asks("first", "c-1")).await.expect(201).body;
    let again = shop.submit(asks("second", "c-1")).await.expect(201).body;
    let other = shop.submit(asks("third", "c-2")).await.expect(201).body;
    let file = upload(&shop.server, &shop.agent, "photo.png", png(64)).await.expect(201).body;
    shop.act(&again, "message", &shop.agent, json!({"body": "客户来电催促"})).await.expect(200);
    shop.act(&again, "attachments", &shop.agent, json!({"attachments": [file["id"]]})).await.expect(200);

    let merge = async |ticket: &Value, into: &Value| shop.act(ticket, "merge", &shop.agent, json!({"into": into})).await;
    for (ticket, into) in [(&again, &again["id"]), (&again, &other["id"]), (&again, &json!("tkt_00000000000000000000000000000000"))] {
        assert_eq!(merge(ticket, into).await.status, 422, "{into}");
    }
    shop.act(&again, "merge", &shop.warehouse, json!({"into": into["id"]})).await.expect(403);
    let merged = merge(&again, &into["id"]).await.expect(200);
    assert_eq!((axes(&merged.body).0, merged.header("etag").is_some()), ("merged", true));
    assert_eq!(merge(&again, &into["id"]).await.expect(409).code(), "not_allowed_now", "it has ended");
    assert_eq!(merge(&into, &again["id"]).await.expect(409).code(), "not_allowed_now");

    for ticket in [&into, &again] {
        let path = format!("/api/v1/tickets/{}/links", ticket["id"].as_str().unwrap());
        let links = shop.server.get(&path, &shop.agent).await.expect(200).body;
        let link = &links["items"][0];
        assert_eq!((&link["parent"], &link["child"], &link["kind"]), (&into["id"], &again["id"], &json!("duplicate")), "{links}");
    }
    let path = format!("/api/v1/tickets/{}/timeline?limit=200", into["id"].as_str().unwrap());
    let entries = shop.server.get(&path, &shop.agent).await.expect(200).body;
    let told = entries["items"].as_array().unwrap().iter().find(|entry| entry["kind"] == "ticket.duplicate_merged").expect("it is told");
    assert_eq!((&told["data"]["ticket"], &told["data"]["number"]), (&again["id"], &again["number"]));
    assert_eq!(shop.ticket(&into).await["version"].as_i64().unwrap(), into["version"].as_i64().unwrap() + 1);
    let files = format!("/api/v1/tickets/{}/attachments", again["id"].as_str().unwrap());
    assert_eq!(shop.server.get(&files, &shop.agent).await.expect(200).body["items"][0]["id"], file["id"]);
    assert!(timeline(&shop, &again).await.contains(&"ticket.message_added".to_owned()));

    // What was allowed is booked, and is no duplicate any more.
    let mut allowed = request("return_refund", "allowed", PAID);
    allowed["customer"] = json!({"external_id": "c-1"});
    let allowed = shop.submit(allowed).await.expect(201).body;
    shop.act(&allowed, "approve", &shop.supervisor, json!({})).await.expect(200);
    assert_eq!(merge(&allowed, &into["id"]).await.expect(409).code(), "not_allowed_now");
}
