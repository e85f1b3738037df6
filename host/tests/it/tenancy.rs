//! What belongs to another tenant does not exist.

use serde_json::json;

use crate::support::Server;

#[tokio::test]
async fn ids_of_another_tenant_are_unknown() {
    let server = Server::start().await;
    let stranger = server.open_tenant("stranger").await;
    let owner = &server.owner;
    let queue = server.post("/api/v1/queues", owner, json!({"key": "vip", "name": "VIP"})).await.expect(201).text("id");
    let (user, _) = server.user("ann", &["agent"]).await;
    let customer = server.post("/api/v1/customers", owner, json!({"external_id": "c-1"})).await.expect(201).text("id");
    let order = json!({"external_id": "o-1", "lines": [{"external_id": "1", "sku": "S", "quantity": 1,
        "unit_price": {"minor": 100, "currency": "CNY"}}]});
    let order = server.post("/api/v1/orders", owner, order).await.expect(201).text("id");
    let webhook = server.post("/api/v1/webhooks", owner, json!({"url": "https://shop.example/h"})).await.expect(201).text("id");
    server.put("/api/v1/parameters/window", owner, json!({"name": "Window", "type": "number", "value": 90})).await.expect(200);
    for path in [
        format!("queues/{queue}"),
        format!("users/{user}"),
        format!("customers/{customer}"),
        format!("orders/{order}"),
        format!("webhooks/{webhook}"),
        "parameters/window".to_owned(),
    ] {
        server.get(&format!("/api/v1/{path}"), owner).await.expect(200);
        let reply = server.get(&format!("/api/v1/{path}"), &stranger).await.expect(404);
        assert_eq!(reply.code(), "not_found", "{path}");
    }
    for (path, body) in [("queues", json!({"name": "Mine"})), ("webhooks", json!({"enabled": false})), ("users", json!({"name": "Me"}))] {
        let id = match path {
            "queues" => &queue,
            "users" => &user,
            _ => &webhook,
        };
        server.patch(&format!("/api/v1/{path}/{id}"), &stranger, &[], body).await.expect(404);
    }
    server.delete(&format!("/api/v1/webhooks/{webhook}"), &stranger).await.expect(404);
    server.delete("/api/v1/parameters/window", &stranger).await.expect(404);
    let reply = server.post("/api/v1/api-keys", &stranger, json!({"user": user, "name": "x"})).await.expect(422);
    assert_eq!(reply.code(), "unknown_reference");
    assert_eq!(server.get("/api/v1/customers", &stranger).await.expect(200).body["items"], json!([]));
}
