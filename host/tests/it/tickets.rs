//! Tickets from submission to payment, decided by the real stock rules.

use redress_domain::id::TicketId;
use redress_domain::timeline::{Entry, first_break};
use serde_json::{Value, json};

use crate::shop::{Shop, request};

fn axes(ticket: &Value) -> (&str, &str, &str) {
    (ticket["case"].as_str().unwrap(), ticket["goods"].as_str().unwrap(), ticket["money"].as_str().unwrap())
}

#[tokio::test]
async fn a_small_refund_is_approved_by_the_rules_and_paid_by_finance() {
    let shop = Shop::open().await;
    let ticket = shop.submit(request("refund_only", "small", 4_000)).await.expect(201);
    assert_eq!(ticket.header("etag"), Some("\"1\""));
    let ticket = ticket.body;
    assert_eq!(axes(&ticket), ("settling", "with_customer", "refund_pending"), "{ticket}");
    assert_eq!((&ticket["queue"], &ticket["refund"]["verdict"]), (&json!("default"), &json!("approve")));
    let hooks: Vec<&str> = ticket["decisions"].as_array().unwrap().iter().map(|made| made["hook"].as_str().unwrap()).collect();
    assert_eq!(hooks, ["fraud-scoring", "routing", "refund-approval"]);
    assert_eq!(ticket["failures"], json!([]));

    let instructions = shop.instructions(&ticket).await;
    assert_eq!(instructions.len(), 1);
    assert_eq!((&instructions[0]["state"], &instructions[0]["amount"]["minor"]), (&json!("pending"), &json!(4_000)));
    let path = format!("/api/v1/refund-instructions/{}/paid", instructions[0]["id"].as_str().unwrap());
    let paid = shop.server.post(&path, &shop.finance, json!({"reference": "BANK-1"})).await.expect(200).body;
    assert_eq!((&paid["state"], &paid["reference"], &paid["version"]), (&json!("paid"), &json!("BANK-1"), &json!(2)));
    assert_eq!(shop.server.post(&path, &shop.finance, json!({"reference": "BANK-2"})).await.expect(409).code(), "not_allowed_now");

    let ticket = shop.ticket(&ticket).await;
    assert_eq!(axes(&ticket), ("completed", "with_customer", "refunded"));
    let path = format!("/api/v1/tickets/{}/settlements", ticket["id"].as_str().unwrap());
    let ledger = shop.server.get(&path, &shop.finance).await.expect(200).body;
    assert_eq!(ledger["items"].as_array().unwrap().iter().map(|entry| entry["amount"]["minor"].as_i64().unwrap()).sum::<i64>(), 4_000);
    let id: TicketId = ticket["id"].as_str().unwrap().parse().unwrap();
    let timeline = shop.server.get(&format!("/api/v1/tickets/{id}/timeline"), &shop.agent).await.expect(200).body;
    let entries: Vec<Entry> = serde_json::from_value(timeline["items"].clone()).unwrap();
    assert_eq!(entries.first().map(|entry| entry.kind.as_str()), Some("ticket.created"));
    assert_eq!(first_break(id, &entries), None);
}

#[tokio::test]
async fn a_larger_return_waits_for_the_right_person_and_for_the_goods() {
    let shop = Shop::open().await;
    let ticket = shop.submit(request("return_refund", "larger", 28_800)).await.expect(201).body;
    assert_eq!((&ticket["case"], &ticket["refund"]["role"]), (&json!("approval"), &json!("supervisor")));
    assert_eq!(shop.act(&ticket, "approve", &shop.agent, json!({})).await.expect(403).code(), "forbidden");
    let agreed = shop.act(&ticket, "approve", &shop.director, json!({"opinion": "同意"})).await.expect(200).body;
    assert_eq!(axes(&agreed), ("approved", "with_customer", "none"), "a director stands above a supervisor");
    assert_eq!(shop.instructions(&ticket).await[0]["state"], "held");
    assert_eq!(shop.act(&ticket, "receive", &shop.agent, json!({"condition": "ok"})).await.expect(403).code(), "forbidden");
    let received = shop.act(&ticket, "receive", &shop.warehouse, json!({"condition": "ok"})).await.expect(200).body;
    assert_eq!(axes(&received), ("settling", "inspected", "refund_pending"));
    let instruction = shop.instructions(&ticket).await[0].clone();
    assert_eq!(instruction["state"], "pending");
    let path = format!("/api/v1/refund-instructions/{}", instruction["id"].as_str().unwrap());
    shop.server.post(&format!("{path}/failed"), &shop.finance, json!({"reason": "账户已注销"})).await.expect(200);
    assert_eq!(shop.ticket(&ticket).await["money"], "refund_failed");
    let again = shop.server.post(&format!("{path}/retry"), &shop.finance, json!({})).await.expect(201).body;
    assert_ne!(again["id"], instruction["id"]);
    let path = format!("/api/v1/refund-instructions/{}/paid", again["id"].as_str().unwrap());
    shop.server.post(&path, &shop.finance, json!({"reference": "BANK-9"})).await.expect(200);
    assert_eq!(axes(&shop.ticket(&ticket).await), ("completed", "inspected", "refunded"));
}

/// Z22: when the goods arrived decides who must agree, so a key that only opens tickets cannot tell it otherwise than it is known.
#[tokio::test]
async fn a_ticket_does_not_rewrite_a_known_order() {
    let shop = Shop::open().await;
    let first = request("refund_only", "known", 4_000);
    shop.submit(first.clone()).await.expect(201);
    let intake = json!({"permissions": ["ticket:read", "ticket:write"], "fields": []});
    shop.server.put("/api/v1/roles/intake", &shop.server.owner, intake).await.expect(200);
    let (_, intake) = shop.server.user("intake", &["intake"]).await;
    let again = |change: &dyn Fn(&mut Value)| {
        let mut body = first.clone();
        body["external_ref"] = json!("T-again");
        change(&mut body["order"]);
        body
    };
    for (field, value) in [
        ("delivered_at", json!("2026-10-05T08:00:00Z")),
        ("placed_at", json!("2020-01-01T00:00:00Z")),
        ("attributes", json!({"self_operated": "true"})),
        ("paid", json!({"minor": 9_000, "currency": "CNY"})),
    ] {
        let refused = shop.server.post("/api/v1/tickets", &intake, again(&|order| order[field] = value.clone())).await.expect(422);
        assert_eq!(refused.body["errors"][0]["code"], "order_differs", "{field}: {}", refused.body);
        assert!(refused.text("detail").contains(field), "{}", refused.body);
    }
    let mut other = again(&|_| {});
    other["customer"] = json!({"external_id": "somebody-else"});
    let refused = shop.server.post("/api/v1/tickets", &intake, other).await.expect(422);
    assert!(refused.text("detail").contains("customer"), "{}", refused.body);
    let mut alone = again(&|_| {});
    alone["order"] = json!({"external_id": first["order"]["external_id"]});
    let answered = shop.server.post("/api/v1/tickets", &intake, alone).await.expect(422);
    assert_eq!(
        answered.code(),
        "quantity_over_bought",
        "the order alone is taken, and its one piece is asked back already: {}",
        answered.body
    );
}

#[tokio::test]
async fn goods_with_a_problem_hold_the_money() {
    let shop = Shop::open().await;
    let ticket = shop.submit(request("return_refund", "broken", 3_000)).await.expect(201).body;
    let held =
        shop.act(&ticket, "receive", &shop.warehouse, json!({"condition": "problem", "note": "缺少滤网组件"})).await.expect(200).body;
    assert_eq!(axes(&held), ("inspection_hold", "inspected", "none"), "D5");
    assert_eq!(shop.instructions(&ticket).await[0]["state"], "held");
}

#[tokio::test]
async fn without_rules_a_person_at_the_highest_tier_decides() {
    let shop = Shop::without_rules().await;
    let ticket = shop.submit(request("refund_only", "bare", 100)).await.expect(201).body;
    assert_eq!((&ticket["case"], &ticket["refund"]["role"]), (&json!("first_review"), &json!("director")));
    assert_eq!((&ticket["queue"], &ticket["decisions"]), (&json!("default"), &json!([])));
    assert_eq!(shop.act(&ticket, "approve", &shop.supervisor, json!({})).await.expect(403).code(), "forbidden");
    let refused = shop.act(&ticket, "reject", &shop.director, json!({"opinion": "无凭证"})).await.expect(200).body;
    assert_eq!(refused["case"], "refused_once");
    let again = shop.act(&ticket, "reopen", &shop.agent, json!({"reason": "补充了凭证"})).await.expect(200).body;
    assert_eq!(again["case"], "first_review");
    let refused = shop.act(&ticket, "reject", &shop.director, json!({"opinion": "仍无凭证"})).await.expect(200).body;
    assert_eq!(refused["case"], "refused_final", "the second refusal is final");
}

#[tokio::test]
async fn a_question_to_the_customer_is_answered_and_decided_anew() {
    let shop = Shop::open().await;
    let ticket = shop.submit(request("refund_only", "asked", 28_800)).await.expect(201).body;
    let question = json!({"message": "请补充照片", "fields": ["photo"]});
    let waiting = shop.act(&ticket, "request-information", &shop.agent, question).await.expect(200).body;
    assert_eq!(waiting["case"], "awaiting_customer");
    let answer = json!({"author": "customer", "body": "见附件", "fields": {"photo": "p.jpg"}});
    let decided = shop.act(&ticket, "message", &shop.agent, answer).await.expect(200).body;
    assert_eq!((&decided["case"], &decided["fields"]["photo"]), (&json!("approval"), &json!("p.jpg")));
    assert_eq!(decided["decisions"].as_array().unwrap().len(), 3, "the rules were asked again");
    assert_eq!(shop.ticket(&ticket).await["decisions"].as_array().unwrap().len(), 6);
}

#[tokio::test]
async fn everything_wrong_with_a_ticket_is_told_at_once() {
    let shop = Shop::open().await;
    let mut body = request("return_refund", "wrong", 1_000);
    body["lines"] = json!([
        {"order_line": "9", "quantity": 1, "reason": "unwanted"},
        {"order_line": "1", "quantity": 2, "reason": "unwanted", "requested": {"minor": 5_000, "currency": "CNY"}},
        {"order_line": "1", "quantity": 0, "reason": "", "requested": {"minor": 1, "currency": "USD"}},
    ]);
    let reply = shop.submit(body).await.expect(422);
    assert_eq!(reply.code(), "invalid");
    let mut pointers = reply.pointers();
    pointers.sort_unstable();
    pointers.dedup();
    let expected =
        ["/lines/0/order_line", "/lines/1/quantity", "/lines/1/requested", "/lines/2/quantity", "/lines/2/reason", "/lines/2/requested"];
    assert_eq!(pointers, expected);
    let one = |pointer: &str, value: Value| {
        let mut body = request("refund_only", "one", 1_000);
        *body.pointer_mut(pointer).unwrap() = value;
        body
    };
    for (pointer, value, code) in [
        ("/lines/0/quantity", json!(2), "quantity_over_bought"),
        ("/order", json!({"external_id": "never-seen"}), "unknown_order"),
        (
            "/lines/0",
            json!({"order_line": "1", "quantity": 1, "reason": "x", "requested": {"minor": 1_001, "currency": "CNY"}}),
            "amount_over_paid",
        ),
        (
            "/lines/0",
            json!({"order_line": "1", "quantity": 1, "reason": "x", "requested": {"minor": 1, "currency": "EUR"}}),
            "foreign_currency",
        ),
        ("/lines/0/order_line", json!("7"), "unknown_order_line"),
    ] {
        assert_eq!(shop.submit(one(pointer, value)).await.expect(422).code(), code, "{pointer}");
    }
    assert_eq!(shop.server.get("/api/v1/tickets", &shop.agent).await.expect(200).body["items"], json!([]), "nothing was kept");
}

#[tokio::test]
async fn tickets_of_one_order_share_what_was_bought() {
    let shop = Shop::open().await;
    let first = shop.submit(request("refund_only", "shared", 28_800)).await.expect(201).body;
    let again =
        json!({"kind": "refund_only", "order": {"external_id": "o-shared"}, "lines": [{"order_line": "1", "quantity": 1, "reason": "x"}]});
    assert_eq!(shop.submit(again.clone()).await.expect(422).code(), "quantity_over_bought");
    shop.act(&first, "cancel", &shop.agent, json!({})).await.expect(200);
    let second = shop.submit(again.clone()).await.expect(201).body;
    assert_eq!(second["customer"]["external_id"], "c-shared", "the order knows who bought");

    // Two requests for one piece in the same moment: one is told that nothing is left.
    shop.act(&second, "cancel", &shop.agent, json!({})).await.expect(200);
    let (one, other) = tokio::join!(shop.submit(again.clone()), shop.submit(again));
    let mut statuses = [one.status.as_u16(), other.status.as_u16()];
    statuses.sort_unstable();
    assert_eq!(statuses, [201, 422]);
}

#[tokio::test]
async fn repeats_duplicates_and_stale_versions_change_nothing() {
    let shop = Shop::open().await;
    let body = request("refund_only", "twice", 28_800);
    let key = [("idempotency-key", "k-1")];
    let first = shop.server.post_with("/api/v1/tickets", &shop.agent, &key, body.clone()).await.expect(201);
    let again = shop.server.post_with("/api/v1/tickets", &shop.agent, &key, body.clone()).await.expect(201);
    assert_eq!((again.header("idempotency-replayed"), again.header("etag")), (Some("true"), Some("\"1\"")));
    assert_eq!(again.body, first.body);
    let other = shop.server.post_with("/api/v1/tickets", &shop.agent, &key, request("refund_only", "other", 1)).await.expect(422);
    assert_eq!(other.code(), "idempotency_key_reused");
    assert_eq!(shop.submit(body).await.expect(409).code(), "duplicate_ticket");

    let path = format!("/api/v1/tickets/{}/approve", first.text("id"));
    let stale = shop.server.post_with(&path, &shop.supervisor, &[("if-match", "\"2\"")], json!({})).await.expect(412);
    assert_eq!(stale.code(), "stale_version");
    let headers = [("if-match", "\"1\""), ("idempotency-key", "k-2")];
    let done = shop.server.post_with(&path, &shop.supervisor, &headers, json!({})).await.expect(200);
    assert_eq!(done.header("etag"), Some("\"2\""));
    let repeated = shop.server.post_with(&path, &shop.supervisor, &headers, json!({})).await.expect(200);
    assert_eq!(repeated.body, done.body);
    assert_eq!(shop.act(&first.body, "approve", &shop.supervisor, json!({})).await.expect(409).code(), "not_allowed_now");
    assert_eq!(shop.instructions(&first.body).await.len(), 1);
}

#[tokio::test]
async fn agents_say_how_urgent_a_ticket_is_and_tag_it() {
    let shop = Shop::open().await;
    let ticket = shop.submit(request("refund_only", "described", 28_800)).await.expect(201).body;
    let path = format!("/api/v1/tickets/{}", ticket["id"].as_str().unwrap());
    let patch = |body: Value| shop.server.patch(&path, &shop.agent, &[], body);
    assert_eq!(patch(json!({})).await.expect(422).pointers(), ["/priority"]);
    assert_eq!(patch(json!({"tags": ["ok", " "]})).await.expect(422).pointers(), ["/tags/1"]);
    let many: Vec<String> = (0..51).map(|n| n.to_string()).collect();
    assert_eq!(patch(json!({"tags": many})).await.expect(422).pointers(), ["/tags"]);
    let set = patch(json!({"priority": "urgent", "tags": ["媒体", "大客户", "媒体"]})).await.expect(200).body;
    assert_eq!((&set["priority"], &set["tags"]), (&json!("urgent"), &json!(["媒体", "大客户"])));
    // What is left out stays, and what did not change is not told again.
    let less = patch(json!({"tags": ["大客户"]})).await.expect(200).body;
    assert_eq!((&less["priority"], &less["tags"]), (&json!("urgent"), &json!(["大客户"])));
    let told = shop.server.get(&format!("{path}/timeline?limit=200"), &shop.agent).await.expect(200).body;
    let kinds = |kind: &str| told["items"].as_array().unwrap().iter().filter(|entry| entry["kind"] == kind).count();
    assert_eq!((kinds("ticket.priority_changed"), kinds("ticket.tagged"), kinds("ticket.untagged")), (1, 2, 1), "{told}");
    let old = [("if-match", "\"1\"")];
    assert_eq!(shop.server.patch(&path, &shop.agent, &old, json!({"priority": "low"})).await.expect(412).code(), "stale_version");
    shop.server.patch(&path, &shop.warehouse, &[], json!({"priority": "low"})).await.expect(403);
}

#[tokio::test]
async fn a_ticket_moves_between_queues_and_people() {
    let shop = Shop::open().await;
    let ticket = shop.submit(request("refund_only", "moved", 28_800)).await.expect(201).body;
    let nowhere = shop.act(&ticket, "transfer", &shop.agent, json!({"queue": "nowhere"})).await.expect(422);
    assert_eq!(nowhere.pointers(), ["/queue"]);
    shop.server.post("/api/v1/queues", &shop.server.owner, json!({"key": "claims", "name": "售后理赔组"})).await.expect(201);
    let moved = shop.act(&ticket, "transfer", &shop.agent, json!({"queue": "claims", "reason": "商品破损"})).await.expect(200).body;
    assert_eq!((&moved["queue"], &moved["assignee"]), (&json!("claims"), &Value::Null));
    let taken = shop.act(&ticket, "accept", &shop.agent, json!({})).await.expect(200).body;
    // Whoever reads tickets knows their colleagues by name, and nothing else of them.
    let people = shop.server.get("/api/v1/people", &shop.agent).await.expect(200).body;
    let found = people["items"].as_array().unwrap().iter().find(|one| one["id"] == taken["assignee"]).unwrap();
    assert!(found["name"].is_string() && found.get("email").is_none(), "{found}");
    assert!(taken["assignee"].as_str().is_some_and(|id| id.starts_with("usr_")));
    let listed = shop.server.get("/api/v1/tickets?queue=claims&case=approval", &shop.agent).await.expect(200).body;
    assert_eq!(listed["items"][0]["id"], ticket["id"]);
    // A list says whom and what a ticket is about.
    assert_eq!(listed["items"][0]["customer"], ticket["customer"]);
    assert_eq!(listed["items"][0]["order"], ticket["order"]);
    assert_eq!(ticket["workflow"], Value::Null);
    assert!(ticket["customer"]["name"].is_string() && ticket["order"]["external_id"].is_string(), "{ticket}");
    let none = shop.server.get("/api/v1/tickets?queue=claims&case=closed", &shop.agent).await.expect(200).body;
    assert_eq!(none["items"], json!([]));
}
