//! A shop whose customers paid over gateways.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicU64, Ordering};

use aws_lc_rs::encoding::{AsDer as _, Pkcs8V1Der};
use aws_lc_rs::rsa::{KeyPair, KeySize};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use redress::workers::{notices, refunds};
use redress_domain::Clock as _;
use redress_tests::gateway::{Faults, Gateway, Message, Platform, Says, Voice};
use serde_json::{Value, json};
use tokio::task::JoinHandle;

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
    /// Where gateways send their messages: tender and address.
    hooks: BTreeMap<String, String>,
    voices: BTreeMap<&'static str, Voice>,
    sent: AtomicU64,
    /// Serves over HTTP what gateways call.
    listener: JoinHandle<()>,
    base: String,
}

impl Drop for Till {
    fn drop(&mut self) {
        self.listener.abort();
    }
}

impl Till {
    /// With both plugins at work for the tenders `stripe` and `wechat`.
    pub(super) async fn open(faults: Faults) -> Self {
        Self::on(Server::start_with(|config| config.worker.timeout_s = 1).await, faults).await
    }

    pub(super) async fn on(server: Server, faults: Faults) -> Self {
        let shop = Shop::of(server).await;
        let platform = Platform::new().unwrap();
        let socket = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let base = format!("http://{}", socket.local_addr().unwrap());
        let router = redress::http::router(shop.server.app.clone());
        let listener = tokio::spawn(async move { axum::serve(socket, router).await.unwrap() });
        let gateway = Gateway::start(faults).await.unwrap();
        let mut till = Self { shop, gateway, hooks: BTreeMap::new(), voices: BTreeMap::new(), sent: AtomicU64::new(0), listener, base };
        till.secret("stripe-live", "sk_test_secret").await;
        till.secret("stripe-signing", "whsec_test").await;
        till.secret("wechat-merchant", &merchant_key()).await;
        till.secret("wechat-platform", &platform.public_key().unwrap()).await;
        till.secret("wechat-v3", &platform.api_v3_key).await;
        let url = till.gateway.base_url();
        let secrets = json!({"stripe_key": "stripe-live", "stripe_webhook": "stripe-signing"});
        till.add("stripe", till.shop.upload_stock("stripe-refunds").await, json!({"base_url": url}), secrets).await;
        let config = json!({"mchid": "1900009191", "serial_no": "1DDE55AD", "base_url": url});
        let secrets = json!({"merchant_key": "wechat-merchant", "platform_key": "wechat-platform", "api_v3_key": "wechat-v3"});
        till.add("wechat", till.shop.upload_stock("wechat-pay-refunds").await, config, secrets).await;
        till.voices.insert("stripe", Voice::Stripe("whsec_test".to_owned()));
        till.voices.insert("wechat", Voice::Wechat(Box::new(platform)));
        till
    }

    /// Puts a gateway to work that speaks as the SDKs' templates do.
    pub(super) async fn add_bank(&mut self, tender: &'static str, component: Vec<u8>) {
        let uploaded = self.shop.upload(component).await.expect(201).body;
        self.secret(&format!("{tender}-key"), "bank_secret").await;
        self.secret(&format!("{tender}-signing"), "bank_signing").await;
        let secrets = json!({"key": format!("{tender}-key"), "webhook": format!("{tender}-signing")});
        let url = self.gateway.base_url();
        self.add(tender, uploaded, json!({"base_url": url}), secrets).await;
        self.voices.insert(tender, Voice::Bank("bank_signing".to_owned()));
    }

    /// What the gateway of a tender says of an instruction, true or not.
    pub(super) fn message(&self, tender: &str, instruction: &str, says: Says) -> Message {
        let id = self.gateway.refunds().get(instruction).map_or_else(|| "re_999999".to_owned(), |refund| refund.id.clone());
        let now = self.shop.server.clock.now().as_millis() / 1_000;
        let number = self.sent.fetch_add(1, Ordering::Relaxed);
        self.voices[tender].message(instruction, &id, says, number, now).unwrap()
    }

    /// Where the gateway of a tender sends its messages.
    pub(super) fn hook(&self, tender: &str) -> &str {
        &self.hooks[tender]
    }

    /// The gateway of a tender says something of an instruction, and is heard.
    pub(super) async fn says(&self, tender: &str, instruction: &str, says: Says) {
        let status = self.message(tender, instruction, says).send(self.hook(tender)).await.unwrap();
        assert_eq!(status, 204, "{tender} {instruction} {says:?}");
    }

    /// Messages that are kept, newest first.
    pub(super) async fn notices(&self, tender: &str) -> Vec<Value> {
        let id = self.hook(tender).rsplit('/').next().unwrap();
        let path = format!("/api/v1/gateways/{id}/notices");
        self.shop.server.get(&path, &self.shop.finance).await.expect(200).body["items"].as_array().unwrap().clone()
    }

    async fn secret(&self, name: &str, value: &str) {
        let server = &self.shop.server;
        server.put(&format!("/api/v1/secrets/{name}"), &server.owner, json!({"value": value})).await.expect(204);
    }

    async fn add(&mut self, tender: &str, plugin: Value, config: Value, secrets: Value) {
        let body = json!({"tender": tender, "plugin": plugin["id"], "config": config, "hosts": [self.gateway.host], "secrets": secrets});
        let made = self.shop.server.post("/api/v1/gateways", &self.shop.server.owner, body).await.expect(201);
        self.hooks.insert(tender.to_owned(), format!("{}/hooks/gateways/shop/{}", self.base, made.text("id")));
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
        while refunds::round(&self.shop.server.app).await + notices::round(&self.shop.server.app).await > 0 {}
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
