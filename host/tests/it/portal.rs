//! The customer portal (Z39) and the survey (U14, U15), as customers use them: by link, without a key.

use axum::body::Body;
use axum::http::{Method, Request};
use redress_domain::Digest;
use serde_json::{Value, json};

use crate::attachments::{png, upload};
use crate::shop::{Shop, request};
use crate::support::{Reply, Server};

/// A shop that knows the order `o-9` of a customer with a telephone number.
async fn shop_with_order() -> Shop {
    let shop = Shop::open().await;
    let order = json!({
        "external_id": "o-9", "currency": "CNY", "placed_at": "2026-10-01T08:00:00Z", "delivered_at": "2026-10-04T08:00:00Z",
        "customer": {"external_id": "c-9", "name": "王女士", "phone": "+86 138-1234-5678"},
        "lines": [{"external_id": "1", "sku": "FEEDER-1", "title": "自动喂食器", "quantity": 1,
                   "unit_price": {"minor": 20_000, "currency": "CNY"}}]
    });
    shop.server.post("/api/v1/orders", &shop.server.owner, order).await.expect(201);
    let hook = json!({"url": "https://hooks.example/redress", "events": ["survey.sent"]});
    shop.server.post("/api/v1/webhooks", &shop.server.owner, hook).await.expect(201);
    shop
}

async fn start(shop: &Shop) -> Value {
    let body = json!({"order": "o-9", "phone": "13812345678", "kind": "return_refund", "reason": "unwanted", "description": "太大了"});
    shop.server.post("/portal/v1/shop/returns", "", body).await.expect(201).body
}

/// The ticket of a number, as the agent reads it.
async fn by_number(shop: &Shop, number: &Value) -> Value {
    let path = format!("/api/v1/tickets?number={}", number.as_str().unwrap());
    shop.server.get(&path, &shop.agent).await.expect(200).body["items"][0].clone()
}

async fn progress(server: &Server, token: &str) -> Value {
    server.get("/portal/v1/ticket", token).await.expect(200).body
}

async fn send_photo(server: &Server, token: &str, name: &str) -> Reply {
    let path = format!("/portal/v1/ticket/attachments?name={name}&field=image");
    let request = Request::post(path).header("authorization", format!("Bearer {token}"));
    server.call(request.body(Body::from(png(64))).unwrap()).await
}

async fn pay(shop: &Shop, ticket: &Value) {
    let waiting = shop.instructions(ticket).await.into_iter().find(|instruction| instruction["state"] == "pending").expect("one waits");
    let path = format!("/api/v1/refund-instructions/{}/paid", waiting["id"].as_str().unwrap());
    shop.server.post(&path, &shop.finance, json!({"reference": "bank"})).await.expect(200);
}

/// The token of a ticket's survey, which only administrators may see, and which is in no message that waits.
async fn survey_token(shop: &Shop, ticket: &Value) -> String {
    let outbox = shop.server.get("/api/v1/outbox?limit=200", &shop.server.owner).await.expect(200).body;
    let sent = outbox["items"].as_array().unwrap().iter().find(|message| message["event"] == "survey.sent").expect("a survey was sent");
    assert!(sent["payload"]["data"]["details"]["url"].as_str().unwrap().contains("#{link:"), "{sent}");
    shop.act(ticket, "survey-link", &shop.agent, json!({})).await.expect(403);
    shop.act(ticket, "survey-link", &shop.supervisor, json!({})).await.expect(403);
    let token = shop.act(ticket, "survey-link", &shop.server.owner, json!({})).await.expect(200).text("token");
    assert!(token.starts_with("rpl_") && !outbox.to_string().contains(&token));
    token
}

/// Z39, U14, U15, U9: from the start of a return to the survey, all by link.
#[tokio::test]
async fn z39_a_customer_goes_the_whole_way_by_link() {
    let shop = shop_with_order().await;
    let server = &shop.server;
    let claim = json!({"order": "o-9", "phone": "138 1234 5678"});
    let order = server.post("/portal/v1/shop/orders", "", claim).await.expect(200).body;
    assert_eq!(order["lines"][0]["title"], "自动喂食器");
    let started = start(&shop).await;
    let token = started["link"]["token"].as_str().unwrap().to_owned();
    assert!(started["link"]["url"].as_str().unwrap().ends_with(&format!("#{token}")), "{started}");
    let ticket = by_number(&shop, &started["number"]).await;
    assert_eq!((&ticket["channel"], &ticket["case"]), (&json!("portal"), &json!("approval")), "{ticket}");

    // Where it stands, in both languages; nothing of the shop's inside.
    let seen = progress(server, &token).await;
    assert_eq!((&seen["state"]["code"], &seen["owner"]["text"]), (&json!("approval"), &json!("客服主管")), "{seen}");
    assert_eq!(seen["refund"], Value::Null, "nothing is promised yet");
    assert_eq!(seen["may"], json!(["message", "upload", "cancel"]));
    let english = server.send(Method::GET, "/portal/v1/ticket", &token, &[("accept-language", "en-GB,zh;q=0.5")], None).await.expect(200);
    assert_eq!(english.body["state"]["text"], "Waiting for approval");
    shop.act(&ticket, "message", &shop.agent, json!({"body": "疑似职业索赔", "internal": true})).await.expect(200);
    shop.act(&ticket, "accept", &shop.agent, json!({})).await.expect(200);
    shop.act(&ticket, "request-information", &shop.agent, json!({"message": "请发一张照片", "fields": ["photo"]})).await.expect(200);
    let seen = progress(server, &token).await;
    assert_eq!((&seen["state"]["code"], &seen["may"][0]), (&json!("awaiting_customer"), &json!("answer")));
    assert_eq!((&seen["messages"][0]["from"], &seen["messages"][0]["body"]), (&json!("agent"), &json!("请发一张照片")));
    assert_eq!((seen["messages"].as_array().unwrap().len(), &seen["handler"]), (1, &json!("agent")));
    assert_eq!(seen["deadlines"][0]["what"]["code"], "customer_answer_expired");
    assert!(!seen.to_string().contains("职业索赔"));

    // A photo and the answer.
    let photo = send_photo(server, &token, "%E5%95%86%E5%93%81.png").await.expect(201).body;
    let listed = server.get("/portal/v1/ticket/attachments", &token).await.expect(200).body;
    assert_eq!((listed["items"][0]["id"].clone(), listed["items"][0]["name"].clone()), (photo["id"].clone(), json!("商品.png")));
    let path = format!("/portal/v1/ticket/attachments/{}", photo["id"].as_str().unwrap());
    assert_eq!(server.get(&path, &token).await.expect(200).header("content-type"), Some("image/png"));
    let answer = json!({"body": "照片已上传", "fields": {"photo": photo["id"]}});
    let twice = [("idempotency-key", "answer-1")];
    for _ in 0..2 {
        let stands = server.post_with("/portal/v1/ticket/messages", &token, &twice, answer.clone()).await.expect(200).body;
        assert_eq!(stands["state"]["code"], "approval", "it is decided again, once");
    }

    // Approved, sent back, inspected, paid.
    shop.act(&ticket, "approve", &shop.supervisor, json!({})).await.expect(200);
    let seen = progress(server, &token).await;
    assert_eq!((&seen["refund"]["minor"], &seen["may"]), (&json!(20_000), &json!(["message", "upload", "track", "cancel"])));
    assert_eq!(seen["send_to"], Value::Null, "nobody has said where to");
    // D5: the slip for the parcel, in the customer's words.
    let slip = server.get("/portal/v1/ticket/slip?time_zone=Asia/Shanghai", &token).await.expect(200);
    assert_eq!((slip.header("content-type"), slip.header("cache-control")), (Some("application/pdf"), Some("no-store")));
    server.get("/portal/v1/ticket/slip?time_zone=Mars", &token).await.expect(400);
    shop.act(&ticket, "request-return", &shop.agent, json!({"address": "杭州市一号仓"})).await.expect(200);
    assert_eq!(progress(server, &token).await["send_to"], "杭州市一号仓");
    let wrong = json!({"carrier": "顺丰", "number": "SF 1<2"});
    server.post("/portal/v1/ticket/tracking", &token, wrong).await.expect(422);
    // D4: what the customer tells is what the warehouse awaits. A typing error is taken back, and the scan of the label finds the ticket.
    let tracking = json!({"carrier": "顺丰", "number": "sf1234567809"});
    assert_eq!(server.post("/portal/v1/ticket/tracking", &token, tracking).await.expect(200).body["state"]["code"], "in_transit");
    let right = json!({"carrier": "顺丰", "number": "sf 1234567890", "replaces": "SF1234567809"});
    let unknown = json!({"carrier": "顺丰", "number": "sf1234567890", "replaces": "SF0000000000"});
    assert_eq!(server.post("/portal/v1/ticket/tracking", &token, unknown).await.expect(422).pointers(), ["/replaces"]);
    server.post("/portal/v1/ticket/tracking", &token, right).await.expect(200);
    let scanned = server.post("/api/v1/scans", &shop.warehouse, json!({"raw": "]C0SF1234567890\r"})).await.expect(201).body;
    assert_eq!((&scanned["outcome"], &scanned["ticket"], &scanned["complete"]), (&json!("matched"), &ticket["id"], &json!(true)));
    let line =
        json!({"line": ticket["lines"][0]["id"], "good": 1, "placements": [{"quantity": 1, "grade": "b", "disposition": "restock"}]});
    shop.act(&ticket, "inspections", &shop.warehouse, json!({"lines": [line]})).await.expect(201);
    pay(&shop, &ticket).await;
    let seen = progress(server, &token).await;
    assert_eq!((&seen["state"]["code"], &seen["survey"]), (&json!("completed"), &json!(true)));
    assert_eq!(server.get("/portal/v1/ticket/slip", &token).await.expect(409).code(), "not_allowed_now", "no goods are awaited");
    let steps: Vec<&str> = seen["steps"].as_array().unwrap().iter().map(|step| step["state"]["code"].as_str().unwrap()).collect();
    let way = [
        "submitted",
        "approval",
        "awaiting_customer",
        "submitted",
        "approval",
        "approved",
        "awaiting_return",
        "in_transit",
        "received",
        "settling",
        "completed",
    ];
    assert_eq!(steps, way);
    assert_eq!(server.post("/portal/v1/ticket/cancel", &token, json!({})).await.expect(409).code(), "not_allowed_now");
    send_photo(server, &token, "late.png").await.expect(409);

    // What the customer did stands on the timeline as theirs.
    let path = format!("/api/v1/tickets/{}/timeline", ticket["id"].as_str().unwrap());
    let timeline = server.get(&path, &shop.agent).await.expect(200).body;
    let theirs: Vec<&str> = timeline["items"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|entry| entry["actor"]["type"] == "customer")
        .map(|entry| entry["kind"].as_str().unwrap())
        .collect();
    let deeds = ["ticket.created", "ticket.attachment_added", "ticket.customer_answered", "ticket.tracking_added"];
    assert!(deeds.iter().all(|deed| theirs.contains(deed)), "{theirs:?}");
}

/// D4, Z39: a customer's number that is another parcel's is an exception until they tell the right one, as it is for agents.
#[tokio::test]
async fn d4_a_customer_who_reuses_a_number_tells_the_right_one() {
    let shop = shop_with_order().await;
    let server = &shop.server;
    let other = shop.submit(request("return_refund", "other", 28_800)).await.expect(201).body;
    shop.act(&other, "approve", &shop.supervisor, json!({})).await.expect(200);
    shop.act(&other, "parcels", &shop.agent, json!({"tracking_number": "SF0000000001"})).await.expect(201);
    let started = start(&shop).await;
    let token = started["link"]["token"].as_str().unwrap();
    let tell = |number: &str| {
        let body = json!({"carrier": "顺丰", "number": number});
        async move { server.post("/portal/v1/ticket/tracking", token, body).await }
    };
    assert_eq!(tell("SF0000000002").await.expect(409).code(), "not_allowed_now", "nothing is approved yet");
    let ticket = by_number(&shop, &started["number"]).await;
    shop.act(&ticket, "approve", &shop.supervisor, json!({})).await.expect(200);
    assert_eq!(tell("SF0000000001").await.expect(200).body["state"]["code"], "exception");
    assert_eq!(tell("sf0000000002").await.expect(200).body["state"]["code"], "in_transit");
    let scan = |raw: &'static str| {
        let shop = &shop;
        async move { shop.server.post("/api/v1/scans", &shop.warehouse, json!({"raw": raw})).await.expect(201).body["ticket"].clone() }
    };
    assert_eq!(scan("SF0000000001").await, other["id"]);
    assert_eq!(scan("SF0000000002").await, ticket["id"]);
}

/// U14, U15: the survey is sent once, answered once, changed within a day, counted for the agent, and a low mark becomes a task.
#[tokio::test]
async fn u14_a_survey_follows_the_end_and_counts_for_the_agent() {
    let shop = shop_with_order().await;
    let server = &shop.server;
    let ticket = shop.submit(request("refund_only", "survey", 4_000)).await.expect(201).body;
    shop.act(&ticket, "accept", &shop.agent, json!({})).await.expect(200);
    pay(&shop, &ticket).await;
    let token = survey_token(&shop, &ticket).await;
    let asked = server.get("/portal/v1/survey", &token).await.expect(200).body;
    assert_eq!((&asked["open"], &asked["answer"]), (&json!(true), &Value::Null));
    server.get("/portal/v1/ticket", &token).await.expect(401);

    assert_eq!(server.post("/portal/v1/survey", &token, json!({"satisfied": true, "score": 6})).await.expect(422).pointers(), ["/score"]);
    server.post("/portal/v1/survey", &token, json!({"satisfied": true})).await.expect(422);
    let good = json!({"satisfied": true, "score": 5, "speed": 4});
    server.post("/portal/v1/survey", &token, good).await.expect(200);
    let tasks = format!("/api/v1/tasks?ticket={}", ticket["id"].as_str().unwrap());
    assert_eq!(server.get(&tasks, &shop.supervisor).await.expect(200).body["items"], json!([]));
    let bad = json!({"satisfied": false, "score": 1, "speed": 2, "comment": "<script>alert(1)</script>"});
    for _ in 0..2 {
        let answered = server.post("/portal/v1/survey", &token, bad.clone()).await.expect(200).body;
        assert_eq!(answered["answer"]["score"], 1);
    }
    let tasks = server.get(&tasks, &shop.supervisor).await.expect(200).body;
    assert_eq!(tasks["items"].as_array().unwrap().len(), 1, "one task, however often the mark is given: {tasks}");
    assert_eq!(tasks["items"][0]["role"], "supervisor");

    let listed = server.get("/api/v1/surveys?score_max=2&answered=true", &shop.supervisor).await.expect(200).body;
    let agent = shop.ticket(&ticket).await["assignee"].clone();
    assert_eq!((&listed["items"][0]["ticket"], &listed["items"][0]["assignee"]), (&ticket["id"], &agent), "{listed}");
    assert_eq!(listed["items"][0]["answer"]["comment"], "<script>alert(1)</script>", "kept as text");
    assert_eq!(server.get("/api/v1/surveys?score_min=3", &shop.supervisor).await.expect(200).body["items"], json!([]));
    let summary = server.get("/api/v1/surveys/summary", &shop.supervisor).await.expect(200).body;
    let sums = json!({"assignee": agent, "sent": 1, "answered": 1, "satisfied": 0, "score_sum": 1, "speed_sum": 2, "speed_count": 1});
    assert_eq!(summary["items"], json!([sums]));

    server.clock.advance_ms(25 * 3_600_000);
    let late = server.post("/portal/v1/survey", &token, json!({"satisfied": true, "score": 5})).await.expect(409);
    assert_eq!(late.code(), "not_allowed_now");
    // A new round of the same ticket asks nothing again.
    shop.act(&ticket, "reopen", &shop.agent, json!({"reason": "again"})).await.expect(200);
    shop.act(&ticket, "cancel", &shop.agent, json!({})).await;
    let listed = server.get("/api/v1/surveys", &shop.supervisor).await.expect(200).body;
    assert_eq!(listed["items"].as_array().unwrap().len(), 1, "once for each ticket");
    server.clock.advance_ms(20 * 86_400_000);
    server.get("/portal/v1/survey", &token).await.expect(401);
}

/// U14: an answer and somebody else's note at the same moment: the one that comes second is thought through again, so that neither
/// writes the ticket's figures without the other.
#[tokio::test]
async fn u14_an_answer_is_not_lost_to_whoever_writes_at_the_same_moment() {
    let shop = shop_with_order().await;
    let (server, app) = (&shop.server, &shop.server.app);
    let ticket = shop.submit(request("refund_only", "race", 4_000)).await.expect(201).body;
    pay(&shop, &ticket).await;
    let token = survey_token(&shop, &ticket).await;
    let tenant = app.store.read(|tx| Box::pin(async move { redress_store::tenant::list(tx).await })).await.unwrap()[0].id;
    let id = ticket["id"].as_str().unwrap().parse().unwrap();
    // Somebody thinks, the customer answers, and then the thought is to be written.
    let before = shop.ticket(&ticket).await["version"].as_i64().unwrap();
    let noter = server.user("noter", &["agent"]).await.0.parse().unwrap();
    let doer = redress::workflow::act::Doer { user: noter, roles: Vec::new() };
    let sop = redress_domain::sop::shipped().remove(0);
    let (turn, _) = app.workflow.start_sop(tenant, &doer, id, sop).await.unwrap();
    server.post("/portal/v1/survey", &token, json!({"satisfied": true, "score": 5})).await.expect(200);
    assert_eq!(shop.ticket(&ticket).await["version"].as_i64(), Some(before + 1), "the answer moves the version");
    let late = app.workflow.commit::<redress::workflow::Error>(turn, |_| Box::pin(async { Ok(()) })).await;
    assert!(late.is_err(), "it does not know of the answer");
    let table = server.get("/api/v1/reports/satisfaction_trend/result", &shop.supervisor).await.expect(200).body;
    let column = table["columns"].as_array().unwrap().iter().position(|column| column["key"] == "surveyed").unwrap();
    assert_eq!(table["totals"][column], 1, "{table}");
}

/// Z39: a link opens one ticket, for a time, until it is revoked; whatever does not work reads the same.
#[tokio::test]
async fn z39_a_link_opens_one_ticket_until_it_ends() {
    let shop = shop_with_order().await;
    let server = &shop.server;
    let ours = shop.submit(request("refund_only", "ours", 20_000)).await.expect(201).body;
    let theirs = shop.submit(request("refund_only", "theirs", 20_000)).await.expect(201).body;
    let link = |ticket: &Value| format!("/api/v1/tickets/{}/portal-link", ticket["id"].as_str().unwrap());
    let once = [("idempotency-key", "link-1")];
    let made = server.send(Method::POST, &link(&ours), &shop.agent, &once, None).await.expect(201).body;
    let again = server.send(Method::POST, &link(&ours), &shop.agent, &once, None).await.expect(201).body;
    assert_eq!((&again["id"], &again["token"]), (&made["id"], &Value::Null), "the token is shown once");
    let token = made["token"].as_str().unwrap().to_owned();
    assert_eq!(progress(server, &token).await["number"], ours["number"]);
    let digest = hex::encode(Digest::of(token.as_bytes()).as_bytes());
    assert!(!made.to_string().contains(&digest), "the digest stays inside");

    // A file of another ticket, and one that the customer must not see.
    let file = upload(server, &shop.agent, "inside.png", png(70)).await.expect(201).body;
    let path = format!("/portal/v1/ticket/attachments/{}", file["id"].as_str().unwrap());
    server.get(&path, &token).await.expect(404);
    shop.act(&ours, "attachments", &shop.agent, json!({"attachments": [file["id"]]})).await.expect(200);
    server.get(&path, &token).await.expect(404);
    shop.act(&ours, "attachments", &shop.agent, json!({"attachments": [file["id"]], "internal": false})).await.expect(200);
    server.get(&path, &token).await.expect(200);
    let other = server.send(Method::POST, &link(&theirs), &shop.agent, &[], None).await.expect(201).text("token");
    assert_eq!(server.get(&path, &other).await.expect(404).code(), "not_found");
    assert_eq!(server.get("/portal/v1/ticket/attachments", &other).await.expect(200).body["items"], json!([]));

    // What does not work reads the same, and a link is no key.
    let mut tampered = token.clone();
    tampered.replace_range(10..11, if &token[10..11] == "A" { "B" } else { "A" });
    let unknown = server.get("/portal/v1/ticket", &tampered).await.expect(401).body;
    for wrong in ["", "rpl_", "rpl_x", shop.agent.as_str(), &token[..20], "rpl_' OR 1=1 --"] {
        assert_eq!(server.get("/portal/v1/ticket", wrong).await.expect(401).body, unknown, "{wrong}");
    }
    server.get("/api/v1/tickets", &token).await.expect(401);
    let revoke = format!("/api/v1/portal-links/{}", made["id"].as_str().unwrap());
    server.delete(&revoke, &shop.agent).await.expect(204);
    server.delete(&revoke, &shop.agent).await.expect(204);
    let path = format!("/api/v1/tickets/{}/timeline?limit=200", ours["id"].as_str().unwrap());
    let timeline = server.get(&path, &shop.agent).await.expect(200).body;
    let revoked: Vec<&Value> =
        timeline["items"].as_array().unwrap().iter().filter(|entry| entry["kind"] == "portal.link_revoked").collect();
    assert_eq!(revoked.len(), 1, "{timeline}");
    assert_eq!(revoked[0]["data"]["link"], made["id"]);
    assert_eq!(server.get("/portal/v1/ticket", &token).await.expect(401).body, unknown);
    let stranger = server.open_tenant("stranger").await;
    server.delete(&revoke, &stranger).await.expect(404);
    server.clock.advance_ms(31 * 86_400_000);
    assert_eq!(server.get("/portal/v1/ticket", &other).await.expect(401).body, unknown, "expired");
    server.send(Method::POST, &link(&ours), &shop.finance, &[], None).await.expect(403);
}

/// Z39: nobody learns which orders there are, and whoever tries often must wait.
#[tokio::test]
async fn z39_nobody_learns_which_orders_there_are() {
    let shop = shop_with_order().await;
    let server = &shop.server;
    let ask = |shop: &str, order: &str, phone: &str| {
        let (path, body) = (format!("/portal/v1/{shop}/returns"), json!({"order": order, "phone": phone, "kind": "refund_only"}));
        async move { server.post(&path, "", body).await }
    };
    let unknown = ask("shop", "o-404", "13812345678").await.expect(404).body;
    for (shop, order, phone) in [
        ("shop", "o-9", "13812345679"),
        ("shop", "o-9", ""),
        ("shop", "o-9", "5678"),
        ("nobody", "o-9", "13812345678"),
        ("shop", "' OR 1=1 --", "13812345678"),
        ("shop", &"9".repeat(5_000), "13812345678"),
    ] {
        assert_eq!(ask(shop, order, phone).await.expect(404).body, unknown, "{shop} {order} {phone}");
    }
    assert_eq!(server.get("/api/v1/tickets", &shop.agent).await.expect(200).body["items"], json!([]), "nothing came of it");
    // Who has both numbers may look as often as they like: only what finds nothing counts.
    for _ in 0..25 {
        server.post("/portal/v1/shop/orders", "", json!({"order": "o-9", "phone": "13812345678"})).await.expect(200);
    }
    for _ in 7..20 {
        ask("shop", "o-1", "1").await.expect(404);
    }
    let limited = ask("shop", "o-9", "13812345678").await.expect(429);
    assert_eq!(limited.code(), "too_many_requests");
    let wait: i64 = limited.header("retry-after").unwrap().parse().unwrap();
    assert!((1..=3_601).contains(&wait), "{wait}");
    server.clock.advance_ms((wait + 1) * 1_000);
    ask("shop", "o-9", "13812345678").await.expect(201);
}

/// Z39: a link and an address are used so often a minute and no more.
#[tokio::test]
async fn z39_requests_by_link_are_limited() {
    let server = Server::start_with(|config| {
        (config.portal.link_per_minute, config.portal.address_per_minute) = (3, 8);
        config.portal.behind_proxy = true;
    })
    .await;
    let shop = Shop::of(server).await;
    let ticket = shop.submit(request("refund_only", "limit", 20_000)).await.expect(201).body;
    let path = format!("/api/v1/tickets/{}/portal-link", ticket["id"].as_str().unwrap());
    let token = shop.server.send(Method::POST, &path, &shop.agent, &[], None).await.expect(201).text("token");
    let from = |address: &'static str, token: &str| {
        let (server, token) = (&shop.server, token.to_owned());
        async move { server.send(Method::GET, "/portal/v1/ticket", &token, &[("x-forwarded-for", address)], None).await }
    };
    for _ in 0..3 {
        from("10.0.0.1", &token).await.expect(200);
    }
    assert!(from("10.0.0.1", &token).await.expect(429).header("retry-after").is_some());
    // Guesses count for the address that guesses: what it claims before our proxy's word changes nothing.
    for _ in 0..8 {
        from("1.1.1.1, 10.0.0.2", "rpl_guess").await.expect(401);
    }
    from("2.2.2.2, 10.0.0.2", "rpl_guess").await.expect(429);
    from("10.0.0.3", "rpl_guess").await.expect(401);
    shop.server.clock.advance_ms(60_000);
    from("10.0.0.2", &token).await.expect(200);
    let large = json!({"body": "长".repeat(40_000)});
    let headers = [("x-forwarded-for", "10.0.0.4")];
    shop.server.post_with("/portal/v1/ticket/messages", &token, &headers, large).await.expect(413);
}

/// U15: an agent's link to a ticket does not answer its survey; the customer's own link does.
#[tokio::test]
async fn u15_nobody_marks_themselves() {
    let shop = shop_with_order().await;
    let server = &shop.server;
    let body = json!({"order": "o-9", "phone": "13812345678", "kind": "refund_only", "reason": "unwanted", "description": "太大了"});
    let started = server.post("/portal/v1/shop/returns", "", body).await.expect(201).body;
    let theirs = started["link"]["token"].as_str().unwrap();
    let ticket = by_number(&shop, &started["number"]).await;
    let ours = shop.act(&ticket, "portal-link", &shop.agent, json!({})).await.expect(201).text("token");
    shop.act(&ticket, "accept", &shop.agent, json!({})).await;
    shop.act(&ticket, "approve", &shop.supervisor, json!({})).await.expect(200);
    pay(&shop, &ticket).await;
    assert_eq!(progress(server, theirs).await["survey"], true);
    assert_eq!(progress(server, &ours).await["survey"], false);
    let good = json!({"satisfied": true, "score": 5});
    let refused = server.post("/portal/v1/survey", &ours, good.clone()).await.expect(403);
    assert!(refused.text("detail").contains("mark itself"), "{}", refused.body);
    server.post("/portal/v1/survey", theirs, good).await.expect(200);
}

/// U9: what a rule asks for is told, taken, and nothing else is; the portal shows no queue's name.
#[tokio::test]
async fn u9_a_customer_is_told_what_a_rule_asks_and_writes_nothing_else() {
    let shop = shop_with_order().await;
    let server = &shop.server;
    let body = json!({"order": "o-9", "phone": "13812345678", "kind": "refund_only", "reason": "damaged", "description": "坏了"});
    let mut preset = body.clone();
    preset["fields"] = json!({"refund": 1});
    assert!(server.post("/portal/v1/shop/returns", "", preset).await.status.is_client_error(), "fields are not for customers to set");
    let mut odd = body.clone();
    odd["form"] = json!({"refund": 1});
    assert_eq!(server.post("/portal/v1/shop/returns", "", odd).await.expect(422).pointers(), ["/form"], "there is no form");
    let started = server.post("/portal/v1/shop/returns", "", body).await.expect(201).body;
    let token = started["link"]["token"].as_str().unwrap();
    let seen = progress(server, token).await;
    let asked = json!([{"field": "photo", "text": "照片"}, {"field": "damage_position", "text": "破损位置"}]);
    assert_eq!((&seen["state"]["code"], &seen["asked"]), (&json!("awaiting_customer"), &asked), "{seen}");
    assert_eq!(seen["messages"][0]["body"], "请补充：照片、破损位置");
    assert!(seen["team"].is_null() || seen["team"] == "客服", "no queue's own name: {seen}");

    let answer = |fields: Value| json!({"body": "见照片", "fields": fields});
    let wrong = server.post("/portal/v1/ticket/messages", token, answer(json!({"verdict": "approve", "photo": "a.jpg"}))).await.expect(422);
    assert_eq!(wrong.pointers(), ["/fields/verdict"], "{}", wrong.body);
    let fits = answer(json!({"photo": ["a.jpg"], "damage_position": "瓶盖"}));
    server.post("/portal/v1/ticket/messages", token, fits).await.expect(200);
    let seen = progress(server, token).await;
    assert_eq!(seen["asked"], json!([]), "{seen}");
    let late = server.post("/portal/v1/ticket/messages", token, answer(json!({"photo": ["b.jpg"]}))).await.expect(422);
    assert_eq!(late.pointers(), ["/fields/photo"], "it is no longer asked for");
}

/// Z1, L3: customers see the shop's form once the order is proven to be theirs, and start with answers that it accepts.
#[tokio::test]
async fn z1_a_customer_fills_in_the_shops_form() {
    let shop = shop_with_order().await;
    let server = &shop.server;
    server.post("/api/v1/forms", &server.owner, json!({"from": "return"})).await.expect(201);
    server.post("/api/v1/forms/return/publish", &server.owner, json!({})).await.expect(200);
    let claim = |phone: &str| json!({"order": "o-9", "phone": phone, "kind": "return_refund"});
    server.post("/portal/v1/shop/form", "", claim("13800000000")).await.expect(404);
    let form = server.post("/portal/v1/shop/form", "", claim("13812345678")).await.expect(200).body;
    assert_eq!((&form["key"], &form["answers"]["order_number"]), (&json!("return"), &json!("o-9")), "{form}");
    let start = |answers: Option<Value>| {
        let mut body =
            json!({"order": "o-9", "phone": "13812345678", "kind": "return_refund", "reason": "unwanted", "description": "太大了"});
        if let Some(answers) = answers {
            body["form"] = answers;
        }
        async move { server.post("/portal/v1/shop/returns", "", body).await }
    };
    let bare = start(None).await.expect(422);
    assert!(bare.pointers().len() > 1 && bare.pointers().iter().all(|pointer| pointer.starts_with("/form/answers")), "{}", bare.body);
    let mut answers = form["answers"].clone();
    answers["phone"] = json!("13812345678");
    answers["return_quantity"] = json!(1);
    let reason = &form["schema"]["properties"]["return_reason"];
    let text = reason.to_string();
    answers["return_reason"] = if text.contains("\"unwanted\"") { json!("unwanted") } else { crate::forms::first_option(reason) };
    let mut inside = answers.clone();
    inside["refund"] = json!(1);
    assert_eq!(start(Some(inside)).await.expect(400).pointers(), ["/form/answers/refund"]);
    let started = start(Some(answers)).await.expect(201).body;
    let ticket = by_number(&shop, &started["number"]).await;
    assert_eq!(ticket["fields"]["phone"], "13812345678", "{ticket}");
}

/// Z6: a photo that an answer names was uploaded, with and without a form; what is made up answers no question.
#[tokio::test]
async fn z6_an_answer_by_link_names_no_file_that_does_not_exist() {
    let shop = shop_with_order().await;
    let server = &shop.server;
    let made_up = json!([{"name": "x.png", "media_type": "image/png", "bytes": 64, "digest": Digest::of(b"never uploaded")}]);
    let body = json!({"order": "o-9", "phone": "13812345678", "kind": "refund_only", "reason": "damaged", "description": "坏了"});
    let token = server.post("/portal/v1/shop/returns", "", body).await.expect(201).body["link"]["token"].as_str().unwrap().to_owned();
    let answer = json!({"body": "见照片", "fields": {"photo": made_up, "damage_position": "瓶盖"}});
    let refused = server.post("/portal/v1/ticket/messages", &token, answer).await.expect(422);
    assert_eq!(refused.pointers(), ["/fields/photo"], "{}", refused.body);

    // With the shop's form, whose photo is mandatory for a quality problem.
    let ticket = shop.submit(request("return_refund", "photo", 28_800)).await.expect(201).body;
    server.post("/api/v1/forms", &server.owner, json!({"from": "return"})).await.expect(201);
    server.post("/api/v1/forms/return/publish", &server.owner, json!({})).await.expect(200);
    let token = shop.act(&ticket, "portal-link", &shop.agent, json!({})).await.expect(201).text("token");
    shop.act(&ticket, "reject", &shop.supervisor, json!({"opinion": "没有照片"})).await.expect(200);
    let amend = async |photos: Value| {
        let fields = json!({"return_reason": "quality", "description": "碎了", "photos": photos});
        server.post("/portal/v1/ticket/amend", &token, json!({"body": "补充", "fields": fields})).await
    };
    let refused = amend(made_up).await.expect(422);
    assert_eq!(refused.pointers(), ["/fields/photos/0"], "{}", refused.body);
    let sent = upload(server, &shop.agent, "photo.png", png(64)).await.expect(201).body;
    let named = json!([{"name": "破损.png", "media_type": "image/png", "bytes": 64, "digest": sent["digest"]}]);
    amend(named.clone()).await.expect(200);
    assert_eq!(shop.ticket(&ticket).await["fields"]["photos"], named);
}

/// Z37: a customer's refused change stands in their merchant's log; a token that nobody knows stands in none.
#[tokio::test]
async fn z37_refused_requests_by_link_are_in_the_merchants_log() {
    let shop = shop_with_order().await;
    let server = &shop.server;
    let started = start(&shop).await;
    let token = started["link"]["token"].as_str().unwrap();
    server.post("/portal/v1/ticket/amend", token, json!({"body": "更多"})).await.expect(409);
    server.post("/portal/v1/ticket/amend", "rpl_guess", json!({"body": "更多"})).await.expect(401);
    server.post("/portal/v1/ticket/amend", &shop.agent, json!({"body": "更多"})).await.expect(401);
    let rows = server.get("/api/v1/audit?limit=200", &server.owner).await.expect(200).body;
    let refused: Vec<&Value> = rows["items"].as_array().unwrap().iter().filter(|row| row["operation"] == "amend_request").collect();
    assert_eq!(refused.len(), 1, "{refused:?}");
    assert_eq!((&refused[0]["status"], &refused[0]["user"]), (&json!(409), &Value::Null), "{}", refused[0]);
}
