//! A POST that is sent twice is done once.

use serde_json::json;

use crate::support::Server;

const KEY: [(&str, &str); 1] = [("idempotency-key", "0b1f")];

#[tokio::test]
async fn the_same_request_gets_the_same_answer() {
    let server = Server::start().await;
    let body = json!({"key": "vip", "name": "VIP"});
    let first = server.post_with("/api/v1/queues", &server.owner, &KEY, body.clone()).await.expect(201);
    assert_eq!(first.header("idempotency-replayed"), None);
    let repeat = server.post_with("/api/v1/queues", &server.owner, &KEY, body.clone()).await.expect(201);
    assert_eq!(repeat.header("idempotency-replayed"), Some("true"));
    assert_eq!(repeat.header("etag"), first.header("etag"));
    assert_eq!(repeat.body, first.body);
    // Without the key it is a new request, and the name is taken.
    assert_eq!(server.post("/api/v1/queues", &server.owner, body).await.expect(409).code(), "already_exists");
}

#[tokio::test]
async fn the_same_key_with_another_request_is_refused() {
    let server = Server::start().await;
    server.post_with("/api/v1/queues", &server.owner, &KEY, json!({"key": "vip", "name": "VIP"})).await.expect(201);
    let other = server.post_with("/api/v1/queues", &server.owner, &KEY, json!({"key": "vip2", "name": "VIP"})).await.expect(422);
    assert_eq!(other.code(), "idempotency_key_reused");
    let path = server.post_with("/api/v1/customers", &server.owner, &KEY, json!({"external_id": "c-1"})).await.expect(422);
    assert_eq!(path.code(), "idempotency_key_reused");
    let (_, admin) = server.user("ada", &["admin"]).await;
    let user = server.post_with("/api/v1/queues", &admin, &KEY, json!({"key": "vip", "name": "VIP"})).await.expect(422);
    assert_eq!(user.code(), "idempotency_key_reused");
}

#[tokio::test]
async fn a_refused_request_leaves_the_key_free() {
    let server = Server::start().await;
    server.post_with("/api/v1/queues", &server.owner, &KEY, json!({"key": "NO", "name": "VIP"})).await.expect(422);
    server.post_with("/api/v1/queues", &server.owner, &KEY, json!({"key": "vip", "name": "VIP"})).await.expect(201);
}

#[tokio::test]
async fn keys_of_two_tenants_do_not_meet() {
    let server = Server::start().await;
    let other = server.open_tenant("other").await;
    let body = json!({"key": "vip", "name": "VIP"});
    let ours = server.post_with("/api/v1/queues", &server.owner, &KEY, body.clone()).await.expect(201);
    let theirs = server.post_with("/api/v1/queues", &other, &KEY, body).await.expect(201);
    assert_ne!(ours.body["id"], theirs.body["id"]);
}

#[tokio::test]
async fn a_key_that_cannot_be_is_refused() {
    let server = Server::start().await;
    let long = "k".repeat(201);
    for key in ["", " ", long.as_str()] {
        let headers = [("idempotency-key", key)];
        let reply = server.post_with("/api/v1/queues", &server.owner, &headers, json!({"key": "vip", "name": "VIP"})).await.expect(400);
        assert_eq!(reply.code(), "invalid_idempotency_key");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_many_at_once_one_is_done_and_all_get_its_answer() {
    let server = std::sync::Arc::new(Server::start().await);
    let calls: Vec<_> = (0..16)
        .map(|_| {
            let server = std::sync::Arc::clone(&server);
            tokio::spawn(async move {
                let body = json!({"key": "vip", "name": "VIP"});
                server.post_with("/api/v1/queues", &server.owner.clone(), &KEY, body).await.expect(201)
            })
        })
        .collect();
    let mut ids = Vec::new();
    let mut done = 0;
    for call in calls {
        let reply = call.await.unwrap();
        done += usize::from(reply.header("idempotency-replayed").is_none());
        ids.push(reply.text("id"));
    }
    ids.dedup();
    assert_eq!((ids.len(), done), (1, 1));
}
