//! Who may do what.

use serde_json::json;

use crate::support::{OPERATOR, Server};

#[tokio::test]
async fn without_a_valid_key_nothing_opens() {
    let server = Server::start().await;
    for key in ["", "rdk_unknown", "nonsense"] {
        let reply = server.get("/api/v1/queues", key).await.expect(401);
        assert_eq!(reply.code(), "unauthenticated");
        assert_eq!(reply.header("www-authenticate"), Some("Bearer"));
    }
    let reply = server.send(axum::http::Method::GET, "/api/v1/queues", "", &[("authorization", "Basic abc")], None).await;
    assert_eq!(reply.expect(401).code(), "unauthenticated");
}

#[tokio::test]
async fn a_key_says_who_it_is() {
    let server = Server::start().await;
    let me = server.get("/api/v1/me", &server.owner).await.expect(200);
    assert_eq!(me.body["tenant"]["slug"], "shop");
    assert_eq!(me.body["user"]["roles"], json!(["owner"]));
    assert!(me.body["permissions"].as_array().unwrap().iter().all(|permission| permission != "operator"));
}

#[tokio::test]
async fn permissions_come_from_roles_and_scopes_narrow_them() {
    let server = Server::start().await;
    let (id, warehouse) = server.user("wu", &["warehouse"]).await;
    let reply = server.post("/api/v1/queues", &warehouse, json!({"key": "vip", "name": "VIP"})).await.expect(403);
    assert_eq!(reply.code(), "forbidden");
    assert!(reply.text("detail").contains("admin:write"));
    server.get("/api/v1/queues", &warehouse).await.expect(200);

    let narrow = json!({"user": id, "name": "scanner", "scopes": ["warehouse:write"]});
    let narrow = server.post("/api/v1/api-keys", &server.owner, narrow).await.expect(201).text("secret");
    server.get("/api/v1/queues", &narrow).await.expect(403);
    assert_eq!(server.get("/api/v1/me", &narrow).await.expect(200).body["permissions"], json!(["warehouse:write"]));
}

#[tokio::test]
async fn a_revoked_key_stops_at_once_and_only_once_shows_its_secret() {
    let server = Server::start().await;
    let (user, key) = server.user("ann", &["agent"]).await;
    let id = server.get("/api/v1/me", &key).await.expect(200).text("key");
    let listed = server.get("/api/v1/api-keys", &server.owner).await.expect(200);
    assert!(!listed.body.to_string().contains("secret"), "{}", listed.body);
    server.delete(&format!("/api/v1/api-keys/{id}"), &server.owner).await.expect(204);
    server.get("/api/v1/me", &key).await.expect(401);

    let idempotent = [("idempotency-key", "k-1")];
    let body = json!({"user": user, "name": "again"});
    let first = server.post_with("/api/v1/api-keys", &server.owner, &idempotent, body.clone()).await.expect(201);
    let repeat = server.post_with("/api/v1/api-keys", &server.owner, &idempotent, body).await.expect(201);
    assert_eq!(first.body["id"], repeat.body["id"]);
    assert!(repeat.body["secret"].is_null(), "a secret is not kept, not even for a repeat");
}

#[tokio::test]
async fn a_disabled_user_and_a_weakened_role_stop_at_once() {
    let server = Server::start().await;
    let (id, key) = server.user("ann", &["agent"]).await;
    server.get("/api/v1/queues", &key).await.expect(200);
    server.put("/api/v1/roles/agent", &server.owner, json!({"permissions": ["order:write"]})).await.expect(200);
    server.get("/api/v1/queues", &key).await.expect(403);
    server.patch(&format!("/api/v1/users/{id}"), &server.owner, &[], json!({"disabled": true})).await.expect(200);
    server.get("/api/v1/me", &key).await.expect(401);
}

#[tokio::test]
async fn a_key_found_lately_costs_no_query_but_not_for_long() {
    let server = Server::start().await;
    let (_, key) = server.user("ann", &["agent"]).await;
    server.get("/api/v1/queues", &key).await.expect(200);
    let digest = redress_domain::Digest::of(key.as_bytes());
    assert!(server.app.keys.get(&digest, &*server.app.clock).is_some());
    server.clock.advance_ms(2_001);
    assert!(server.app.keys.get(&digest, &*server.app.clock).is_none());
    server.get("/api/v1/queues", &key).await.expect(200);
}

#[tokio::test]
async fn nobody_hands_out_more_than_they_have() {
    let server = Server::start().await;
    let body = json!({"permissions": ["admin:write", "admin:read"]});
    server.put("/api/v1/roles/clerk", &server.owner, body).await.expect(200);
    let (id, clerk) = server.user("cleo", &["clerk"]).await;
    let body = json!({"email": "mallory@shop.example", "name": "Mallory", "roles": ["owner"]});
    assert_eq!(server.post("/api/v1/users", &clerk, body).await.expect(403).code(), "forbidden");
    let path = format!("/api/v1/users/{id}");
    server.patch(&path, &clerk, &[], json!({"roles": ["owner"]})).await.expect(403);
    server.put("/api/v1/roles/clerk", &clerk, json!({"permissions": ["finance:write"]})).await.expect(403);
    let owner = server.get("/api/v1/me", &server.owner).await.body["user"]["id"].clone();
    server.post("/api/v1/api-keys", &clerk, json!({"user": owner, "name": "mine"})).await.expect(403);
}

#[tokio::test]
async fn only_the_operator_opens_tenants() {
    let server = Server::start().await;
    let body = json!({"slug": "other", "name": "Other"});
    server.post("/api/v1/tenants", &server.owner, body.clone()).await.expect(401);
    server.post("/api/v1/tenants", OPERATOR, body.clone()).await.expect(201);
    assert_eq!(server.post("/api/v1/tenants", OPERATOR, body).await.expect(409).code(), "already_exists");
    server.get("/api/v1/queues", OPERATOR).await.expect(401);
}
