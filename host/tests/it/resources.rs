//! The resources around tickets.

use axum::http::Method;
use serde_json::{Value, json};

use crate::support::Server;

fn order(id: &str, quantity: u32) -> Value {
    json!({"external_id": id, "customer": {"external_id": "c-1", "member_level": "vip"}, "placed_at": "2026-10-01T08:00:00Z",
        "paid": {"minor": 200, "currency": "CNY"},
        "lines": [{"external_id": "1", "sku": "FEEDER", "title": "自动喂食器", "quantity": quantity, "unit_price": {"minor": 100, "currency": "CNY"}}]})
}

#[tokio::test]
async fn an_order_is_added_then_replaced() {
    let server = Server::start().await;
    let first = server.post("/api/v1/orders", &server.owner, order("o-1", 2)).await.expect(201);
    assert_eq!(first.body["paid"], json!({"minor": 200, "currency": "CNY"}));
    let again = server.post("/api/v1/orders", &server.owner, order("o-1", 1)).await.expect(200);
    assert_eq!(again.body["id"], first.body["id"]);
    let found = server.get("/api/v1/orders?external_id=o-1", &server.owner).await.expect(200);
    assert_eq!(found.body["items"][0]["lines"][0]["quantity"], 1);
    let customer = server.get("/api/v1/customers?external_id=c-1", &server.owner).await.expect(200);
    assert_eq!(customer.body["items"][0]["id"], first.body["customer"]);
    assert_eq!(customer.body["items"][0]["member_level"], "vip");
}

#[tokio::test]
async fn a_batch_stores_what_is_right_and_reports_the_rest() {
    let server = Server::start().await;
    server.post("/api/v1/orders", &server.owner, order("o-1", 2)).await.expect(201);
    let mut foreign = order("o-3", 1);
    foreign["lines"][0]["unit_price"]["currency"] = json!("USD");
    let body = json!({"orders": [order("o-1", 1), order("o-2", 1), foreign, order("o-4", 0)]});
    let reply = server.post("/api/v1/orders/bulk", &server.owner, body).await.expect(200);
    let statuses: Vec<&str> = reply.body["items"].as_array().unwrap().iter().map(|item| item["status"].as_str().unwrap()).collect();
    assert_eq!(statuses, ["updated", "created", "refused", "refused"]);
    assert_eq!((&reply.body["created"], &reply.body["updated"], &reply.body["refused"]), (&json!(1), &json!(1), &json!(2)));
    assert_eq!(reply.body["items"][2]["errors"][0]["pointer"], "/lines/0/unit_price");
    assert_eq!(reply.body["items"][3]["errors"][0]["pointer"], "/lines/0/quantity");
    let many: Vec<Value> = (0..1_001).map(|n| order(&format!("x-{n}"), 1)).collect();
    server.post("/api/v1/orders/bulk", &server.owner, json!({"orders": many})).await.expect(422);
}

#[tokio::test]
async fn an_order_in_two_currencies_is_refused() {
    let server = Server::start().await;
    let mut foreign = order("o-1", 1);
    foreign["paid"]["currency"] = json!("USD");
    assert_eq!(server.post("/api/v1/orders", &server.owner, foreign).await.expect(422).code(), "foreign_currency");
    let mut negative = order("o-1", 1);
    negative["paid"]["minor"] = json!(-1);
    let reply = server.post("/api/v1/orders", &server.owner, negative).await.expect(422);
    assert_eq!((reply.code(), reply.pointers()), ("invalid", vec!["/paid"]));
}

#[tokio::test]
async fn parameters_have_seven_types_and_their_limits() {
    let server = Server::start().await;
    let owner = &server.owner;
    let values = [
        ("boolean", json!(true)),
        ("number", json!("12.50")),
        ("string", json!("近半年")),
        ("set", json!(["a", "b"])),
        ("department", json!("support")),
        ("person", json!("usr")),
        ("role", json!("supervisor")),
    ];
    for (kind, value) in values {
        let body = json!({"name": "参数", "description": "", "type": kind, "value": value});
        let stored = server.put(&format!("/api/v1/parameters/p.{kind}"), owner, body).await.expect(200);
        assert_eq!((&stored.body["type"], &stored.body["value"]), (&json!(kind), &value));
    }
    let listed = server.get("/api/v1/parameters", owner).await.expect(200);
    assert_eq!(listed.body["items"].as_array().unwrap().len(), 7);
    for (body, pointer) in [
        (json!({"name": "", "type": "string", "value": "x"}), "/name"),
        (json!({"name": "长".repeat(101), "type": "string", "value": "x"}), "/name"),
        (json!({"name": "n", "description": "长".repeat(301), "type": "string", "value": "x"}), "/description"),
        (json!({"name": "n", "type": "number", "value": 1.5}), "/value"),
        (json!({"name": "n", "type": "boolean", "value": "true"}), "/value"),
        (json!({"name": "n", "type": "set", "value": [1]}), "/value"),
    ] {
        let reply = server.put("/api/v1/parameters/p", owner, body).await.expect(422);
        assert_eq!((reply.code(), reply.pointers()), ("invalid", vec![pointer]));
    }
    server.put("/api/v1/parameters/Not%20A%20Code", owner, json!({"name": "n", "type": "string", "value": "x"})).await.expect(422);
    server.delete("/api/v1/parameters/p.set", owner).await.expect(204);
    server.get("/api/v1/parameters/p.set", owner).await.expect(404);
}

#[tokio::test]
async fn a_webhook_shows_its_secret_once_and_takes_only_addresses() {
    let server = Server::start().await;
    let owner = &server.owner;
    for url in ["ftp://shop.example", "shop.example", "", "http://", "https://user:secret@shop.example/"] {
        let reply = server.post("/api/v1/webhooks", owner, json!({"url": url})).await.expect(422);
        assert_eq!((reply.code(), reply.pointers()), ("invalid", vec!["/url"]), "{url}");
    }
    let reply = server.post("/api/v1/webhooks", owner, json!({"url": "https://a.example", "events": ["Ticket Created"]})).await;
    assert_eq!(reply.expect(422).pointers(), ["/events/0"]);
    let made = server.post("/api/v1/webhooks", owner, json!({"url": "https://a.example/h", "events": ["ticket.*"]})).await.expect(201);
    assert!(made.text("secret").starts_with("whsec_"));
    let path = format!("/api/v1/webhooks/{}", made.text("id"));
    assert!(server.get(&path, owner).await.expect(200).body.get("secret").is_none());
    let message = server.post(&format!("{path}/test"), owner, json!({})).await.expect(202);
    assert_eq!(message.body["state"], "pending");
    let listed = server.get("/api/v1/outbox?state=pending", owner).await.expect(200);
    assert_eq!(listed.body["items"][0]["id"], message.body["id"]);
    let id = message.text("id");
    assert_eq!(server.get(&format!("/api/v1/outbox/{id}"), owner).await.expect(200).body["log"], json!([]));
    server.send(Method::POST, &format!("/api/v1/outbox/{id}/resend"), owner, &[], None).await.expect(200);
    server.delete(&path, owner).await.expect(204);
    server.get(&path, owner).await.expect(404);
}

#[tokio::test]
async fn a_tenant_always_has_one_default_queue() {
    let server = Server::start().await;
    let owner = &server.owner;
    let made = server.post("/api/v1/queues", owner, json!({"key": "vip", "name": "VIP", "is_default": true})).await.expect(201);
    let listed = server.get("/api/v1/queues", owner).await.expect(200);
    let defaults: Vec<&Value> = listed.body["items"].as_array().unwrap().iter().filter(|queue| queue["is_default"] == true).collect();
    assert_eq!(defaults, [&made.body]);
    let path = format!("/api/v1/queues/{}", made.text("id"));
    assert_eq!(server.patch(&path, owner, &[], json!({"is_default": false})).await.expect(422).pointers(), ["/is_default"]);
}

#[tokio::test]
async fn users_name_roles_and_queues_that_exist() {
    let server = Server::start().await;
    let body = json!({"email": "ann@shop.example", "name": "Ann", "roles": ["king"], "queues": ["nowhere"]});
    let reply = server.post("/api/v1/users", &server.owner, body).await.expect(422);
    assert_eq!((reply.code(), reply.pointers()), ("unknown_reference", vec!["/roles/0", "/queues/0"]));
    let reply = server.post("/api/v1/users", &server.owner, json!({"email": "ann", "name": "Ann"})).await.expect(422);
    assert_eq!(reply.pointers(), ["/email"]);
}

#[tokio::test]
async fn what_is_no_component_is_rejected_with_findings() {
    let server = Server::start().await;
    let headers = [("content-type", "application/wasm")];
    for bytes in [b"".to_vec(), b"nonsense".to_vec(), b"\0asm\x01\0\0\0".to_vec(), b"\0asm\x0d\0\x01\0".to_vec()] {
        let reply = server.send(Method::POST, "/api/v1/plugins", &server.owner, &headers, Some(bytes)).await.expect(422);
        assert_eq!(reply.code(), "plugin_rejected");
        assert!(reply.body["errors"].as_array().is_some_and(|found| !found.is_empty() && found[0]["code"].is_string()), "{}", reply.body);
    }
}

#[tokio::test]
async fn a_binding_names_a_plugin_that_exists() {
    let server = Server::start().await;
    let body = json!({"hook": "routing", "plugin": "router", "config": {}});
    let reply = server.post("/api/v1/bindings", &server.owner, body).await.expect(422);
    assert_eq!((reply.code(), reply.pointers()), ("unknown_reference", vec!["/plugin"]));
    let body = json!({"hook": "dancing", "plugin": "router"});
    assert_eq!(server.post("/api/v1/bindings", &server.owner, body).await.expect(422).code(), "invalid_body");
}
