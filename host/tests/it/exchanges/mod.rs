//! Goods that leave for the customer (domain.md §2, L17, Z10, Z34): exchange, resend, repair, price protection, and the stock that
//! they need.

mod again;
mod difference;
mod faults;
mod first;
mod path;
mod protect;
mod repair;
mod stock;

use redress::workers::{reservations, timers};
use redress_domain::id::{TenantId, TicketId};
use redress_domain::timer::TimerKind;
use redress_tests::gateway::Faults;
use redress_tests::inventory::Inventory;
use serde_json::{Value, json};

use crate::shop::{Shop, request};
use crate::support::{Reply, Server};

/// A shop and its inventory.
struct Desk {
    shop: Shop,
    inventory: Inventory,
}

fn cny(minor: i64) -> Value {
    json!({"minor": minor, "currency": "CNY"})
}

impl Desk {
    /// With the stock rules at work and a connector.
    async fn open(stock: &[(&str, u32)]) -> Self {
        Self::on(Shop::open().await, stock).await
    }

    async fn on(shop: Shop, stock: &[(&str, u32)]) -> Self {
        let inventory = Inventory::start(stock, Faults::none()).await.unwrap();
        let server = &shop.server;
        server.put("/api/v1/secrets/erp", &server.owner, json!({"value": "erp-token"})).await.expect(204);
        let body = json!({"base_url": inventory.base_url(), "secret": "erp"});
        server.put("/api/v1/inventory-connector", &server.owner, body).await.expect(200);
        Self { shop, inventory }
    }

    /// A shop whose connector is given up on after a second, without rules.
    async fn impatient(stock: &[(&str, u32)]) -> Self {
        let server = Server::start_with(|config| config.worker.timeout_s = 1).await;
        Self::on(Shop::of(server).await, stock).await
    }

    /// An allowed ticket about the only piece of an order that cost so much.
    async fn allowed(&self, kind: &str, name: &str, minor: i64) -> Value {
        let ticket = self.shop.submit(request(kind, name, minor)).await.expect(201).body;
        self.approve(&ticket).await
    }

    async fn approve(&self, ticket: &Value) -> Value {
        self.shop.act(ticket, "approve", &self.shop.agent, json!({})).await.expect(200).body
    }

    /// Goes on with all reservations that are due now.
    async fn work(&self) {
        while reservations::round(&self.shop.server.app).await > 0 {}
    }

    /// Fires all timers that are due now.
    async fn timers(&self) {
        while timers::round(&self.shop.server.app).await {}
    }

    fn wait(&self, seconds: i64) {
        self.shop.server.clock.advance_ms(seconds * 1_000);
    }

    /// Proposes as the owner, who may let anything go back.
    async fn propose(&self, ticket: &Value, body: Value) -> Reply {
        self.shop.act(ticket, "replacements", &self.shop.server.owner, body).await
    }

    /// Does something to a replacement.
    async fn act(&self, replacement: &Value, action: &str, body: Value) -> Reply {
        let (ticket, id) = (replacement["ticket"].as_str().unwrap(), replacement["id"].as_str().unwrap());
        self.shop.server.post(&format!("/api/v1/tickets/{ticket}/replacements/{id}/{action}"), &self.shop.server.owner, body).await
    }

    async fn read(&self, replacement: &Value) -> Value {
        let (ticket, id) = (replacement["ticket"].as_str().unwrap(), replacement["id"].as_str().unwrap());
        self.shop.server.get(&format!("/api/v1/tickets/{ticket}/replacements/{id}"), &self.shop.agent).await.expect(200).body
    }

    async fn state(&self, replacement: &Value) -> String {
        self.read(replacement).await["state"].as_str().unwrap().to_owned()
    }

    /// The goods of the ticket come and are good.
    async fn goods_come(&self, ticket: &Value) -> Value {
        self.shop.act(ticket, "receive", &self.shop.warehouse, json!({"condition": "ok"})).await.expect(200).body
    }

    /// Marks every instruction that waits as paid.
    async fn pay(&self, ticket: &Value) {
        for waiting in self.shop.instructions(ticket).await.iter().filter(|one| one["state"] == "pending") {
            let path = format!("/api/v1/refund-instructions/{}/paid", waiting["id"].as_str().unwrap());
            self.shop.server.post(&path, &self.shop.finance, json!({"reference": "bank"})).await.expect(200);
        }
    }

    /// Kinds and amounts on the ledger.
    async fn ledger(&self, ticket: &Value) -> Vec<(String, i64)> {
        let path = format!("/api/v1/tickets/{}/settlements", ticket["id"].as_str().unwrap());
        let items = self.shop.server.get(&path, &self.shop.finance).await.expect(200).body["items"].as_array().unwrap().clone();
        items.iter().map(|one| (one["kind"].as_str().unwrap().to_owned(), one["amount"]["minor"].as_i64().unwrap())).collect()
    }

    /// What the ledger owes is what was paid: nothing is promised and nothing is lost.
    async fn balanced(&self, ticket: &Value) {
        let outside = ["external", "clawback"];
        let owed: i64 =
            self.ledger(ticket).await.iter().filter(|(kind, _)| !outside.contains(&kind.as_str())).map(|(_, minor)| minor).sum();
        let paid = self.shop.instructions(ticket).await;
        let paid: i64 = paid.iter().filter(|one| one["state"] == "paid").map(|one| one["amount"]["minor"].as_i64().unwrap()).sum();
        assert_eq!(owed, paid, "{:?}", self.ledger(ticket).await);
    }
}

/// The axes of a ticket.
fn axes(ticket: &Value) -> (&str, &str, &str) {
    (ticket["case"].as_str().unwrap(), ticket["goods"].as_str().unwrap(), ticket["money"].as_str().unwrap())
}

impl Desk {
    /// Time passes and the finished ticket is archived (Z21).
    async fn close(&self, ticket: &Value) -> Value {
        self.due(ticket, TimerKind::CloseDue).await;
        self.shop.ticket(ticket).await
    }

    /// What is due to a ticket happens.
    async fn due(&self, ticket: &Value, kind: TimerKind) {
        let me = self.shop.server.get("/api/v1/me", &self.shop.server.owner).await.expect(200).body;
        let tenant: TenantId = me["tenant"]["id"].as_str().unwrap().parse().unwrap();
        let id: TicketId = ticket["id"].as_str().unwrap().parse().unwrap();
        let workflow = &self.shop.server.app.workflow;
        let turn = workflow.expire(tenant, id, kind).await.unwrap();
        workflow.commit::<redress::workflow::Error>(turn, |_| Box::pin(async { Ok(()) })).await.unwrap();
    }
}
