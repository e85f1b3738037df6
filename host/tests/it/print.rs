//! Papers over HTTP.

use serde_json::{Value, json};

use crate::shop::{Shop, request};
use crate::support::Server;

/// A template that prints the ticket's number and the customer, in place of the shipped one.
const OWN: &str = "#import \"/redress.typ\": *\n= 我们的退货单\n#data.ticket.number #soft(data.customer.name)";

fn template(kind: &str, source: &str) -> Value {
    json!({"name": "我们的退货单", "kind": kind, "source": source})
}

async fn submitted(shop: &Shop) -> Value {
    let body = request("return_refund", "print", 28_800);
    shop.submit(body).await.expect(201).body
}

/// Z33: one click, one PDF.
#[tokio::test]
async fn z33_a_ticket_is_printed_with_every_shipped_template() {
    let shop = Shop::without_rules().await;
    let ticket = submitted(&shop).await;
    let id = ticket["id"].as_str().unwrap();
    for key in ["service_report", "dispatch_order", "repair_confirmation", "return_slip"] {
        let path = format!("/api/v1/tickets/{id}/print/{key}?locale=zh-CN&link=https://shop.example/r/42");
        let reply = shop.server.get(&path, &shop.agent).await.expect(200);
        assert_eq!(reply.header("content-type"), Some("application/pdf"));
        assert_eq!(reply.header("cache-control"), Some("no-store"));
        let name = format!("inline; filename=\"{key}-{}.pdf\"", ticket["number"].as_str().unwrap());
        assert_eq!(reply.header("content-disposition"), Some(name.as_str()));
        assert!(reply.body.as_str().is_some_and(|text| text.starts_with("%PDF-1.7")), "{key}");
    }
    let data = shop.server.get(&format!("/api/v1/tickets/{id}/print-data?locale=zh-CN"), &shop.agent).await.expect(200).body;
    assert_eq!(data["now"], "2026-10-05 16:00", "eight in the morning in London is four in the afternoon in Shanghai");
    assert_eq!(data["ticket"]["number"], ticket["number"]);
    assert_eq!(data["lines"][0]["title"], "自动喂食器");
    assert_eq!((&data["total"]["text"], &data["total"]["currency"]), (&json!("288.00"), &json!("CNY")));
    let data = shop.server.get(&format!("/api/v1/tickets/{id}/print-data?locale=en"), &shop.agent).await.expect(200).body;
    assert_eq!((&data["now"], &data["shop"].get("return_address")), (&json!("2026-10-05 08:00"), &None));
    let address = json!({"name": "退货地址", "type": "string", "value": "杭州市一号仓"});
    shop.server.put("/api/v1/parameters/return_address", &shop.server.owner, address).await.expect(200);
    let data = shop.server.get(&format!("/api/v1/tickets/{id}/print-data?locale=en"), &shop.agent).await.expect(200).body;
    assert_eq!(data["shop"]["return_address"], "杭州市一号仓", "where the slip sends the goods");
}

#[tokio::test]
async fn what_cannot_be_printed_is_refused() {
    let shop = Shop::without_rules().await;
    let ticket = submitted(&shop).await;
    let path = |rest: &str| format!("/api/v1/tickets/{}/print/{rest}", ticket["id"].as_str().unwrap());
    let cases = [
        ("no_such_paper", 404, "not_found"),
        ("pick_list", 400, "invalid_query"),
        ("return_slip?link=javascript:alert(1)", 400, "invalid_query"),
        ("return_slip?time_zone=Mars/Olympus", 400, "invalid_query"),
        ("return_slip?paper=a5", 400, "invalid_query"),
    ];
    for (rest, status, code) in cases {
        assert_eq!(shop.server.get(&path(rest), &shop.agent).await.expect(status).code(), code, "{rest}");
    }
    let elsewhere = shop.server.open_tenant("elsewhere").await;
    shop.server.get(&path("return_slip"), &elsewhere).await.expect(404);
    assert_eq!(shop.server.get(&path("return_slip"), "").await.expect(401).code(), "unauthenticated");
}

/// Z33: merchants write templates of their own.
#[tokio::test]
async fn z33_an_own_template_takes_the_place_of_the_shipped_one() {
    let shop = Shop::without_rules().await;
    let ticket = submitted(&shop).await;
    let (server, owner) = (&shop.server, &shop.server.owner);
    let listed = server.get("/api/v1/print-templates", &shop.agent).await.expect(200).body;
    let keys: Vec<&str> = listed["items"].as_array().unwrap().iter().filter_map(|one| one["key"].as_str()).collect();
    assert_eq!(keys, ["dispatch_order", "pick_list", "repair_confirmation", "return_slip", "service_report"]);
    let shipped = server.get("/api/v1/print-templates/return_slip", &shop.agent).await.expect(200).body;
    assert!(shipped["source"].as_str().unwrap().contains("paper.with") && shipped["sample"]["ticket"].is_object(), "{shipped}");

    // Wrong ones are told line by line and not kept.
    let wrong = "#import \"/redress.typ\": *\n\n#data.ticket.nummer";
    let path = "/api/v1/print-templates/return_slip";
    let report = json!({"kind": "return_slip", "source": wrong});
    let report = server.post("/api/v1/print-templates/check", owner, report).await.expect(200).body;
    assert_eq!((&report["valid"], &report["pages"]), (&json!(false), &Value::Null));
    assert_eq!((&report["findings"][0]["line"], &report["findings"][0]["severity"]), (&json!(3), &json!("error")), "{report}");
    let refused = server.put(path, owner, template("return_slip", wrong)).await.expect(422);
    assert_eq!((refused.code(), refused.pointers()), ("template_rejected", vec!["/source"]));
    assert!(refused.text("detail").contains("line 3: "), "{}", refused.body);
    let refused = server.put(path, owner, template("service_report", OWN)).await.expect(422);
    assert_eq!(refused.pointers(), ["/kind"]);
    assert_eq!(server.put(path, &shop.agent, template("return_slip", OWN)).await.expect(403).code(), "forbidden");

    let before =
        shop.server.get(&format!("/api/v1/tickets/{}/print/return_slip", ticket["id"].as_str().unwrap()), &shop.agent).await.expect(200);
    let kept = server.put(path, owner, template("return_slip", OWN)).await.expect(200);
    assert_eq!((kept.header("etag"), &kept.body["shipped"]), (Some("\"1\""), &json!(false)));
    let after =
        shop.server.get(&format!("/api/v1/tickets/{}/print/return_slip", ticket["id"].as_str().unwrap()), &shop.agent).await.expect(200);
    assert!(after.body != before.body, "another paper");

    let body = template("return_slip", &format!("{OWN}\n谢谢")).to_string().into_bytes();
    let stale = server.send(axum::http::Method::PUT, path, owner, &[("if-match", "\"7\"")], Some(body.clone())).await.expect(412);
    assert_eq!(stale.code(), "stale_version");
    let changed = server.send(axum::http::Method::PUT, path, owner, &[("if-match", "\"1\"")], Some(body)).await.expect(200);
    assert_eq!(changed.body["version"], 2);

    server.delete(path, owner).await.expect(204);
    server.delete(path, owner).await.expect(404);
    assert_eq!(server.get(path, &shop.agent).await.expect(200).body["shipped"], true, "the shipped one is back");
}

/// D11: the warehouse prints what it fetches.
#[tokio::test]
async fn d11_a_pick_list_is_printed_as_the_warehouse_gives_it() {
    let shop = Shop::without_rules().await;
    let ticket = submitted(&shop).await;
    let list = json!({
        "stops": [{"location": "A-02-10", "sku": "FEEDER-1", "quantity": 2,
                   "shares": [{"ticket": ticket["id"], "number": ticket["number"], "quantity": 2, "purpose": "exchange"}]}],
        "short": [{"ticket": ticket["id"], "number": ticket["number"], "sku": "BOWL", "quantity": 1, "purpose": "resend",
                   "priority": "high", "since": "2026-10-05T08:00:00Z"}]
    });
    let order = json!({"list": list, "number": "PL-1", "warehouse": "海宁退货仓", "titles": {"FEEDER-1": "自动喂食器"}, "locale": "zh-CN"});
    let reply = shop.server.post("/api/v1/print/pick-list", &shop.warehouse, order.clone()).await.expect(200);
    assert!(reply.body.as_str().is_some_and(|text| text.starts_with("%PDF")));
    assert_eq!(reply.header("content-disposition"), Some("inline; filename=\"pick_list-PL-1.pdf\""));
    let mut wrong = order;
    wrong["template"] = json!("return_slip");
    assert_eq!(shop.server.post("/api/v1/print/pick-list", &shop.warehouse, wrong).await.expect(422).pointers(), ["/template"]);
}

#[tokio::test]
async fn a_preview_needs_no_ticket_and_keeps_nothing() {
    let shop = Shop::without_rules().await;
    let (server, owner) = (&shop.server, &shop.server.owner);
    for body in [json!({"kind": "pick_list"}), json!({"kind": "return_slip", "source": OWN, "locale": "en"})] {
        let reply = server.post("/api/v1/print/preview", owner, body).await.expect(200);
        assert!(reply.body.as_str().is_some_and(|text| text.starts_with("%PDF")));
    }
    let refused = server.post("/api/v1/print/preview", owner, json!({"kind": "return_slip", "source": "#read(\"/etc/passwd\")"})).await;
    let refused = refused.expect(422);
    assert!(refused.code() == "template_rejected" && refused.text("detail").contains("reads only"), "{}", refused.body);
    server.post("/api/v1/print/preview", &shop.agent, json!({"kind": "pick_list"})).await.expect(403);
    assert_eq!(server.get("/api/v1/print-templates", owner).await.expect(200).body["items"].as_array().unwrap().len(), 5);
}

#[tokio::test]
async fn without_a_font_nothing_is_printed_and_the_answer_says_what_to_install() {
    let folder = tempfile::TempDir::new().unwrap();
    let path = folder.path().to_owned();
    let server = Server::start_with(|config| config.print.fonts_dir = path).await;
    let refused = server.post("/api/v1/print/preview", &server.owner, json!({"kind": "pick_list"})).await.expect(503);
    assert_eq!(refused.code(), "font_missing");
    assert!(refused.text("detail").contains("fonts-noto-cjk"), "{}", refused.body);
}
