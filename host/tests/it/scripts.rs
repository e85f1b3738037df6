//! Scripts, procedures and disputes (D8): what agents say, what they tick, and what stands still meanwhile.

use serde_json::{Value, json};

use crate::attachments::{png, upload};
use crate::shop::{Shop, request};

async fn entries(shop: &Shop, ticket: &Value) -> Vec<String> {
    let path = format!("/api/v1/tickets/{}/timeline?limit=200", ticket["id"].as_str().unwrap());
    let timeline = shop.server.get(&path, &shop.agent).await.expect(200).body;
    timeline["items"].as_array().unwrap().iter().map(|entry| entry["kind"].as_str().unwrap().to_owned()).collect()
}

/// D7, D8: a macro says the script of the sources with the ticket's own values, and does all that it does or nothing.
#[tokio::test]
async fn d8_a_macro_speaks_and_acts_all_or_none() {
    let shop = Shop::open().await;
    let (server, owner) = (&shop.server, &shop.server.owner);
    let script = "您退回的{{fields.goods}}缺少{{fields.part}}组件，是否需要我们补发？若确认遗失，可扣除{{fields.fee}}配件费后完成退款。";
    let acts = json!([{"act": "request_information", "fields": ["choice"]}, {"act": "set_priority", "priority": "high"},
                      {"act": "add_tag", "tag": "配件缺失"}, {"act": "assign", "queue": "default"}]);
    let new = json!({"key": "missing-part", "name": "配件缺失", "body": script, "acts": acts});
    let made = server.post("/api/v1/macros", owner, new.clone()).await.expect(201).body;
    server.post("/api/v1/macros", owner, new).await.expect(409);
    server.post("/api/v1/macros", &shop.agent, json!({"key": "x", "name": "x", "body": "x"})).await.expect(403);
    for body in ["{{customer.phone}}", "{{customer.name", ""] {
        server.post("/api/v1/macros", owner, json!({"key": "bad", "name": "x", "body": body})).await.expect(422);
    }

    let ticket = shop.submit(request("refund_only", "macro", 20_000)).await.expect(201).body;
    let preview = shop.act(&ticket, "macros/missing-part/preview", &shop.agent, json!({})).await.expect(200).body;
    assert_eq!(preview["missing"], json!(["fields.goods", "fields.part", "fields.fee"]));
    let before = entries(&shop, &ticket).await;
    shop.act(&ticket, "macros/missing-part/apply", &shop.agent, json!({})).await.expect(422);
    assert_eq!(entries(&shop, &ticket).await, before, "nothing was done");

    let fields = json!({"goods": "设备", "part": "滤网", "fee": "35元"});
    let note = json!({"body": "质检结果", "internal": true, "fields": fields});
    shop.act(&ticket, "message", &shop.agent, note).await.expect(200);
    let done = shop.act(&ticket, "macros/missing-part/apply", &shop.agent, json!({})).await.expect(200).body;
    assert_eq!((&done["case"], &done["priority"]), (&json!("awaiting_customer"), &json!("high")), "{done}");
    assert!(done["tags"].as_array().unwrap().contains(&json!("配件缺失")), "{done}");
    let said = "您退回的设备缺少滤网组件，是否需要我们补发？若确认遗失，可扣除35元配件费后完成退款。";
    let path = format!("/api/v1/tickets/{}/timeline?limit=200", ticket["id"].as_str().unwrap());
    let timeline = server.get(&path, &shop.agent).await.expect(200).body.to_string();
    assert!(timeline.contains(said), "{timeline}");

    // One act that does not fit undoes those before it.
    let acts = json!([{"act": "add_tag", "tag": "vip"}, {"act": "assign", "queue": "nowhere"}]);
    server.post("/api/v1/macros", owner, json!({"key": "broken", "name": "x", "body": "好", "acts": acts})).await.expect(201);
    shop.act(&ticket, "macros/broken/apply", &shop.agent, json!({})).await.expect(422);
    assert!(!shop.ticket(&ticket).await["tags"].as_array().unwrap().contains(&json!("vip")));
    shop.act(&ticket, "macros/unknown/apply", &shop.agent, json!({})).await.expect(404);

    let body = json!({"name": "配件缺失", "body": "{{customer.name}}您好"});
    server.put("/api/v1/macros/missing-part", owner, body).await.expect(200);
    let got = server.get("/api/v1/macros/missing-part", &shop.agent).await.expect(200);
    assert_eq!((&got.body["version"], &got.body["acts"][0]["act"]), (&json!(2), &json!("reply")));
    assert_eq!(made["version"], 1);
    let preview = shop.act(&ticket, "macros/missing-part/preview", &shop.agent, json!({})).await.expect(200).body;
    assert_eq!(preview["text"], "customer 42您好");
    let stale = [("if-match", "\"1\"")];
    let refused = server.send(axum::http::Method::DELETE, "/api/v1/macros/missing-part", owner, &stale, None).await.expect(412);
    assert_eq!(refused.code(), "stale_version");
    server.delete("/api/v1/macros/missing-part", owner).await.expect(204);
    server.get("/api/v1/macros/missing-part", owner).await.expect(404);
}

/// D8: a procedure is walked in order, with its evidence, on the ticket's timeline.
#[tokio::test]
async fn d8_a_procedure_is_walked_step_by_step() {
    let shop = Shop::without_rules().await;
    let server = &shop.server;
    let listed = server.get("/api/v1/sops", &shop.agent).await.expect(200).body;
    assert_eq!(listed["items"].as_array().unwrap().len(), 5, "the five anomalies");
    assert!(listed["items"].as_array().unwrap().iter().all(|sop| !sop["steps"].as_array().unwrap().is_empty()));
    server.get("/api/v1/sops/unheard", &shop.agent).await.expect(404);

    let ticket = shop.submit(request("return_refund", "sop", 20_000)).await.expect(201).body;
    let other = shop.submit(request("return_refund", "sop-other", 20_000)).await.expect(201).body;
    shop.act(&ticket, "sops", &shop.agent, json!({"sop": "unheard"})).await.expect(422);
    let run = shop.act(&ticket, "sops", &shop.agent, json!({"sop": "missing_parts"})).await.expect(201).body;
    assert_eq!(run["step"], "check");
    let agent = &shop.agent;
    let tick = |body: Value| {
        let path = format!("/api/v1/sop-runs/{}/steps", run["id"].as_str().unwrap());
        async move { server.post(&path, agent, body).await }
    };
    let photo = upload(server, &shop.agent, "a.png", png(80)).await.expect(201).body["id"].clone();
    let list = upload(server, &shop.agent, "b.png", png(81)).await.expect(201).body["id"].clone();
    let foreign = upload(server, &shop.agent, "c.png", png(82)).await.expect(201).body["id"].clone();
    shop.act(&other, "attachments", &shop.agent, json!({"attachments": [foreign]})).await.expect(200);
    let shown = |list: &Value| json!([{"key": "photo_received", "attachment": photo}, {"key": "parts_checklist", "attachment": list}]);
    tick(json!({"step": "offer", "answer": "resend"})).await.expect(409);
    tick(json!({"step": "check", "answer": "perhaps"})).await.expect(422);
    let refused = tick(json!({"step": "check", "answer": "missing"})).await.expect(422);
    assert!(refused.text("detail").contains("收货照片"), "{}", refused.body);
    tick(json!({"step": "check", "answer": "missing", "evidence": shown(&foreign)})).await.expect(404);
    let body = json!({"step": "check", "answer": "missing", "evidence": shown(&list), "note": "缺滤网"});
    assert_eq!(tick(body).await.expect(200).body["step"], "offer");
    let path = format!("/api/v1/sop-runs/{}", run["id"].as_str().unwrap());
    let words = server.get(&path, &shop.agent).await.expect(200).body;
    assert_eq!(
        (&words["step"], &words["script"]["missing"]),
        (&json!("offer"), &json!(["fields.goods", "fields.part", "fields.part_fee"])),
        "{words}"
    );
    tick(json!({"step": "offer", "answer": "resend"})).await.expect(200);
    let words = server.get(&path, &shop.agent).await.expect(200).body;
    assert_eq!(
        words["script"]["text"], "请将{{fields.part}}寄回并告知物流单号，我们收到后立即为您退款。",
        "what is missing stays to be seen"
    );
    let over = tick(json!({"step": "await_part", "answer": "arrived"})).await.expect(200).body;
    assert_eq!((&over["step"], over["done"].as_array().unwrap().len()), (&Value::Null, 3));
    tick(json!({"step": "await_part", "answer": "arrived"})).await.expect(409);
    let told = entries(&shop, &ticket).await;
    let steps: Vec<&String> = told.iter().filter(|kind| kind.starts_with("sop.")).collect();
    assert_eq!(steps, ["sop.started", "sop.step_done", "sop.step_done", "sop.step_done", "sop.finished"]);
    let path = format!("/api/v1/tickets/{}/sops", ticket["id"].as_str().unwrap());
    assert_eq!(server.get(&path, &shop.agent).await.expect(200).body["items"][0]["done"][0]["note"], "缺滤网");
}

/// D8: a shop writes procedures of its own, also in place of one that ships; walks that have begun go on as they began.
#[tokio::test]
async fn d8_a_shop_writes_its_own_procedures() {
    let shop = Shop::without_rules().await;
    let (server, owner) = (&shop.server, &shop.server.owner);
    let step = |key: &str, next: Option<&str>| json!({"key": key, "title": "核对", "script": "{{customer.name}}您好", "answers": [{"key": "done", "name": "完成", "next": next}]});
    let recall = json!({"key": "recall", "name": "批次召回", "anomaly": "同一批次多人反馈破损", "steps": [step("call", Some("collect")), step("collect", None)]});
    server.post("/api/v1/sops", &shop.agent, recall.clone()).await.expect(403);
    let mut lost = recall.clone();
    lost["steps"][0]["answers"][0]["next"] = json!("nowhere");
    let refused = server.post("/api/v1/sops", owner, lost).await.expect(422);
    assert_eq!(refused.body["errors"][0]["pointer"], "/steps/0/answers/0/next", "{}", refused.body);
    let made = server.post("/api/v1/sops", owner, recall.clone()).await.expect(201).body;
    assert_eq!((&made["version"], &made["steps"][0]["evidence"]), (&json!(1), &json!([])));
    server.post("/api/v1/sops", owner, recall).await.expect(409);

    let ticket = shop.submit(request("return_refund", "own-sop", 20_000)).await.expect(201).body;
    let run = shop.act(&ticket, "sops", &shop.agent, json!({"sop": "recall"})).await.expect(201).body;
    let shorter = json!({"name": "批次召回", "anomaly": "同上", "steps": [step("stop", None)]});
    let stale = [("if-match", "\"7\"")];
    server.send(axum::http::Method::PUT, "/api/v1/sops/recall", owner, &stale, Some(shorter.to_string().into_bytes())).await.expect(412);
    server.put("/api/v1/sops/recall", owner, shorter.clone()).await.expect(200);
    let path = format!("/api/v1/sop-runs/{}", run["id"].as_str().unwrap());
    let tick = |step: &'static str| server.post(format!("{path}/steps").leak(), &shop.agent, json!({"step": step, "answer": "done"}));
    assert_eq!(tick("call").await.expect(200).body["step"], "collect", "as it began");
    server.delete("/api/v1/sops/recall", owner).await.expect(204);
    assert_eq!(server.get(&path, &shop.agent).await.expect(200).body["script"]["text"], "customer 42您好");
    assert_eq!(tick("collect").await.expect(200).body["step"], Value::Null);
    server.get("/api/v1/sops/recall", owner).await.expect(404);

    // What ships is not changed in its place: a procedure of the same key stands in for it, until it goes.
    let refused = server.put("/api/v1/sops/empty_box", owner, shorter.clone()).await.expect(404);
    assert!(refused.text("detail").contains("POST /api/v1/sops"), "{}", refused.body);
    let mut own = shorter;
    own["key"] = json!("empty_box");
    server.post("/api/v1/sops", owner, own).await.expect(201);
    let items = server.get("/api/v1/sops", &shop.agent).await.expect(200).body["items"].clone();
    let found: Vec<&Value> = items.as_array().unwrap().iter().filter(|sop| sop["key"] == "empty_box").collect();
    assert_eq!((items.as_array().unwrap().len(), found.len(), &found[0]["name"]), (5, 1, &json!("批次召回")));
    server.delete("/api/v1/sops/empty_box", owner).await.expect(204);
    assert_eq!(server.get("/api/v1/sops/empty_box", owner).await.expect(200).body["version"], 0, "it ships");
}

/// D8: while a dispute is open no money moves; the ruling says how it goes on.
#[tokio::test]
async fn d8_money_stands_still_while_a_dispute_is_open() {
    let shop = Shop::open().await;
    let ticket = shop.submit(request("refund_only", "dispute", 4_000)).await.expect(201).body;
    assert_eq!(ticket["case"], "settling");
    let pay = || async {
        let instruction = shop.instructions(&ticket).await[0].clone();
        let path = format!("/api/v1/refund-instructions/{}/paid", instruction["id"].as_str().unwrap());
        shop.server.post(&path, &shop.finance, json!({"reference": "bank"})).await
    };
    shop.act(&ticket, "dispute/ruling", &shop.supervisor, json!({"for": "buyer"})).await.expect(409);
    let open = shop.act(&ticket, "dispute", &shop.agent, json!({"reference": "P-1"})).await.expect(200).body;
    assert_eq!(open["dispute"], "evidence");
    shop.act(&ticket, "dispute", &shop.agent, json!({})).await.expect(409);
    pay().await.expect(409);
    let photo = upload(&shop.server, &shop.agent, "e.png", png(90)).await.expect(201).body["id"].clone();
    let evidence = json!({"note": "称重记录", "attachments": [photo]});
    let open = shop.act(&ticket, "dispute/evidence", &shop.agent, evidence).await.expect(200).body;
    assert_eq!(open["dispute"], "negotiating");
    pay().await.expect(409);
    shop.act(&ticket, "dispute/ruling", &shop.warehouse, json!({"for": "seller"})).await.expect(403);
    let ruled = shop.act(&ticket, "dispute/ruling", &shop.supervisor, json!({"for": "buyer"})).await.expect(200).body;
    assert_eq!((&ruled["dispute"], &ruled["case"]), (&json!("ruled_buyer"), &json!("settling")));
    pay().await.expect(200);

    let lost = shop.submit(request("refund_only", "lost", 4_000)).await.expect(201).body;
    shop.act(&lost, "dispute", &shop.agent, json!({})).await.expect(200);
    let lost = shop.act(&lost, "dispute/ruling", &shop.supervisor, json!({"for": "seller"})).await.expect(200).body;
    assert_eq!((&lost["dispute"], &lost["case"], &lost["money"]), (&json!("ruled_seller"), &json!("refused_final"), &json!("none")));
    let back = shop.submit(request("refund_only", "back", 20_000)).await.expect(201).body;
    shop.act(&back, "dispute", &shop.agent, json!({})).await.expect(200);
    let back = shop.act(&back, "dispute/withdraw", &shop.agent, json!({})).await.expect(200).body;
    assert_eq!((&back["dispute"], &back["case"]), (&json!("withdrawn"), &json!("approval")));
}

/// D8: what was agreed while a dispute was open is paid when it is withdrawn.
#[tokio::test]
async fn d8_a_withdrawn_dispute_lets_go_what_it_held_back() {
    let shop = Shop::open().await;
    let ticket = shop.submit(request("return_refund", "inspected", 20_000)).await.expect(201).body;
    shop.act(&ticket, "approve", &shop.supervisor, json!({})).await.expect(200);
    shop.act(&ticket, "dispute", &shop.agent, json!({})).await.expect(200);
    let ok = shop.act(&ticket, "receive", &shop.warehouse, json!({"condition": "ok"})).await.expect(200).body;
    assert_eq!((&ok["case"], &shop.instructions(&ticket).await[0]["state"]), (&json!("inspected_ok"), &json!("held")));
    let back = shop.act(&ticket, "dispute/withdraw", &shop.agent, json!({})).await.expect(200).body;
    assert_eq!((&back["case"], &back["money"]), (&json!("settling"), &json!("refund_pending")), "{back}");
    assert_eq!(shop.instructions(&ticket).await[0]["state"], "pending");

    let ticket = shop.submit(request("refund_only", "agreed", 20_000)).await.expect(201).body;
    shop.act(&ticket, "dispute", &shop.agent, json!({})).await.expect(200);
    let agreed = shop.act(&ticket, "approve", &shop.supervisor, json!({})).await.expect(200).body;
    assert_eq!((&agreed["case"], &shop.instructions(&ticket).await[0]["state"]), (&json!("approved"), &json!("held")));
    let back = shop.act(&ticket, "dispute/withdraw", &shop.agent, json!({})).await.expect(200).body;
    assert_eq!((&back["case"], &shop.instructions(&ticket).await[0]["state"]), (&json!("settling"), &json!("pending")), "{back}");
}

/// D8: what the platform awards the buyer is paid, from wherever the case stands; more than people agreed to needs a director.
#[tokio::test]
async fn d8_a_ruling_for_the_buyer_is_paid() {
    let shop = Shop::open().await;
    let cny = |minor: i64| json!({"minor": minor, "currency": "CNY"});
    let dispute = async |name: &str, kind: &str, minor: i64| {
        let ticket = shop.submit(request(kind, name, minor)).await.expect(201).body;
        shop.act(&ticket, "dispute", &shop.agent, json!({})).await.expect(200).body
    };
    let pay = async |ticket: &Value, minor: i64| {
        let waiting: Vec<Value> = shop.instructions(ticket).await.into_iter().filter(|one| one["state"] == "pending").collect();
        assert_eq!(waiting.iter().map(|one| one["amount"]["minor"].as_i64().unwrap()).collect::<Vec<_>>(), [minor]);
        let path = format!("/api/v1/refund-instructions/{}/paid", waiting[0]["id"].as_str().unwrap());
        shop.server.post(&path, &shop.finance, json!({"reference": "bank"})).await.expect(200);
        let paid = shop.ticket(ticket).await;
        assert_eq!((&paid["case"], &paid["money"]), (&json!("completed"), &json!("refunded")), "{paid}");
        let path = format!("/api/v1/tickets/{}/settlements", ticket["id"].as_str().unwrap());
        let entries = shop.server.get(&path, &shop.finance).await.expect(200).body["items"].as_array().unwrap().clone();
        assert_eq!(entries.iter().map(|entry| entry["amount"]["minor"].as_i64().unwrap()).sum::<i64>(), minor, "{entries:?}");
    };
    // Nobody has agreed to anything yet.
    let waits = dispute("in-approval", "refund_only", 20_000).await;
    let refused = shop.act(&waits, "dispute/ruling", &shop.agent, json!({"for": "buyer"})).await.expect(403);
    assert!(refused.text("detail").contains("supervisor"), "{}", refused.body);
    shop.act(&waits, "dispute/ruling", &shop.director, json!({"for": "buyer", "amount": cny(20_001)})).await.expect(422);
    shop.act(&waits, "dispute/ruling", &shop.director, json!({"for": "seller", "amount": cny(1)})).await.expect(422);
    shop.act(&waits, "dispute/ruling", &shop.director, json!({"for": "buyer", "amount": cny(15_000)})).await.expect(200);
    pay(&waits, 15_000).await;
    // Allowed, and held until the goods come: the platform says that the money goes first.
    let held = shop.submit(request("return_refund", "held", 20_000)).await.expect(201).body;
    shop.act(&held, "approve", &shop.supervisor, json!({})).await.expect(200);
    shop.act(&held, "dispute", &shop.agent, json!({})).await.expect(200);
    shop.act(&held, "dispute/ruling", &shop.supervisor, json!({"for": "buyer"})).await.expect(200);
    pay(&held, 20_000).await;
    // Refused for good.
    let lost = dispute("lost-first", "refund_only", 4_000).await;
    shop.act(&lost, "dispute/ruling", &shop.supervisor, json!({"for": "seller"})).await.expect(200);
    shop.act(&lost, "dispute", &shop.agent, json!({"reference": "appeal"})).await.expect(200);
    let refused = shop.act(&lost, "dispute/ruling", &shop.supervisor, json!({"for": "buyer"})).await.expect(403);
    assert!(refused.text("detail").contains("director"), "what was refused is agreed by nobody: {}", refused.body);
    shop.act(&lost, "dispute/ruling", &shop.director, json!({"for": "buyer", "amount": cny(4_000)})).await.expect(200);
    pay(&lost, 4_000).await;
}

/// D3: finance books freight, a fee and a compensation; more than was agreed needs a director, and lines have their limits.
#[tokio::test]
async fn finance_books_what_was_agreed_with_the_customer() {
    let shop = Shop::open().await;
    let cny = |minor: i64| json!({"minor": minor, "currency": "CNY"});
    let ticket = shop.submit(request("refund_only", "booked", 4_000)).await.expect(201).body;
    let book = async |key: &str, entries: Value| shop.act(&ticket, "settlements", key, json!({"entries": entries})).await;
    let fee = json!([{"kind": "deduction", "amount": cny(-500), "reason": "拆封折价", "line": ticket["lines"][0]["id"]}]);
    book(&shop.agent, fee.clone()).await.expect(403);
    let booked = book(&shop.finance, fee).await.expect(200).body;
    assert_eq!(booked["refund"]["amount"]["minor"], 3_500, "{booked}");
    let gift = json!([{"kind": "compensation", "payer": "carrier", "amount": cny(800), "reason": "包裹破损"}]);
    assert!(book(&shop.finance, gift.clone()).await.expect(403).text("detail").contains("director"));
    for wrong in [
        json!([]),
        json!([{"kind": "clawback", "amount": cny(-1), "reason": "x"}]),
        json!([{"kind": "deduction", "amount": cny(5), "reason": "x"}]),
        json!([{"kind": "goods", "amount": cny(0), "reason": "x"}]),
        json!([{"kind": "deduction", "amount": cny(-9_000), "reason": "x"}]),
        json!([{"kind": "goods", "amount": {"minor": 1, "currency": "USD"}, "reason": "x"}]),
    ] {
        book(&shop.server.owner, wrong).await.expect(422);
    }
    let booked = book(&shop.server.owner, gift).await.expect(200).body;
    assert_eq!(booked["refund"]["amount"]["minor"], 4_300, "{booked}");
    let waiting: Vec<i64> = shop
        .instructions(&ticket)
        .await
        .iter()
        .filter(|one| one["state"] == "pending")
        .filter_map(|one| one["amount"]["minor"].as_i64())
        .collect();
    assert_eq!(waiting, [4_300], "one instruction, in place of the earlier ones");
}
