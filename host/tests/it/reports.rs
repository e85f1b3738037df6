//! Reports through the API: what people do to tickets is what the figures say.

use axum::body::Body;
use axum::http::Request;
use calamine::{Data, Reader as _, Xlsx};
use http_body_util::BodyExt as _;
use redress::reports::{count, send_due, sweep};
use redress_domain::Timestamp;
use redress_domain::id::TicketId;
use redress_domain::report::fact::Fact;
use redress_store::{TenantStore, fact, ticket};
use serde_json::{Value, json};
use tower::ServiceExt as _;

use crate::shop::{Shop, request};

const MINUTE: i64 = 60_000;

/// The rows of a report of the house.
async fn result(shop: &Shop, path: &str) -> Value {
    shop.server.get(&format!("/api/v1/reports/{path}"), &shop.supervisor).await.expect(200).body
}

fn column(table: &Value, key: &str) -> usize {
    table["columns"].as_array().unwrap().iter().position(|column| column["key"] == key).unwrap_or_else(|| panic!("no {key} in {table}"))
}

/// The value of a column in the row that has all these texts.
fn value<'a>(table: &'a Value, texts: &[&str], key: &str) -> &'a Value {
    let rows = table["rows"].as_array().unwrap();
    let row = rows.iter().find(|row| texts.iter().all(|text| row.as_array().unwrap().iter().any(|value| value == text)));
    &row.unwrap_or_else(|| panic!("no row {texts:?} in {table}"))[column(table, key)]
}

fn total<'a>(table: &'a Value, key: &str) -> &'a Value {
    &table["totals"][column(table, key)]
}

async fn pay(shop: &Shop, ticket: &Value) {
    let waiting = shop.instructions(ticket).await.into_iter().find(|instruction| instruction["state"] == "pending").expect("one waits");
    let path = format!("/api/v1/refund-instructions/{}/paid", waiting["id"].as_str().unwrap());
    shop.server.post(&path, &shop.finance, json!({"reference": "bank"})).await.expect(200);
}

/// Three tickets: a small refund that the rules allow, a larger one that a supervisor allows after an hour, and one that is refused.
async fn three(shop: &Shop) {
    let mut small = request("refund_only", "small", 4_000);
    small["channel"] = json!("taobao");
    let small = shop.submit(small).await.expect(201).body;
    pay(shop, &small).await;
    let mut large = request("refund_only", "large", 28_800);
    large["channel"] = json!("douyin");
    large["lines"][0]["reason"] = json!("too_small");
    let large = shop.submit(large).await.expect(201).body;
    shop.server.clock.advance_ms(5 * MINUTE);
    shop.act(&large, "accept", &shop.agent, json!({})).await.expect(200);
    shop.server.clock.advance_ms(55 * MINUTE);
    shop.act(&large, "approve", &shop.supervisor, json!({})).await.expect(200);
    shop.server.clock.advance_ms(60 * MINUTE);
    pay(shop, &large).await;
    let mut refused = request("refund_only", "refused", 30_000);
    refused["channel"] = json!("douyin");
    let refused = shop.submit(refused).await.expect(201).body;
    shop.server.clock.advance_ms(10 * MINUTE);
    shop.act(&refused, "reject", &shop.supervisor, json!({"opinion": "超过期限"})).await.expect(200);
}

/// Z25–Z31, L20, D3, D15, U22: the reports of the house over three tickets, before and after folding.
#[tokio::test]
async fn z25_z31_the_reports_of_the_house_say_what_happened() {
    let shop = Shop::open().await;
    three(&shop).await;
    for folded in [false, true] {
        if folded {
            assert_eq!(count::fold_all(&shop.server.app).await.unwrap(), 6, "three tickets and three orders");
            assert_eq!(count::fold_all(&shop.server.app).await.unwrap(), 0);
        }
        let rate = result(&shop, "return_rate_by_month/result?from=2026-10-01&to=2026-10-31").await;
        assert_eq!((value(&rate, &["2026-10"], "return_rate"), value(&rate, &["2026-10"], "returns")), (&json!(1.0), &json!(3)), "{rate}");
        let reasons = result(&shop, "return_reasons/result").await;
        assert_eq!((value(&reasons, &["unwanted"], "tickets"), value(&reasons, &["too_small"], "tickets")), (&json!(2), &json!(1)));
        let time = result(&shop, "handling_time/result").await;
        // 0, 120 and 10 minutes.
        assert_eq!(total(&time, "resolution"), &json!(2_600.0), "{time}");
        assert_eq!(total(&time, "median"), &json!(600.0));
        let stages = result(&shop, "stage_times/result?from=2026-10-01&to=2026-10-31").await;
        assert_eq!(value(&stages, &["2026-10"], "finance"), &json!(1_800.0), "at once, and an hour: {stages}");
        assert_eq!(value(&stages, &["2026-10"], "warehouse"), &Value::Null);
        let channels = result(&shop, "channels/result").await;
        assert_eq!((value(&channels, &["douyin"], "tickets"), value(&channels, &["taobao"], "tickets")), (&json!(2), &json!(1)));
        let solved = result(&shop, "resolution_rate/result").await;
        assert_eq!(total(&solved, "resolved"), &json!(0.6667), "two of three");
        let tiers = result(&shop, "approvals_by_tier/result").await;
        assert_eq!(
            (value(&tiers, &["auto"], "refunded"), value(&tiers, &["supervisor"], "refunded")),
            (&json!(4_000), &json!(28_800)),
            "{tiers}"
        );
        assert_eq!(value(&tiers, &["supervisor"], "approved"), &json!(0.5));
        let refunds = result(&shop, "refund_time/result").await;
        assert_eq!((total(&refunds, "refund"), total(&refunds, "count")), (&json!(3_600.0), &json!(2)), "0 and 120 minutes");
        let late = result(&shop, "late_responses/result").await;
        assert_eq!(total(&late, "late"), &json!(0.3333), "an hour is late, ten minutes are not");
        let filtered = result(&shop, "return_reasons/result?channel=douyin").await;
        assert_eq!(value(&filtered, &["unwanted"], "tickets"), &json!(1));
        let board = shop.server.get("/api/v1/board", &shop.supervisor).await.expect(200).body;
        assert_eq!(
            (&board["submitted_today"], &board["ended_today"], &board["accept_seconds"]),
            (&json!(3), &json!(3), &json!(300.0)),
            "{board}"
        );
        assert_eq!(board["stages"][0]["stage"], "finance", "the slowest first: {board}");
    }
}

/// L21, U16: where agents are weak by category, which product has which problem, what takes long, and what customers say of whom.
#[tokio::test]
async fn l21_u16_who_is_slow_with_what_and_what_breaks() {
    let shop = Shop::without_rules().await;
    let (expert, _) = shop.server.user("expert", &["agent"]).await;
    let (novice, _) = shop.server.user("novice", &["agent"]).await;
    for (name, category, sku, problem, agent, minutes) in [
        ("a", "家电", "FAN", "家电故障", &novice, 600),
        ("b", "家电", "FAN", "家电故障", &expert, 60),
        ("c", "鞋包", "SHOE", "开线", &novice, 30),
    ] {
        let mut body = request("refund_only", name, 4_000);
        body["order"]["lines"][0]["category"] = json!(category);
        body["order"]["lines"][0]["sku"] = json!(sku);
        body["problem_type"] = json!(problem);
        let ticket = shop.submit(body).await.expect(201).body;
        shop.act(&ticket, "transfer", &shop.supervisor, json!({"assignee": agent, "reason": "分配"})).await.expect(200);
        shop.server.clock.advance_ms(minutes * MINUTE);
        shop.act(&ticket, "approve", &shop.server.owner, json!({})).await.expect(200);
        pay(&shop, &ticket).await;
        let token = shop.act(&ticket, "survey-link", &shop.server.owner, json!({})).await.expect(200).text("token");
        let said = json!({"satisfied": name != "a", "score": if name == "a" { 1 } else { 5 }});
        shop.server.post("/portal/v1/survey", &token, said).await.expect(200);
    }
    let agents = result(&shop, "agent_categories/result").await;
    let of = |who: &str, category: &str, key: &str| value(&agents, &[category, who], key).clone();
    assert_eq!((of("novice", "家电", "resolution"), of("expert", "家电", "resolution")), (json!(36_000.0), json!(3_600.0)), "{agents}");
    assert_eq!(
        (of("novice", "鞋包", "resolution"), of("novice", "家电", "satisfied")),
        (json!(1_800.0), json!(0.0)),
        "not with appliances"
    );
    let products = result(&shop, "products_by_problem/result").await;
    assert_eq!((value(&products, &["FAN", "家电故障"], "tickets"), value(&products, &["SHOE", "开线"], "tickets")), (&json!(2), &json!(1)));
    let times = result(&shop, "time_by_problem/result").await;
    assert_eq!(value(&times, &["家电故障"], "resolution"), &json!(19_800.0), "{times}");
    let feedback = result(&shop, "feedback_by_queue/result").await;
    assert_eq!((total(&feedback, "satisfied"), total(&feedback, "surveyed")), (&json!(0.6667), &json!(3)), "{feedback}");
}

/// D17, D19: what customers say of recommending the shop, and whether they order again within 30 days.
#[tokio::test]
async fn d17_d19_who_recommends_the_shop_and_who_buys_again() {
    let shop = Shop::open().await;
    let owner = &shop.server.owner;
    for (name, recommend) in [("first", json!(10)), ("second", json!(3)), ("third", json!(9)), ("fourth", Value::Null)] {
        let ticket = shop.submit(request("refund_only", name, 4_000)).await.expect(201).body;
        pay(&shop, &ticket).await;
        let token = shop.act(&ticket, "survey-link", owner, json!({})).await.expect(200).text("token");
        let said = json!({"satisfied": true, "score": 5, "recommend": recommend});
        let view = shop.server.post("/portal/v1/survey", &token, said).await.expect(200).body;
        assert_eq!(view["answer"]["recommend"], recommend);
    }
    let nps = result(&shop, "net_promoter_score/result").await;
    assert_eq!((total(&nps, "nps"), total(&nps, "rated")), (&json!(33.3), &json!(3)), "two of three less one of three: {nps}");
    assert_eq!(nps["columns"][column(&nps, "nps")]["unit"], "points");

    // The first customer comes back after ten days, the second after forty.
    let ended: Timestamp = shop.server.get("/api/v1/tickets", &shop.agent).await.expect(200).body["items"][0]["updated_at"]
        .as_str()
        .and_then(|at| at.parse().ok())
        .expect("a moment");
    for (name, days) in [("first", 10), ("second", 40)] {
        let price = json!({"minor": 100, "currency": "CNY"});
        let line = json!({"external_id": "1", "sku": "A", "quantity": 1, "unit_price": price});
        let customer = json!({"external_id": format!("c-{name}")});
        let placed = ended.plus(chrono::Duration::days(days));
        let order = json!({"external_id": format!("again-{name}"), "customer": customer, "placed_at": placed, "lines": [line]});
        shop.server.post("/api/v1/orders", owner, order).await.expect(201);
    }
    let days = "from=2026-01-01&to=2027-12-31";
    let repurchase = result(&shop, &format!("repurchase/result?{days}")).await;
    assert_eq!(total(&repurchase, "repurchase"), &Value::Null, "the 30 days are not over: {repurchase}");
    shop.server.clock.advance_ms(31 * 24 * 60 * MINUTE);
    let repurchase = result(&shop, &format!("repurchase/result?{days}")).await;
    assert_eq!(total(&repurchase, "repurchase"), &json!(0.25), "one of four, the second came too late: {repurchase}");
}

/// What was kept step by step is what counting all timelines afresh gives.
#[tokio::test]
async fn counting_afresh_changes_nothing() {
    let shop = Shop::open().await;
    three(&shop).await;
    let app = &shop.server.app;
    count::fold_all(app).await.unwrap();
    let names =
        ["agents", "categories", "outcomes", "stage_times", "repeated_operations", "completeness", "approvals_by_tier", "handling_time"];
    let mut before = Vec::new();
    for name in names {
        before.push(result(&shop, &format!("{name}/result")).await);
    }
    let id = app.store.tenant(tenant(&shop).await);
    let tickets = shop.server.get("/api/v1/tickets", &shop.agent).await.expect(200).body;
    let mut kept = Vec::new();
    for ticket in tickets["items"].as_array().unwrap() {
        let ticket = ticket["id"].as_str().unwrap().parse().unwrap();
        kept.push((ticket, counted(&id, ticket).await));
    }
    assert_eq!(kept.len(), 3);
    shop.server.post("/api/v1/reports/recount", &shop.supervisor, json!({})).await.expect(202);
    assert_eq!(&result(&shop, "outcomes/result").await, &before[2], "figures stay until a ticket is reached");
    assert_eq!(count::count_all(app).await.unwrap(), 3);
    for folded in [false, true] {
        if folded {
            count::fold_all(app).await.unwrap();
        }
        for (name, before) in names.iter().zip(&before) {
            assert_eq!(&result(&shop, &format!("{name}/result")).await, before, "{name}");
        }
    }
    for (ticket, before) in kept {
        assert_eq!(counted(&id, ticket).await, before);
    }
    // The zone is a parameter: at 08:00 UTC it is the day before on Hawaii's clock only after counting afresh.
    let zone = json!({"name": "时区", "type": "string", "value": "Pacific/Honolulu"});
    shop.server.put("/api/v1/parameters/time_zone", &shop.server.owner, zone).await.expect(200);
    shop.server.post("/api/v1/reports/recount", &shop.supervisor, json!({})).await.expect(202);
    count::fold_all(app).await.unwrap();
    count::count_all(app).await.unwrap();
    let days = result(&shop, "accept_time/result?from=2026-10-04&to=2026-10-05").await;
    assert_eq!(days["zone"], "Pacific/Honolulu");
    let channels = result(&shop, "channels/result?from=2026-10-04&to=2026-10-04").await;
    assert_eq!(channels["totals"][column(&channels, "tickets")], 2, "22:00 on the fourth; the third came at midnight: {channels}");
}

/// What a ticket adds.
async fn counted(store: &TenantStore, id: TicketId) -> Fact {
    let read = store.read::<_, redress_store::Error>(move |tx| {
        Box::pin(async move {
            let ticket = ticket::find(tx, id).await?.expect("it is there");
            fact::find(tx, &ticket).await
        })
    });
    read.await.unwrap().expect("it is counted")
}

async fn tenant(shop: &Shop) -> redress_domain::id::TenantId {
    let me = shop.server.get("/api/v1/me", &shop.server.owner).await.expect(200).body;
    me["tenant"]["id"].as_str().unwrap().parse().unwrap()
}

async fn bytes(shop: &Shop, path: &str, accept: &str) -> (String, Vec<u8>) {
    let request = Request::get(path).header("authorization", format!("Bearer {}", shop.supervisor)).header("accept", accept);
    let response = redress::http::router(shop.server.app.clone()).oneshot(request.body(Body::empty()).unwrap()).await.unwrap();
    assert_eq!(response.status(), 200);
    let kind = response.headers()["content-type"].to_str().unwrap().to_owned();
    (kind, response.into_body().collect().await.unwrap().to_bytes().to_vec())
}

/// Exports hold the figures of the JSON answer, and no text in them is a formula.
#[tokio::test]
async fn exports_are_read_again_and_hold_no_formula() {
    let shop = Shop::open().await;
    three(&shop).await;
    let mut evil = request("refund_only", "evil", 4_500);
    evil["channel"] = json!("=HYPERLINK(\"http://x.example\",\"a,b\")");
    shop.submit(evil).await.expect(201);
    let mut at = request("refund_only", "at", 4_600);
    at["channel"] = json!("@SUM(1+1)*cmd|' /C calc'!A0");
    shop.submit(at).await.expect(201);
    let path = "/api/v1/reports/approvals_by_tier/result";
    let table = shop.server.get(path, &shop.supervisor).await.expect(200).body;
    let rows = table["rows"].as_array().unwrap();

    let (kind, text) = bytes(&shop, path, "text/csv").await;
    assert!(kind.starts_with("text/csv"), "{kind}");
    let text = String::from_utf8(text).unwrap();
    let mut lines = text.strip_prefix('\u{feff}').expect("spreadsheets know UTF-8 by its mark").lines();
    assert_eq!(lines.next(), Some("审批层级,工单数,通过率,申请额,退款额"));
    let supervisor = lines.clone().find(|line| line.starts_with("supervisor")).unwrap();
    assert_eq!(supervisor, "supervisor,2,0.5,588.00,288.00");
    assert_eq!(lines.count(), rows.len() + 1, "rows and totals");

    let (kind, book) = bytes(&shop, &format!("{path}?format=xlsx"), "*/*").await;
    assert!(kind.contains("spreadsheetml"), "{kind}");
    let mut book: Xlsx<_> = Xlsx::new(std::io::Cursor::new(book)).unwrap();
    assert_eq!(book.sheet_names(), ["分层审批"]);
    let sheet = book.worksheet_range("分层审批").unwrap();
    let cells: Vec<Vec<Data>> = sheet.rows().map(<[Data]>::to_vec).collect();
    assert_eq!(cells[0][1], Data::String("工单数".to_owned()));
    let line = cells.iter().find(|row| row[0] == Data::String("supervisor".to_owned())).unwrap();
    assert_eq!(line[1..], [2.0, 0.5, 588.0, 288.0].map(Data::Float));
    assert_eq!(cells.len(), rows.len() + 2);

    let path = "/api/v1/reports/channels/result";
    let (_, text) = bytes(&shop, &format!("{path}?format=csv"), "*/*").await;
    let mut reader = csv_rows(&text);
    reader.retain(|row| row[0].starts_with('\''));
    let mut guarded: Vec<&str> = reader.iter().map(|row| row[0].as_str()).collect();
    guarded.sort_unstable();
    assert_eq!(guarded, ["'=HYPERLINK(\"http://x.example\",\"a,b\")", "'@SUM(1+1)*cmd|' /C calc'!A0"]);
    let (_, book) = bytes(&shop, &format!("{path}?format=xlsx"), "*/*").await;
    let mut book: Xlsx<_> = Xlsx::new(std::io::Cursor::new(book)).unwrap();
    let name = book.sheet_names()[0].clone();
    assert!(book.worksheet_formula(&name).unwrap().cells().all(|(_, _, formula)| formula.is_empty()), "a text is a text");
    let texts: Vec<String> = book.worksheet_range(&name).unwrap().rows().map(|row| row[0].to_string()).collect();
    assert!(texts.iter().any(|text| text.starts_with("=HYPERLINK")), "{texts:?}");
}

/// Fields of simple CSV: quotes double themselves.
fn csv_rows(bytes: &[u8]) -> Vec<Vec<String>> {
    csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .from_reader(bytes)
        .records()
        .map(|record| record.unwrap().iter().map(str::to_owned).collect())
        .collect()
}

/// Z32: a merchant copies a report of the house, changes it, and runs one without keeping it.
#[tokio::test]
async fn z32_merchants_define_reports() {
    let shop = Shop::open().await;
    three(&shop).await;
    let server = &shop.server;
    let listed = server.get("/api/v1/reports", &shop.finance).await.expect(200).body;
    let mut definition =
        listed["items"].as_array().unwrap().iter().find(|item| item["id"] == "channels").expect("it ships")["definition"].clone();
    definition["name"] = json!("退款渠道");
    definition["filters"] = json!([{"dimension": "queue", "any_of": ["default"]}]);
    let draft = json!({"definition": definition});
    server.post("/api/v1/reports", &shop.finance, draft.clone()).await.expect(403);
    server.get("/api/v1/reports", &shop.agent).await.expect(403);
    let made = server.post("/api/v1/reports", &shop.supervisor, draft.clone()).await.expect(201);
    assert_eq!(made.header("etag"), Some("\"1\""));
    let id = made.text("id");
    let table = result(&shop, &format!("{id}/result")).await;
    assert_eq!((table["name"].as_str(), total(&table, "tickets")), (Some("退款渠道"), &json!(3)), "the queue is named by its key");
    let run = server
        .post("/api/v1/reports/run", &shop.finance, json!({"definition": definition, "from": "2026-10-01", "to": "2026-10-31"}))
        .await;
    assert_eq!(run.expect(200).body["rows"], table["rows"]);

    let mut wrong = draft.clone();
    wrong["definition"]["measures"][0]["kind"] = json!("average");
    wrong["definition"]["dimensions"] = json!(["channel", "channel"]);
    let refused = server.post("/api/v1/reports", &shop.supervisor, wrong.clone()).await.expect(422);
    assert_eq!(refused.pointers(), ["/definition/measures/0/field", "/definition/dimensions/1"]);
    let refused = server.post("/api/v1/reports/run", &shop.finance, wrong).await.expect(422);
    assert_eq!(refused.code(), "invalid");
    let unknown = json!({"definition": {"name": "x", "dimensions": ["sql; DROP TABLE ticket"]}});
    server.post("/api/v1/reports/run", &shop.finance, unknown).await.expect(422);
    for query in ["from=2026-12-01&to=2026-01-01", "from=1900-01-01", "format=pdf", "grain=day", "from=yesterday"] {
        let refused = server.get(&format!("/api/v1/reports/{id}/result?{query}"), &shop.finance).await.expect(400);
        assert_eq!(refused.code(), "invalid_query", "{query}");
    }
    server.get("/api/v1/reports/rep_00000000000000000000000000000000/result", &shop.finance).await.expect(404);
    server.get("/api/v1/reports/nothing", &shop.finance).await.expect(404);

    let path = format!("/api/v1/reports/{id}");
    let mut changed = draft.clone();
    changed["definition"]["chart"] = json!("bar");
    let key = &shop.supervisor;
    let put = |version: &'static str| {
        let (path, body) = (path.clone(), changed.to_string().into_bytes());
        async move { server.send(axum::http::Method::PUT, &path, key, &[("if-match", version)], Some(body)).await }
    };
    assert_eq!(put("\"1\"").await.expect(200).body["version"], 2);
    assert_eq!(put("\"1\"").await.expect(412).code(), "stale_version");
    server.put("/api/v1/reports/channels", &shop.supervisor, changed.clone()).await.expect(409);
    server.delete("/api/v1/reports/channels", &shop.supervisor).await.expect(409);
    server.delete(&path, &shop.supervisor).await.expect(204);
    server.get(&path, &shop.supervisor).await.expect(404);
    let stranger = server.open_tenant("stranger").await;
    let made = server.post("/api/v1/reports", &shop.supervisor, draft).await.expect(201).text("id");
    server.get(&format!("/api/v1/reports/{made}"), &stranger).await.expect(404);
    let theirs = server.get("/api/v1/reports/channels/result", &stranger).await.expect(200).body;
    assert_eq!(theirs["rows"], json!([]), "nobody counts another's tickets");
}

/// Scheduled mail: at its hour it is in the outbox once, with the file.
#[tokio::test]
async fn reports_go_out_by_themselves_once() {
    let shop = Shop::open().await;
    three(&shop).await;
    let server = &shop.server;
    let definition = server.get("/api/v1/reports/channels", &shop.supervisor).await.expect(200).body["definition"].clone();
    let mut draft = json!({"definition": definition, "schedule": {
        "cron": "0 9 * * *", "zone": "Asia/Shanghai", "recipients": ["nobody"], "format": "csv"}});
    let refused = server.post("/api/v1/reports", &shop.supervisor, draft.clone()).await.expect(422);
    assert_eq!(refused.pointers(), ["/schedule/recipients/0"]);
    draft["schedule"]["recipients"] = json!(["boss@shop.example"]);
    let made = server.post("/api/v1/reports", &shop.supervisor, draft).await.expect(201).body;
    assert_eq!(made["next_at"], "2026-10-06T01:00:00Z");
    assert_eq!(send_due(&server.app).await.unwrap(), 0, "not before its hour");
    server.clock.advance_ms(24 * 60 * MINUTE);
    assert_eq!(send_due(&server.app).await.unwrap(), 1);
    assert_eq!(send_due(&server.app).await.unwrap(), 0, "once");
    let again = server.get(&format!("/api/v1/reports/{}", made["id"].as_str().unwrap()), &shop.supervisor).await.expect(200).body;
    assert_eq!(again["next_at"], "2026-10-07T01:00:00Z", "{again}");
    let sent = server.get("/api/v1/outbox?event=report.due", &server.owner).await;
    let sent = if sent.status == 200 { sent } else { server.get("/api/v1/outbox", &server.owner).await.expect(200) };
    let mail = sent.body["items"].as_array().unwrap().iter().find(|message| message["event"] == "report.due").expect("it waits").clone();
    assert_eq!(mail["channel"], "email");
}

/// Z36: a report stops with its author's permission, and with the first rule that hides what it shows.
#[tokio::test]
async fn z36_mail_stops_when_its_author_may_not_see_it_any_more() {
    for hidden in [false, true] {
        let shop = Shop::open().await;
        three(&shop).await;
        let server = &shop.server;
        let definition = server.get("/api/v1/reports/problem_types", &shop.supervisor).await.expect(200).body["definition"].clone();
        let draft = json!({"definition": definition, "schedule": {
            "cron": "0 9 * * *", "zone": "Asia/Shanghai", "recipients": ["boss@shop.example"], "format": "csv"}});
        let made = server.post("/api/v1/reports", &shop.supervisor, draft).await.expect(201).body;
        server.clock.advance_ms(24 * 60 * MINUTE);
        assert_eq!(send_due(&server.app).await.unwrap(), 1);
        let role = if hidden {
            json!({"approval_rank": 1, "permissions": ["ticket:read", "report:read", "report:write"],
                "fields": [{"resource": "tickets", "field": "problem_type", "access": "hidden"}]})
        } else {
            json!({"approval_rank": 1, "permissions": ["ticket:read"]})
        };
        server.put("/api/v1/roles/supervisor", &server.owner, role).await.expect(200);
        server.clock.advance_ms(24 * 60 * MINUTE);
        assert_eq!(send_due(&server.app).await.unwrap(), 0, "hidden: {hidden}");
        let path = format!("/api/v1/reports/{}", made["id"].as_str().unwrap());
        assert_eq!(server.get(&path, &server.owner).await.expect(200).body["next_at"], Value::Null, "it stops");
    }
}

/// Z36: what is taken off a net score would be found out by subtracting: it is looked at like everything else.
#[tokio::test]
async fn z36_a_net_score_takes_off_nothing_hidden() {
    let shop = Shop::open().await;
    let role = json!({"approval_rank": 1, "permissions": ["ticket:read", "report:read", "report:write"],
        "fields": [{"resource": "tickets", "field": "problem_type", "access": "hidden"}]});
    shop.server.put("/api/v1/roles/supervisor", &shop.server.owner, role).await.expect(200);
    let mut template = shop.server.get("/api/v1/reports/net_promoter_score", &shop.supervisor).await.expect(200).body["definition"].clone();
    template["measures"] = json!([{"key": "net", "label": "净值", "kind": "net_score", "flag": "ended", "less": "quality", "of": "ended"}]);
    let refused = shop.server.post("/api/v1/reports", &shop.supervisor, json!({"definition": template.clone()})).await.expect(403);
    assert_eq!(refused.code(), "forbidden", "{}", refused.body);
    template["measures"][0]["less"] = json!("resolved");
    shop.server.post("/api/v1/reports", &shop.supervisor, json!({"definition": template})).await.expect(201);
}

/// What stops one tenant's figures stops nobody else's.
#[tokio::test]
async fn one_tenant_that_cannot_be_folded_stops_no_other() {
    let shop = Shop::open().await;
    three(&shop).await;
    let stranger = shop.server.open_tenant("stranger").await;
    shop.server.post("/api/v1/tickets", &stranger, request("refund_only", "other", 4_000)).await.expect(201);
    // Somebody's fact is damaged.
    let damage = "UPDATE ticket_fact SET folded = 'no JSON' WHERE tenant_id = (SELECT tenant_id FROM ticket_fact GROUP BY tenant_id \
                  ORDER BY COUNT(*) DESC LIMIT 1)";
    shop.server.sql(damage).await;
    assert_eq!(count::fold_all(&shop.server.app).await.unwrap(), 2, "the stranger's ticket and order");
    let theirs = shop.server.get("/api/v1/reports/channels/result", &stranger).await.expect(200).body;
    assert_eq!(theirs["rows"].as_array().map(Vec::len), Some(1), "{theirs}");
}

/// Z42, Z25: what reaches finance within a day is in time; a withdrawn request is no return.
#[tokio::test]
async fn z42_requests_reach_finance_in_time_or_not() {
    let shop = Shop::open().await;
    three(&shop).await;
    let late = shop.submit(request("refund_only", "late", 28_800)).await.expect(201).body;
    shop.server.clock.advance_ms(25 * 60 * MINUTE);
    shop.act(&late, "approve", &shop.supervisor, json!({})).await.expect(200);
    let table = result(&shop, "refund_to_finance/result").await;
    assert_eq!((total(&table, "to_finance"), total(&table, "in_time")), (&json!(3), &json!(0.6667)), "{table}");
    let returns = async || total(&result(&shop, "return_rate_by_month/result").await, "returns").clone();
    let before = returns().await;
    let gone = shop.submit(request("refund_only", "gone", 28_800)).await.expect(201).body;
    assert_eq!(returns().await.as_i64(), before.as_i64().map(|count| count + 1));
    shop.act(&gone, "cancel", &shop.agent, json!({})).await.expect(200);
    assert_eq!(returns().await, before);
}

/// U17: a bad batch raises one alarm, a task and an event; the list names it.
#[tokio::test]
async fn u17_a_bad_batch_raises_one_alarm() {
    let shop = Shop::open().await;
    let server = &shop.server;
    for n in 0..60 {
        let mut claim = request("refund_only", &format!("b{n}"), 4_000);
        let bad = n < 12;
        claim["order"]["lines"][0]["sku"] = json!(if bad { "MILK".to_owned() } else { format!("SKU-{}", n % 8) });
        claim["lines"][0]["reason"] = json!(if bad { "包装破损" } else { "unwanted" });
        claim["fields"] = json!({"batch": if bad { "2026-08" } else { "2026-07" }});
        shop.submit(claim).await.expect(201);
    }
    let found = server.get("/api/v1/reports/defects", &shop.supervisor).await.expect(200).body;
    let items = found["items"].as_array().unwrap();
    assert!(items.iter().any(|item| item["sku"] == "MILK" && item["batch"] == "2026-08" && item["quality"] == 12), "{found}");
    assert!(items.iter().all(|item| item["sku"] == "MILK"), "{found}");
    let strict = server.get("/api/v1/reports/defects?at_least=13", &shop.supervisor).await.expect(200).body;
    assert_eq!(strict["items"], json!([]));
    server.get("/api/v1/reports/defects?days=0", &shop.supervisor).await.expect(400);
    assert_eq!(sweep(&server.app).await.unwrap(), 2, "the batch, and the product as a whole");
    assert_eq!(sweep(&server.app).await.unwrap(), 0, "people are told once");
    let tasks = server.get("/api/v1/tasks", &shop.supervisor).await.expect(200).body;
    let told = tasks["items"].as_array().unwrap().iter().filter(|task| task["title"].as_str().unwrap().contains("MILK")).count();
    assert_eq!(told, 2, "{tasks}");
    server.clock.advance_ms(31 * 24 * 60 * MINUTE);
    assert_eq!(sweep(&server.app).await.unwrap(), 0, "what is over raises nothing");
}

/// L2, L20: one list finds a ticket by what people type.
#[tokio::test]
async fn tickets_are_found_by_what_people_type() {
    let shop = Shop::open().await;
    three(&shop).await;
    for (typed, count) in [("太小", 3), ("c-large", 1), ("o-small", 1), ("AS0000", 3), ("customer 4", 3), ("太大", 0)] {
        let path = format!("/api/v1/tickets?q={}", typed.replace(' ', "%20"));
        let found = shop.server.get(&path, &shop.agent).await.expect(200).body;
        assert_eq!(found["items"].as_array().unwrap().len(), count, "{typed}");
    }
    let found = shop.server.get("/api/v1/tickets?q=%E5%A4%AA%E5%B0%8F&channel=taobao", &shop.agent).await.expect(200).body;
    assert_eq!(found["items"].as_array().unwrap().len(), 1, "filters hold too");
    shop.server.get("/api/v1/tickets?q=", &shop.agent).await.expect(400);
}
