//! What gateways report by themselves, signed as they really sign, and sent over real HTTP.

use anyhow::{Context, Result};
use aws_lc_rs::aead::{AES_256_GCM, Aad, LessSafeKey, Nonce, UnboundKey};
use aws_lc_rs::encoding::{AsDer as _, PublicKeyX509Der};
use aws_lc_rs::rand::SystemRandom;
use aws_lc_rs::rsa::{KeyPair, KeySize};
use aws_lc_rs::signature::{KeyPair as _, RSA_PKCS1_SHA256};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use hmac::{Hmac, KeyInit as _, Mac as _};
use serde_json::{Value, json};
use sha2::Sha256;

/// How a gateway signs.
pub enum Voice {
    /// `Stripe-Signature` under this secret (docs.stripe.com/webhooks/signature).
    Stripe(String),
    /// APIv3 (pay.weixin.qq.com/doc/v3/merchant/4012071382).
    Wechat(Box<Platform>),
    /// `x-signature` under this secret, as in the SDKs' templates.
    Bank(String),
}

/// Keys of WeChat Pay: it signs with its own, and seals under the merchant's APIv3 key.
pub struct Platform {
    key: KeyPair,
    /// The APIv3 key: 32 bytes of text.
    pub api_v3_key: String,
}

impl Platform {
    /// New keys.
    ///
    /// # Errors
    /// When the library makes none.
    pub fn new() -> Result<Self> {
        let key = KeyPair::generate(KeySize::Rsa2048).ok().context("no RSA key")?;
        Ok(Self { key, api_v3_key: "0123456789abcdef0123456789ABCDEF".to_owned() })
    }

    /// The public key in PEM, as the merchant downloads it.
    ///
    /// # Errors
    /// When the key cannot be written.
    pub fn public_key(&self) -> Result<String> {
        let der: PublicKeyX509Der<'_> = self.key.public_key().as_der().ok().context("no public key")?;
        Ok(format!("-----BEGIN PUBLIC KEY-----\n{}\n-----END PUBLIC KEY-----\n", STANDARD.encode(der.as_ref())))
    }
}

/// What a message says of a refund, true or not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Says {
    /// It is paid.
    Paid,
    /// It is under way.
    Pending,
    /// It will not be paid.
    Failed,
}

/// A message as it is sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    /// Headers.
    pub headers: Vec<(String, String)>,
    /// Body.
    pub body: String,
}

impl Voice {
    /// A message about the refund under `key`, which the gateway calls `id`. `number` makes it a message of its own, `now` is in seconds.
    ///
    /// # Errors
    /// When a library refuses a key.
    pub fn message(&self, key: &str, id: &str, says: Says, number: u64, now: i64) -> Result<Message> {
        match self {
            Self::Stripe(secret) => {
                let status = ["succeeded", "pending", "failed"][says as usize];
                let refund = json!({
                    "id": id, "object": "refund", "amount": 3_000, "currency": "cny", "status": status,
                    "metadata": {"redress_instruction": key},
                });
                let event = json!({
                    "id": format!("evt_{number:06}"), "object": "event", "type": "refund.updated", "created": now, "data": {"object": refund},
                });
                Ok(stripe(secret, &event, now))
            }
            Self::Wechat(platform) => {
                let (event, status) =
                    [("REFUND.SUCCESS", "SUCCESS"), ("REFUND.PROCESSING", "PROCESSING"), ("REFUND.CLOSED", "CLOSED")][says as usize];
                let refund = json!({
                    "mchid": "1900009191", "out_trade_no": "T", "transaction_id": "4200000001", "out_refund_no": key, "refund_id": id,
                    "refund_status": status, "user_received_account": "支付用户零钱", "amount": {"total": 3_000, "refund": 3_000},
                });
                wechat(platform, event, &refund, number, now)
            }
            Self::Bank(secret) => {
                let status = ["paid", "pending", "failed"][says as usize];
                let body = json!({"id": id, "key": key, "status": status, "message": number}).to_string();
                Ok(Message { headers: vec![("x-signature".to_owned(), hex(&mac(secret, &body)))], body })
            }
        }
    }
}

impl Message {
    /// Sends it as the gateway would; answers the status.
    ///
    /// # Errors
    /// When nobody answers.
    pub async fn send(&self, url: &str) -> Result<u16> {
        let mut request = reqwest::Client::new().post(url).header("content-type", "application/json").body(self.body.clone());
        for (name, value) in &self.headers {
            request = request.header(name, value);
        }
        Ok(request.send().await?.status().as_u16())
    }
}

fn stripe(secret: &str, event: &Value, now: i64) -> Message {
    let body = event.to_string();
    let signature = hex(&mac(secret, &format!("{now}.{body}")));
    Message { headers: vec![("stripe-signature".to_owned(), format!("t={now},v1={signature}"))], body }
}

fn wechat(platform: &Platform, event: &str, refund: &Value, number: u64, now: i64) -> Result<Message> {
    let nonce = format!("{number:012}");
    let key = UnboundKey::new(&AES_256_GCM, platform.api_v3_key.as_bytes()).map(LessSafeKey::new).ok().context("no AES key")?;
    let mut sealed = refund.to_string().into_bytes();
    let own = Nonce::try_assume_unique_for_key(nonce.as_bytes()).ok().context("no nonce")?;
    key.seal_in_place_append_tag(own, Aad::from(b"refund"), &mut sealed).ok().context("not sealed")?;
    let body = json!({
        "id": format!("EV-{number}"), "create_time": "2026-10-05T16:00:00+08:00", "event_type": event, "resource_type": "encrypt-resource",
        "summary": "退款", "resource": {
            "algorithm": "AEAD_AES_256_GCM", "original_type": "refund", "ciphertext": STANDARD.encode(&sealed), "nonce": nonce,
            "associated_data": "refund",
        },
    });
    let body = body.to_string();
    let mut signature = vec![0; platform.key.public_modulus_len()];
    let text = format!("{now}\n{nonce}\n{body}\n");
    platform.key.sign(&RSA_PKCS1_SHA256, &SystemRandom::new(), text.as_bytes(), &mut signature).ok().context("not signed")?;
    let headers = [
        ("wechatpay-timestamp", now.to_string()),
        ("wechatpay-nonce", nonce),
        ("wechatpay-signature", STANDARD.encode(signature)),
        ("wechatpay-serial", "PUB_KEY_ID_0119".to_owned()),
    ];
    Ok(Message { headers: headers.into_iter().map(|(name, value)| (name.to_owned(), value)).collect(), body })
}

fn mac(secret: &str, message: &str) -> Vec<u8> {
    let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(secret.as_bytes()) else { return Vec::new() };
    mac.update(message.as_bytes());
    mac.finalize().into_bytes().to_vec()
}

fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    bytes.iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}
