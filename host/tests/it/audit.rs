//! The operation log (Z37): a row for each change, in the transaction of the change; none with a secret; broken when touched.

use redress::workers::audit::seal;
use serde_json::{Value, json};

use crate::support::{OPERATOR, Server};

async fn rows(server: &Server, query: &str) -> Vec<Value> {
    let reply = server.get(&format!("/api/v1/audit?limit=200{query}"), &server.owner).await.expect(200);
    reply.body["items"].as_array().unwrap().clone()
}

#[tokio::test]
async fn z37_each_kind_of_change_leaves_a_row_without_secrets() {
    let server = Server::start().await;
    let owner = &server.owner;
    let queue = server.post_with(
        "/api/v1/queues",
        owner,
        &[("idempotency-key", "k-1"), ("x-request-id", "req-7")],
        json!({"key": "vip", "name": "VIP"}),
    );
    let queue = queue.await.expect(201).text("id");
    server.post_with("/api/v1/queues", owner, &[("idempotency-key", "k-1")], json!({"key": "vip", "name": "VIP"})).await.expect(201);
    server.patch(&format!("/api/v1/queues/{queue}"), owner, &[("if-match", "\"1\"")], json!({"name": "V"})).await.expect(200);
    server.put("/api/v1/parameters/window", owner, json!({"name": "Window", "type": "number", "value": 90})).await.expect(200);
    server.delete("/api/v1/parameters/window", owner).await.expect(204);
    server.put("/api/v1/signing-keys/policy", owner, json!({"required": false})).await.expect(200);
    let (user, key) = server.user("ann", &["agent"]).await;
    let ticket = server.post("/api/v1/tickets", &key, json!({"kind": "inquiry", "subject": "s", "description": "my password is hunter2"}));
    let ticket = ticket.await.expect(201).body;
    let id = ticket["id"].as_str().unwrap();
    server.post(&format!("/api/v1/tickets/{id}/message"), &key, json!({"body": "hello"})).await.expect(200);

    let all = rows(&server, "").await;
    let done = |operation: &str| all.iter().filter(|row| row["operation"] == operation).collect::<Vec<_>>();
    for (operation, count) in [
        ("create_tenant", 1),
        ("create_queue", 1),
        ("update_queue", 1),
        ("put_parameter", 1),
        ("delete_parameter", 1),
        ("create_user", 1),
        ("create_api_key", 1),
        ("create_ticket", 1),
        ("require_signatures", 1),
    ] {
        assert_eq!(done(operation).len(), count, "{operation}: {all:?}");
    }
    let created = done("create_queue")[0];
    assert_eq!(
        (created["resource_id"].as_str(), created["status"].as_u64(), created["after"].as_i64()),
        (Some(queue.as_str()), Some(201), Some(1))
    );
    assert_eq!(
        (created["request"].as_str(), created["method"].as_str(), created["path"].as_str()),
        (Some("req-7"), Some("POST"), Some("/api/v1/queues"))
    );
    let changed = done("update_queue")[0];
    assert_eq!((changed["before"].as_i64(), changed["after"].as_i64(), changed["status"].as_u64()), (Some(1), Some(2), Some(200)));
    let submitted = done("create_ticket")[0];
    assert_eq!((submitted["user"].as_str(), submitted["resource_id"].as_str()), (Some(user.as_str()), Some(id)));
    assert_eq!(done("delete_parameter")[0]["resource_id"], "window");

    let text = json!(all).to_string();
    for secret in [owner.as_str(), key.as_str(), OPERATOR, "hunter2", "rdk_"] {
        assert!(!text.contains(secret), "the log holds {secret}");
    }
    assert_eq!(rows(&server, &format!("&actor={user}")).await.len(), 2);
    assert_eq!(rows(&server, &format!("&resource=queues&id={queue}")).await.len(), 2);
    assert_eq!(rows(&server, "&to=2020-01-01T00:00:00Z").await.len(), 0);
    let first = server.get("/api/v1/audit?limit=2", owner).await.expect(200).body;
    let next = first["next"].as_str().unwrap();
    let second = server.get(&format!("/api/v1/audit?limit=2&after={next}"), owner).await.expect(200).body;
    assert_eq!([&first["items"][0], &first["items"][1], &second["items"][0]], [&all[0], &all[1], &all[2]]);
}

#[tokio::test]
async fn z37_refusals_and_dead_keys_are_written_down_and_limited() {
    let server = Server::start().await;
    let owner = &server.owner;
    let (user, key) = server.user("ann", &["agent"]).await;
    server.post("/api/v1/queues", &key, json!({"key": "vip", "name": "VIP"})).await.expect(403);
    server.get("/api/v1/users", &key).await.expect(403);
    server.post("/api/v1/queues", owner, json!({"key": "BAD KEY", "name": "VIP"})).await.expect(422);
    let refused = rows(&server, &format!("&actor={user}&refused=true")).await;
    let mut shown: Vec<_> = refused.iter().map(|row| (row["operation"].as_str(), row["code"].as_str(), row["status"].as_u64())).collect();
    // Both came in the same millisecond of the test's clock.
    shown.sort_unstable();
    assert_eq!(shown, [(Some("create_queue"), Some("forbidden"), Some(403)), (Some("list_users"), Some("forbidden"), Some(403))]);
    server.patch(&format!("/api/v1/users/{user}"), owner, &[], json!({"disabled": true})).await.expect(200);
    server.get("/api/v1/tickets", &key).await.expect(401);
    assert!(rows(&server, &format!("&actor={user}&refused=true")).await.iter().any(|row| row["code"] == "unauthenticated"));
    server.get("/api/v1/tickets", "rdk_nobody").await.expect(401);
    let unknown = server.get("/api/v1/tenants/audit", OPERATOR).await.expect(200).body;
    assert_eq!((unknown["items"][0]["code"].as_str(), unknown["items"][0]["user"].clone()), (Some("unauthenticated"), Value::Null));
    server.get("/api/v1/tenants/audit", owner).await.expect(401);

    for _ in 0..150 {
        server.post("/api/v1/queues", owner, json!({"key": "BAD KEY", "name": "VIP"})).await.expect(422);
    }
    assert_eq!(rows(&server, "&refused=true").await.len(), 120, "in one minute");
    server.clock.advance_ms(60_000);
    server.post("/api/v1/queues", owner, json!({"key": "BAD KEY", "name": "VIP"})).await.expect(422);
    assert_eq!(rows(&server, "&refused=true").await[0]["suppressed"], 34);
}

#[tokio::test]
async fn z37_a_log_that_was_touched_does_not_verify() {
    for (harm, what) in [
        ("UPDATE audit_entry SET account_id = NULL WHERE operation = 'create_queue'", "was changed"),
        ("DELETE FROM audit_entry WHERE operation = 'create_queue'", "entries, and"),
        ("DELETE FROM audit_seal WHERE seq = 1", "seal 1 is missing"),
        ("DELETE FROM audit_seal WHERE seq = 2", "last seal is missing"),
        ("UPDATE audit_seal SET hash = zeroblob(32) WHERE seq = 2", "does not fit"),
    ] {
        let server = Server::start().await;
        let owner = &server.owner;
        server.post("/api/v1/queues", owner, json!({"key": "one", "name": "One"})).await.expect(201);
        seal(&server.app).await.unwrap();
        server.post("/api/v1/queues", owner, json!({"key": "two", "name": "Two"})).await.expect(201);
        seal(&server.app).await.unwrap();
        server.post("/api/v1/queues", owner, json!({"key": "three", "name": "Three"})).await.expect(201);
        let whole = server.get("/api/v1/audit/verify", owner).await.expect(200).body;
        assert_eq!((&whole["whole"], &whole["unsealed"], &whole["head"]["seq"]), (&json!(true), &json!(1), &json!(2)), "{whole}");
        for trigger in ["audit_entry_no_update", "audit_entry_no_delete", "audit_seal_no_update", "audit_seal_no_delete"] {
            server.sql(&format!("DROP TRIGGER {trigger}")).await;
        }
        server.sql(harm).await;
        let torn = server.get("/api/v1/audit/verify", owner).await.expect(200).body;
        assert_eq!(torn["whole"], false, "{harm}");
        assert!(torn["fault"].as_str().unwrap().contains(what), "{harm}: {torn}");
    }
}

#[tokio::test]
async fn z37_the_log_leaves_as_csv_and_as_json_lines() {
    let server = Server::start().await;
    let evil = [("x-request-id", "=HYPERLINK(\"x\")")];
    server.post_with("/api/v1/queues", &server.owner, &evil, json!({"key": "one", "name": "One"})).await.expect(201);
    let auditor = server.user("auditor", &["auditor"]).await.1;
    let csv = server.get("/api/v1/audit/export?format=csv", &auditor).await.expect(200);
    let text = csv.body.as_str().unwrap();
    assert!(text.starts_with("id,at,user,") && text.contains("\"'=HYPERLINK(\"\"x\"\")\""), "{text}");
    let lines = server.get("/api/v1/audit/export?format=jsonl", &auditor).await.expect(200);
    let count = lines.body.as_str().unwrap().lines().map(|line| serde_json::from_str(line).unwrap()).collect::<Vec<Value>>();
    assert_eq!(count.len(), rows(&server, "").await.len());
    server.get("/api/v1/audit/export", &auditor).await.expect(400);
    let agent = server.user("agent", &["agent"]).await.1;
    for path in ["audit", "audit/export?format=csv", "audit/verify"] {
        server.get(&format!("/api/v1/{path}"), &agent).await.expect(403);
    }
}
