//! A shop whose customers paid over gateways.

use aws_lc_rs::encoding::{AsDer as _, Pkcs8V1Der};
use aws_lc_rs::rsa::{KeyPair, KeySize};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use redress::workers::refunds;
use redress_tests::gateway::{Faults, Gateway};
use serde_json::{Value, json};

use crate::shop::{Shop, request};
use crate::support::Server;

/// A private key of nobody, in PEM.
fn merchant_key() -> String {
    let key = KeyPair::generate(KeySize::Rsa2048).unwrap();
    let der: Pkcs8V1Der<'_> = key.as_der().unwrap();
    format!("-----BEGIN PRIVATE KEY-----\n{}\n-----END PRIVATE KEY-----\n", STANDARD.encode(der.as_ref()))
}

/// A shop and its gateway.
pub(super) struct Till {
    pub(super) shop: Shop,
    pub(super) gateway: Gateway,
}

impl Till {
    /// With both plugins at work for the tenders `stripe` and `wechat`.
    pub(super) async fn open(faults: Faults) -> Self {
        Self::on(Server::start_with(|config| config.worker.timeout_s = 1).await, faults).await
    }

    pub(super) async fn on(server: Server, faults: Faults) -> Self {
        let shop = Shop::of(server).await;
        let till = Self { gateway: Gateway::start(faults).await.unwrap(), shop };
        till.secret("stripe-live", "sk_test_secret").await;
        till.secret("wechat-merchant", &merchant_key()).await;
        till.add("stripe", "stripe-refunds", json!({"base_url": till.gateway.base_url()}), json!({"stripe_key": "stripe-live"})).await;
        let config = json!({"mchid": "1900009191", "serial_no": "1DDE55AD", "base_url": till.gateway.base_url()});
        till.add("wechat", "wechat-pay-refunds", config, json!({"merchant_key": "wechat-merchant"})).await;
        till
    }

    async fn secret(&self, name: &str, value: &str) {
        let server = &self.shop.server;
        server.put(&format!("/api/v1/secrets/{name}"), &server.owner, json!({"value": value})).await.expect(204);
    }

    async fn add(&self, tender: &str, plugin: &str, config: Value, secrets: Value) {
        let plugin = self.shop.upload_stock(plugin).await;
        let body = json!({"tender": tender, "plugin": plugin["id"], "config": config, "hosts": [self.gateway.host], "secrets": secrets});
        self.shop.server.post("/api/v1/gateways", &self.shop.server.owner, body).await.expect(201);
    }

    /// A request to give all back of an order that was paid so: tender, the gateway's id, fen.
    pub(super) fn claim(&self, name: &str, payments: &[(&str, &str, i64)]) -> Value {
        let minor = payments.iter().map(|payment| payment.2).sum();
        let mut body = request("refund_only", name, minor);
        let payment = |(tender, reference, minor): &(&str, &str, i64)| json!({"tender": tender, "reference": reference, "amount": {"minor": minor, "currency": "CNY"}});
        body["order"]["payments"] = payments.iter().map(payment).collect();
        for (_, reference, minor) in payments {
            self.gateway.pay_in(reference, *minor);
        }
        body
    }

    /// Submits it, and a director allows it.
    pub(super) async fn allow(&self, body: Value) -> Value {
        let ticket = self.shop.submit(body).await.expect(201).body;
        if ticket["case"] == "settling" {
            return ticket;
        }
        self.shop.act(&ticket, "approve", &self.shop.server.owner, json!({})).await.expect(200).body
    }

    /// Goes on with all that is due now.
    pub(super) async fn work(&self) {
        while refunds::round(&self.shop.server.app).await > 0 {}
    }

    /// Lets time pass.
    pub(super) fn wait(&self, seconds: i64) {
        self.shop.server.clock.advance_ms(seconds * 1_000);
    }

    /// Open tasks of finance about a ticket.
    pub(super) async fn tasks(&self, ticket: &Value) -> Vec<Value> {
        let path = format!("/api/v1/tasks?ticket={}&role=finance&open=true", ticket["id"].as_str().unwrap());
        self.shop.server.get(&path, &self.shop.agent).await.expect(200).body["items"].as_array().unwrap().clone()
    }
}
