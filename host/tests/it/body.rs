//! Bodies that cannot be understood say why and where.

use axum::http::Method;
use serde_json::json;

use crate::support::Server;

async fn post(server: &Server, path: &str, body: &str) -> crate::support::Reply {
    server.send(Method::POST, path, &server.owner, &[], Some(body.as_bytes().to_vec())).await
}

#[tokio::test]
async fn malformed_json_is_told_with_its_place() {
    let server = Server::start().await;
    for body in ["", "{", "{\"key\": \"vip\",\n  \"name\" \"VIP\"}", "{\"key\": \"vip\", \"name\": \"VIP\"} trailing"] {
        let reply = post(&server, "/api/v1/queues", body).await.expect(400);
        assert_eq!(reply.code(), "malformed_json", "{body}");
    }
    let reply = post(&server, "/api/v1/queues", "{\"key\": \"vip\",\n  \"name\" \"VIP\"}").await;
    assert!(reply.text("detail").contains("line 2"), "{}", reply.body);
}

#[tokio::test]
async fn the_character_that_no_database_keeps_is_refused_everywhere() {
    let server = Server::start().await;
    let reply = post(&server, "/api/v1/queues", "{\"key\": \"vip\",\n  \"name\": \"V\\u0000P\"}").await.expect(422);
    assert_eq!(reply.code(), "invalid_body");
    assert!(reply.text("detail").contains("line 2, column 13"), "{}", reply.body);
    post(&server, "/api/v1/queues", r#"{"key": "vip", "name": "a backslash, \\u0000, is no such character"}"#).await.expect(201);
    let reply = server.send(Method::GET, "/api/v1/customers?external_id=%00", &server.owner, &[], None).await.expect(400);
    assert_eq!(reply.code(), "invalid_query");
    server.send(Method::DELETE, "/api/v1/parameters/a%00b", &server.owner, &[], None).await.expect(404);
}

#[tokio::test]
async fn an_unknown_field_is_named_with_its_pointer() {
    let server = Server::start().await;
    let reply = post(&server, "/api/v1/queues", r#"{"key": "vip", "nmae": "VIP"}"#).await.expect(400);
    assert_eq!(reply.code(), "unknown_field");
    assert_eq!(reply.pointers(), ["/nmae"]);
    assert!(reply.text("detail").contains("nmae"));
    let nested = r#"{"external_id": "o-1", "lines": [{"external_id": "1", "sku": "S", "quantity": 1, "colour": "red",
        "unit_price": {"minor": 1, "currency": "CNY"}}]}"#;
    let reply = post(&server, "/api/v1/orders", nested).await.expect(400);
    assert_eq!((reply.code(), reply.pointers()), ("unknown_field", vec!["/lines/0/colour"]));
}

#[tokio::test]
async fn a_wrong_type_is_told_with_its_pointer() {
    let server = Server::start().await;
    let wrong = r#"{"external_id": "o-1", "lines": [{"external_id": "1", "sku": "S", "quantity": "one",
        "unit_price": {"minor": 1, "currency": "CNY"}}]}"#;
    let reply = post(&server, "/api/v1/orders", wrong).await.expect(422);
    assert_eq!((reply.code(), reply.pointers()), ("invalid_body", vec!["/lines/0/quantity"]));
    let reply = post(&server, "/api/v1/tickets", r#"{"kind": "inquiry", "order": "o-1"}"#).await.expect(422);
    assert!(reply.text("detail").ends_with("expected an object"), "{}", reply.body);
    let reply = post(&server, "/api/v1/queues", r#"{"key": "vip"}"#).await.expect(422);
    assert_eq!(reply.code(), "invalid_body");
    assert!(reply.text("detail").contains("name"), "{}", reply.body);
    let far = r#"{"external_id": "o-1", "lines": [{"external_id": "1", "sku": "S", "quantity": 1,
        "unit_price": {"minor": 9007199254740992, "currency": "CNY"}}]}"#;
    let reply = post(&server, "/api/v1/orders", far).await.expect(422);
    assert_eq!((reply.code(), reply.pointers()), ("invalid_body", vec!["/lines/0/unit_price"]));
}

#[tokio::test]
async fn a_body_over_one_mebibyte_is_too_large() {
    let server = Server::start().await;
    let name = "x".repeat(1 << 20);
    let reply = server.post("/api/v1/queues", &server.owner, json!({"key": "vip", "name": name})).await.expect(413);
    assert_eq!(reply.code(), "body_too_large");
}

#[tokio::test]
async fn another_media_type_is_refused() {
    let server = Server::start().await;
    let headers = [("content-type", "text/plain")];
    let reply = server.send(Method::POST, "/api/v1/queues", &server.owner, &headers, Some(b"{}".to_vec())).await.expect(415);
    assert_eq!(reply.code(), "unsupported_media_type");
    let reply = server.post("/api/v1/plugins", &server.owner, json!({})).await.expect(415);
    assert!(reply.text("detail").contains("application/wasm"));
}

#[tokio::test]
async fn unknown_addresses_and_methods_are_problems_too() {
    let server = Server::start().await;
    assert_eq!(server.get("/api/v1/nothing", &server.owner).await.expect(404).code(), "not_found");
    assert_eq!(server.delete("/api/v1/queues", &server.owner).await.expect(405).code(), "method_not_allowed");
    assert_eq!(server.get("/api/v1/queues/que_0", &server.owner).await.expect(404).code(), "not_found");
    assert_eq!(server.get("/api/v1/orders?colour=red", &server.owner).await.expect(400).code(), "invalid_query");
}

#[tokio::test]
async fn every_answer_carries_a_request_id() {
    let server = Server::start().await;
    let reply = server.get("/api/v1/me", &server.owner).await.expect(200);
    assert!(reply.header("x-request-id").is_some_and(|id| id.starts_with("req_")));
    let headers = [("x-request-id", "mine-1")];
    let reply = server.send(Method::GET, "/api/v1/nothing", "", &headers, None).await.expect(404);
    assert_eq!(reply.header("x-request-id"), Some("mine-1"));
}
