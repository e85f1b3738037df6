//! Two at once, the same twice, and what does not fit.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::{PAID, announce, approved, axes, good, inspect, ledger, live, look, on_hold, scan, timeline, with_checklist};
use crate::shop::Shop;

/// The same reading eight times at once: one scan, one receipt, one answer.
#[tokio::test]
async fn the_same_scan_at_once_is_one_scan() {
    let shop = Shop::open().await;
    let ticket = approved(&shop, "twice").await;
    announce(&shop, &ticket, "SF0000000501").await.expect(201);
    let body = json!({"raw": "SF0000000501", "key": "pda-1/1"});
    let once = || shop.server.post("/api/v1/scans", &shop.warehouse, body.clone());
    let answers = tokio::join!(once(), once(), once(), once(), once(), once(), once(), once());
    let answers: Vec<Value> = [answers.0, answers.1, answers.2, answers.3, answers.4, answers.5, answers.6, answers.7]
        .into_iter()
        .map(|answer| answer.expect(201).body)
        .collect();
    assert!(answers.iter().all(|answer| *answer == answers[0]), "{answers:#?}");
    let known = look(&shop, &ticket).await;
    assert_eq!(known["scans"].as_array().unwrap().len(), 1);
    assert_eq!(timeline(&shop, &ticket).await.iter().filter(|kind| *kind == "ticket.goods_received").count(), 1);
    assert_eq!(axes(&shop.ticket(&ticket).await).0, "received");

    // Two gates read the label at once, each under a key of its own.
    let other = approved(&shop, "gates").await;
    announce(&shop, &other, "SF0000000502").await.expect(201);
    let (left, right) = tokio::join!(scan(&shop, "SF0000000502"), scan(&shop, "SF0000000502"));
    assert_eq!(left.expect(201).body["id"], right.expect(201).body["id"]);
    // The same of a number that nobody awaits: one parcel waits.
    let (left, right) = tokio::join!(scan(&shop, "SF0000000599"), scan(&shop, "SF0000000599"));
    assert_eq!(left.expect(201).body["unidentified"], right.expect(201).body["unidentified"]);
    let waiting = shop.server.get("/api/v1/unidentified-parcels", &shop.warehouse).await.expect(200).body;
    assert_eq!(waiting["items"].as_array().unwrap().len(), 1);
}

#[tokio::test]
async fn a_key_names_one_reading() {
    let shop = Shop::open().await;
    let send = |raw: &str| {
        let body = json!({"raw": raw, "key": "pda-1/9"});
        let shop = &shop;
        async move { shop.server.post("/api/v1/scans", &shop.warehouse, body).await }
    };
    send("SF0000000601").await.expect(201);
    assert_eq!(send("SF0000000602").await.expect(422).code(), "idempotency_key_reused");
    let header = [("idempotency-key", "k-1")];
    let first = shop.server.post_with("/api/v1/scans", &shop.warehouse, &header, json!({"raw": "SF0000000603"})).await.expect(201).body;
    let again = shop.server.post_with("/api/v1/scans", &shop.warehouse, &header, json!({"raw": "SF0000000603"})).await.expect(201).body;
    assert_eq!((&first["key"], &again), (&json!("k-1"), &first));
}

/// domain.md: a wrong or reused tracking number is an exception until somebody gives the right one.
#[tokio::test]
async fn a_reused_number_is_an_exception() {
    let shop = Shop::open().await;
    let (one, two) = (approved(&shop, "first").await, approved(&shop, "second").await);
    announce(&shop, &one, "SF0000000701").await.expect(201);
    let told = announce(&shop, &two, "SF0000000701").await.expect(201).body;
    assert_eq!((&told["outcome"], &told["parcel"], axes(&told["ticket"]).0), (&json!("rejected"), &Value::Null, "exception"));
    assert!(told["reason"].as_str().unwrap().contains("belongs to another ticket"), "{told}");
    let right = announce(&shop, &two, "SF0000000702").await.expect(201).body;
    assert_eq!(axes(&right["ticket"]).0, "in_transit");
    assert_eq!(scan(&shop, "SF0000000701").await.expect(201).body["ticket"], one["id"], "the number stays the first one's");

    // The customer mistyped: the wrong parcel is awaited no more, so that the right one completes the return.
    let wrong = right["parcel"]["id"].clone();
    let body = json!({"tracking_number": "SF0000000703", "replaces": wrong});
    shop.act(&two, "parcels", &shop.agent, body.clone()).await.expect(201);
    assert_eq!(shop.act(&two, "parcels", &shop.agent, body).await.expect(422).code(), "unknown_reference");
    assert_eq!(scan(&shop, "SF0000000703").await.expect(201).body["complete"], true);
    assert_eq!(scan(&shop, "SF0000000702").await.expect(201).body["outcome"], "unexpected");

    // Both at once: one has it, the other is an exception.
    let (left, right) = (approved(&shop, "left").await, approved(&shop, "right").await);
    let (a, b) = tokio::join!(announce(&shop, &left, "SF0000000704"), announce(&shop, &right, "SF0000000704"));
    let outcomes: BTreeSet<String> = [a, b].into_iter().map(|reply| reply.expect(201).text("outcome")).collect();
    assert_eq!(outcomes, BTreeSet::from(["awaited".to_owned(), "rejected".to_owned()]));
}

#[tokio::test]
async fn what_is_no_tracking_number_is_refused_where_a_person_can_mend_it() {
    let shop = Shop::open().await;
    let ticket = approved(&shop, "typo").await;
    for wrong in ["", "12", "ABCDEFGH", "SF 10293847561029384756102938475610293847561", "SF<script>1"] {
        let reply = announce(&shop, &ticket, wrong).await.expect(422);
        assert_eq!((reply.code(), reply.pointers()), ("invalid", vec!["/tracking_number"]), "{wrong:?}");
    }
    let misread = announce(&shop, &ticket, "RR123456780CN").await.expect(201).body;
    assert!(misread["reason"].as_str().unwrap().contains("ninth digit"), "{misread}");
    let closed = shop.submit(crate::shop::request("refund_only", "paid", 3_000)).await.expect(201).body;
    assert_eq!(announce(&shop, &closed, "SF0000000801").await.expect(409).code(), "not_allowed_now");
    assert!(look(&shop, &closed).await["parcels"].as_array().unwrap().is_empty(), "nothing is half done");
}

/// Counts that do not add up change nothing; more than was announced is somebody's, so money waits.
#[tokio::test]
async fn an_inspection_counts_every_unit_once() {
    let shop = with_checklist().await;
    let ticket = approved(&shop, "counts").await;
    announce(&shop, &ticket, "SF0000000901").await.expect(201);
    scan(&shop, "SF0000000901").await.expect(201);
    let line = ticket["lines"][0]["id"].clone();
    let wrong = [
        json!({"line": line, "good": 2, "placements": [{"quantity": 2, "grade": "a", "disposition": "restock"}]}),
        json!({"line": line, "good": 1}),
        json!({"line": line, "good": 0, "damaged": 1, "placements": [{"quantity": 1, "grade": "d", "disposition": "restock"}]}),
        json!({"line": line, "good": 0, "missing": 1, "missing_parts": [{"code": "engine", "quantity": 1}]}),
        json!({"line": "tln_00000000000000000000000000000001", "good": 1}),
    ];
    for one in wrong {
        let reply = inspect(&shop, &ticket, one.clone()).await.expect(422);
        assert_eq!(reply.pointers(), ["/lines"], "{one}");
    }
    shop.act(&ticket, "inspections", &shop.warehouse, json!({"lines": []})).await.expect(422);
    shop.act(&ticket, "inspections", &shop.agent, json!({"lines": [good(&ticket)]})).await.expect(403);
    assert_eq!(look(&shop, &ticket).await["inspections"], json!([]), "nothing is half done");
    let over = json!({"line": line, "good": 1, "extra": 1, "placements": [{"quantity": 2, "grade": "a", "disposition": "restock"}]});
    let held = inspect(&shop, &ticket, over).await.expect(201).body;
    assert_eq!((axes(&held["ticket"]).0, &held["inspection"]["problems"][0]["kind"]), ("inspection_hold", &json!("quantity_over")));
    assert_eq!((&held["offer"], live(&shop, &ticket).await), (&Value::Null, vec![("held".to_owned(), PAID)]));
}

/// Two inspectors at once: one is heard, the other is told to look again.
#[tokio::test]
async fn two_inspections_at_once_are_one() {
    let shop = with_checklist().await;
    let ticket = approved(&shop, "inspectors").await;
    announce(&shop, &ticket, "SF0000001001").await.expect(201);
    scan(&shop, "SF0000001001").await.expect(201);
    let send = |line: Value| shop.act(&ticket, "inspections", &shop.warehouse, json!({"lines": [line]}));
    let mut broken = super::without_filter(&ticket);
    broken["note"] = json!("第二个人");
    let (left, right) = tokio::join!(send(good(&ticket)), send(broken));
    let mut codes = [left.status.as_u16(), right.status.as_u16()];
    codes.sort_unstable();
    assert_eq!(codes[0], 201, "{} {}", left.body, right.body);
    assert!([409, 412].contains(&codes[1]), "{} {}", left.body, right.body);
    assert_eq!(look(&shop, &ticket).await["inspections"].as_array().unwrap().len(), 1);
    let sum: i64 = ledger(&shop, &ticket).await.iter().map(|entry| entry["amount"]["minor"].as_i64().unwrap()).sum();
    assert_eq!((sum, live(&shop, &ticket).await.len()), (PAID, 1));
}

/// Two answers at once: one choice holds, and money moves once.
#[tokio::test]
async fn two_answers_at_once_are_one_choice() {
    let shop = with_checklist().await;
    let ticket = on_hold(&shop, "choice").await["ticket"].clone();
    let send = |choice: &str| shop.act(&ticket, "offer/answer", &shop.agent, json!({"choice": choice}));
    let (deduct, resend) = tokio::join!(send("deduct"), send("resend"));
    let (won, lost) = if deduct.status.is_success() { (deduct, resend) } else { (resend, deduct) };
    won.expect(200);
    assert_eq!(lost.expect(409).code(), "offer_answered");
    assert_eq!(live(&shop, &ticket).await.len(), 1);
    assert_eq!(shop.act(&ticket, "offer/answer", &shop.agent, json!({"choice": "keep"})).await.expect(422).code(), "invalid_body");
    let nothing = approved(&shop, "nothing").await;
    shop.act(&nothing, "offer/answer", &shop.agent, json!({"choice": "deduct"})).await.expect(404);
}

/// A write that fails in the middle leaves nothing: neither scan nor receipt nor a moved ticket.
#[tokio::test]
async fn a_failure_in_the_middle_leaves_nothing_half_done() {
    let shop = with_checklist().await;
    let ticket = approved(&shop, "middle").await;
    announce(&shop, &ticket, "SF0000001101").await.expect(201);
    let before = shop.ticket(&ticket).await;
    shop.server.sql("CREATE TRIGGER broken BEFORE INSERT ON scan BEGIN SELECT RAISE(ABORT, 'disk'); END").await;
    scan(&shop, "SF0000001101").await.expect(500);
    scan(&shop, "SF0000001199").await.expect(500);
    assert_eq!(shop.ticket(&ticket).await, before, "the ticket did not move");
    let known = look(&shop, &ticket).await;
    assert_eq!((&known["scans"], &known["parcels"][0]["arrived_at"]), (&json!([]), &Value::Null));
    let waiting = shop.server.get("/api/v1/unidentified-parcels", &shop.warehouse).await.expect(200).body;
    assert_eq!(waiting["items"], json!([]));
    shop.server.sql("DROP TRIGGER broken").await;
    assert_eq!(scan(&shop, "SF0000001101").await.expect(201).body["outcome"], "matched");

    shop.server.sql("CREATE TRIGGER broken BEFORE INSERT ON part_offer BEGIN SELECT RAISE(ABORT, 'disk'); END").await;
    inspect(&shop, &ticket, super::without_filter(&ticket)).await.expect(500);
    assert_eq!(axes(&shop.ticket(&ticket).await).0, "received");
    assert_eq!(look(&shop, &ticket).await["inspections"], json!([]));
    let tasks = shop.server.get("/api/v1/tasks?role=risk", &shop.agent).await.expect(200).body;
    assert_eq!(tasks["items"], json!([]));
    shop.server.sql("DROP TRIGGER broken").await;
    let held = inspect(&shop, &ticket, super::without_filter(&ticket)).await.expect(201).body;

    shop.server.sql("CREATE TRIGGER broken BEFORE INSERT ON refund_instruction BEGIN SELECT RAISE(ABORT, 'disk'); END").await;
    shop.act(&ticket, "offer/answer", &shop.agent, json!({"choice": "deduct"})).await.expect(500);
    shop.server.sql("DROP TRIGGER broken").await;
    assert_eq!(shop.ticket(&ticket).await["version"], held["ticket"]["version"]);
    assert_eq!(
        (look(&shop, &ticket).await["offer"]["state"].clone(), live(&shop, &ticket).await),
        (json!("open"), vec![("held".to_owned(), PAID)])
    );
}

/// The short way keeps the same things as the long one.
#[tokio::test]
async fn receive_keeps_scans_and_an_inspection() {
    let shop = Shop::open().await;
    let ticket = approved(&shop, "desk").await;
    announce(&shop, &ticket, "SF0000001201").await.expect(201);
    let stale = [("if-match", "\"1\"")];
    let path = format!("/api/v1/tickets/{}/receive", ticket["id"].as_str().unwrap());
    shop.server.post_with(&path, &shop.warehouse, &stale, json!({"condition": "ok"})).await.expect(412);
    shop.act(&ticket, "receive", &shop.warehouse, json!({"condition": "problem", "note": "缺少滤网组件"})).await.expect(200);
    let known = look(&shop, &ticket).await;
    assert_eq!((&known["scans"][0]["source"], &known["inspections"][0]["finding"]), (&json!("manual"), &json!("hold")));
    assert_eq!(known["inspections"][0]["lines"][0]["note"], "缺少滤网组件");
    shop.server.clock.advance_ms(1_000);
    inspect(&shop, &ticket, good(&ticket)).await.expect(201);
    assert_eq!(live(&shop, &ticket).await[0].0, "pending");
}
