//! Signatures of APIv3: `WECHATPAY2-SHA256-RSA2048` over method, path, time, nonce and body, a newline after each
//! (pay.weixin.qq.com/doc/v3/merchant/4012365342), and those of answers and messages over time, nonce and body.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use redress_sdk::gateway::{HttpRequest, Method, header};
use redress_sdk::prelude::*;

use crate::config::Config;

/// With the header `Authorization`.
pub(crate) fn sign(call: &Call<Config>, request: HttpRequest) -> Result<HttpRequest, RuleError> {
    let method = match request.method {
        Method::Get => "GET",
        Method::Post => "POST",
    };
    let path = path(&request.url);
    let time = call.now_ms() / 1_000;
    let (high, low) = call.seed();
    let nonce = format!("{high:08X}{low:08X}");
    let message = format!("{method}\n{path}\n{time}\n{nonce}\n{}\n", request.body);
    let signature = STANDARD.encode(call.crypto().rsa_sha256_sign(Config::MERCHANT_KEY, message.as_bytes())?);
    let (mchid, serial) = (&call.config.mchid, &call.config.serial_no);
    let authorization = format!(
        "WECHATPAY2-SHA256-RSA2048 mchid=\"{mchid}\",nonce_str=\"{nonce}\",signature=\"{signature}\",timestamp=\"{time}\",serial_no=\"{serial}\""
    );
    Ok(request.header("authorization", authorization).header("accept", "application/json"))
}

/// True when WeChat Pay signed it, or when nobody asked to check.
pub(crate) fn fits(call: &Call<Config>, headers: &[(String, String)], body: &str) -> Result<bool, RuleError> {
    Ok(!call.config.verify || verify(call, headers, body)?)
}

/// True when WeChat Pay signed it lately.
pub(crate) fn verify(call: &Call<Config>, headers: &[(String, String)], body: &str) -> Result<bool, RuleError> {
    let part = |name: &str| header(headers, name).unwrap_or_default();
    let (time, nonce) = (part("wechatpay-timestamp"), part("wechatpay-nonce"));
    let Ok(signature) = STANDARD.decode(part("wechatpay-signature")) else { return Ok(false) };
    let Ok(seconds) = time.parse::<i64>() else { return Ok(false) };
    if (call.now_ms() / 1_000).abs_diff(seconds) > u64::from(call.config.tolerance_s) {
        return Ok(false);
    }
    let message = format!("{time}\n{nonce}\n{body}\n");
    Ok(call.crypto().rsa_sha256_verify(Config::PLATFORM_KEY, message.as_bytes(), &signature)?)
}

/// The address from the first slash after the host.
fn path(url: &str) -> &str {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    rest.find('/').map_or("/", |at| &rest[at..])
}
