//! A tenant with the stock rules at work, and requests as its shop would send them.

use axum::body::Body;
use axum::http::Request;
use serde_json::{Value, json};

use crate::support::{Reply, Server};

/// A server with people and the stock rules of fraud, routing and refunds.
pub(crate) struct Shop {
    pub(crate) server: Server,
    pub(crate) agent: String,
    pub(crate) supervisor: String,
    pub(crate) director: String,
    pub(crate) warehouse: String,
    pub(crate) finance: String,
}

impl Shop {
    /// With the rules.
    pub(crate) async fn open() -> Self {
        Self::without_rules().await.with_rules().await
    }

    /// Binds the rules.
    pub(crate) async fn with_rules(self) -> Self {
        let tiers = json!({"tiers": {"CNY": [
            {"up_to": 5_000}, {"up_to": 50_000, "role": "supervisor"}, {"up_to": null, "role": "director", "with_report": true}
        ]}});
        self.bind("fraud-scoring", "fraud-history", json!({})).await;
        self.bind("routing", "router", json!({"default_queue": "default"})).await;
        self.bind("refund-approval", "refund-tiers", tiers).await;
        self
    }

    /// Without any.
    pub(crate) async fn without_rules() -> Self {
        Self::of(Server::start().await).await
    }

    /// People on a server.
    pub(crate) async fn of(server: Server) -> Self {
        let mut keys = Vec::new();
        for role in ["agent", "supervisor", "director", "warehouse", "finance"] {
            keys.push(server.user(role, &[role]).await.1);
        }
        let [agent, supervisor, director, warehouse, finance] = keys.try_into().unwrap();
        Self { server, agent, supervisor, director, warehouse, finance }
    }

    /// Uploads a stock plugin and puts it to work.
    pub(crate) async fn bind(&self, hook: &str, plugin: &str, config: Value) -> Value {
        let uploaded = self.upload_stock(plugin).await;
        let body = json!({"hook": hook, "plugin": uploaded["id"], "config": config, "order": 10, "mode": "active"});
        self.server.post("/api/v1/bindings", &self.server.owner, body).await.expect(201).body
    }

    /// Uploads a stock plugin.
    pub(crate) async fn upload_stock(&self, plugin: &str) -> Value {
        self.upload(stock(plugin)).await.body
    }

    pub(crate) async fn upload(&self, component: Vec<u8>) -> Reply {
        let request = Request::post("/api/v1/plugins")
            .header("authorization", format!("Bearer {}", self.server.owner))
            .header("content-type", "application/wasm");
        self.server.call(request.body(Body::from(component)).unwrap()).await
    }

    /// Submits a ticket as the agent.
    pub(crate) async fn submit(&self, body: Value) -> Reply {
        self.server.post("/api/v1/tickets", &self.agent, body).await
    }

    /// Does something to a ticket.
    pub(crate) async fn act(&self, ticket: &Value, action: &str, key: &str, body: Value) -> Reply {
        self.server.post(&format!("/api/v1/tickets/{}/{action}", ticket["id"].as_str().unwrap()), key, body).await
    }

    /// Reads a ticket.
    pub(crate) async fn ticket(&self, ticket: &Value) -> Value {
        self.server.get(&format!("/api/v1/tickets/{}", ticket["id"].as_str().unwrap()), &self.agent).await.expect(200).body
    }

    /// The refund instructions of a ticket, newest first.
    pub(crate) async fn instructions(&self, ticket: &Value) -> Vec<Value> {
        let path = format!("/api/v1/refund-instructions?ticket={}", ticket["id"].as_str().unwrap());
        self.server.get(&path, &self.finance).await.expect(200).body["items"].as_array().unwrap().clone()
    }
}

/// The bytes of a stock plugin, which `make plugins` builds from its sources.
pub(crate) fn stock(name: &str) -> Vec<u8> {
    let path = format!("{}/../target/redress/{name}.wasm", env!("CARGO_MANIFEST_DIR"));
    std::fs::read(&path).unwrap_or_else(|error| panic!("{path}: {error}; run `make plugins`"))
}

/// A request about the only piece of an order, which cost `minor` fen; `name` makes order, customer and number its own.
pub(crate) fn request(kind: &str, name: &str, minor: i64) -> Value {
    json!({
        "kind": kind, "external_ref": format!("T-{name}"), "subject": "太小了", "problem_type": "size_mismatch",
        "customer": {"external_id": format!("c-{name}"), "name": "customer 42"},
        "order": {
            "external_id": format!("o-{name}"), "currency": "CNY",
            "placed_at": "2026-10-01T08:00:00Z", "delivered_at": "2026-10-04T08:00:00Z",
            "paid": {"minor": minor, "currency": "CNY"},
            "lines": [{"external_id": "1", "sku": "FEEDER-1", "title": "自动喂食器", "quantity": 1,
                       "unit_price": {"minor": minor, "currency": "CNY"}}]
        },
        "lines": [{"order_line": "1", "quantity": 1, "reason": "unwanted"}]
    })
}
