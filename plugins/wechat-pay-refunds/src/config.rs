//! What a merchant sets.

use redress_sdk::prelude::*;

/// Which merchant this is. The gateway needs a secret `merchant_key`, the merchant's private key in PEM.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Config {
    /// The merchant's number (商户号).
    pub mchid: String,
    /// Serial number of the merchant's certificate (商户API证书序列号).
    pub serial_no: String,
    /// Where WeChat Pay is, without a slash at the end.
    #[serde(default = "live")]
    pub base_url: String,
    /// What the payments of orders are named by.
    #[serde(default)]
    pub payment_id: PaymentId,
    /// Where WeChat Pay reports what became of a refund.
    #[serde(default)]
    pub notify_url: Option<String>,
    /// Check that answers are signed by WeChat Pay, with the secret `platform_key`: its public key or certificate in PEM.
    #[serde(default)]
    pub verify: bool,
    /// Seconds by which a message's time may differ from ours.
    #[serde(default = "five_minutes")]
    pub tolerance_s: u32,
}

/// What payments are named by.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum PaymentId {
    /// WeChat Pay's own number (微信支付订单号).
    #[default]
    TransactionId,
    /// The shop's number (商户订单号).
    OutTradeNo,
}

impl PaymentId {
    pub(crate) const fn field(self) -> &'static str {
        match self {
            Self::TransactionId => "transaction_id",
            Self::OutTradeNo => "out_trade_no",
        }
    }
}

fn live() -> String {
    "https://api.mch.weixin.qq.com".to_owned()
}

const fn five_minutes() -> u32 {
    300
}

impl Config {
    /// Name of the merchant's private key among the gateway's secrets.
    pub const MERCHANT_KEY: &'static str = "merchant_key";
    /// Name of WeChat Pay's public key or certificate.
    pub const PLATFORM_KEY: &'static str = "platform_key";
    /// Name of the APIv3 key, which opens messages.
    pub const API_V3_KEY: &'static str = "api_v3_key";

    pub(crate) fn check(&self) -> Vec<Violation> {
        let mut found = Vec::new();
        if self.mchid.is_empty() || !self.mchid.bytes().all(|byte| byte.is_ascii_digit()) {
            found.push(Violation::new("/mchid", "a merchant's number has digits only"));
        }
        if self.serial_no.is_empty() || !self.serial_no.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            found.push(Violation::new("/serial_no", "a serial number has hexadecimal digits only"));
        }
        if !self.base_url.starts_with("https://") && !self.base_url.starts_with("http://") || self.base_url.ends_with('/') {
            found.push(Violation::new("/base_url", "write an address such as https://api.mch.weixin.qq.com, without a slash at the end"));
        }
        found
    }

    pub(crate) fn url(&self, path: &str) -> String {
        format!("{}{path}", self.base_url)
    }
}
