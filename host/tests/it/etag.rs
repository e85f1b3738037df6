//! A change names the version it was made for.

use serde_json::json;

use crate::support::Server;

#[tokio::test]
async fn a_stale_version_is_refused_and_the_present_one_is_taken() {
    let server = Server::start().await;
    let queue = server.post("/api/v1/queues", &server.owner, json!({"key": "vip", "name": "VIP"})).await.expect(201);
    assert_eq!(queue.header("etag"), Some("\"1\""));
    let path = format!("/api/v1/queues/{}", queue.text("id"));
    let changed = server.patch(&path, &server.owner, &[("if-match", "\"1\"")], json!({"name": "Very important"})).await.expect(200);
    assert_eq!((changed.header("etag"), &changed.body["version"]), (Some("\"2\""), &json!(2)));
    let stale = server.patch(&path, &server.owner, &[("if-match", "\"1\"")], json!({"name": "Late"})).await.expect(412);
    assert_eq!(stale.code(), "stale_version");
    assert!(stale.text("detail").contains("version 2"));
    server.patch(&path, &server.owner, &[("if-match", "*")], json!({"name": "Any"})).await.expect(200);
    server.patch(&path, &server.owner, &[], json!({"name": "Whatever"})).await.expect(200);
    let read = server.get(&path, &server.owner).await.expect(200);
    assert_eq!((read.header("etag"), &read.body["name"]), (Some("\"4\""), &json!("Whatever")));
}

#[tokio::test]
async fn nonsense_in_if_match_is_refused() {
    let server = Server::start().await;
    let queue = server.post("/api/v1/queues", &server.owner, json!({"key": "vip", "name": "VIP"})).await.expect(201);
    let path = format!("/api/v1/queues/{}", queue.text("id"));
    let reply = server.patch(&path, &server.owner, &[("if-match", "\"abc\"")], json!({"name": "x"})).await.expect(400);
    assert_eq!(reply.code(), "invalid_if_match");
}
